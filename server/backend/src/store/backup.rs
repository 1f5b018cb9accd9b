//! A copy of the whole database.

use crate::error::Result;
use sea_orm::{ConnectionTrait, DbBackend, Statement};

/// Copies an SQLite database into a new file, as of one instant, while others write.
///
/// # Errors
/// When the file exists or cannot be written.
pub async fn copy_sqlite(connection: &impl ConnectionTrait, file: &str) -> Result<()> {
    let copy = Statement::from_sql_and_values(DbBackend::Sqlite, "VACUUM INTO ?", [file.into()]);
    connection.execute_raw(copy).await?;
    Ok(())
}
