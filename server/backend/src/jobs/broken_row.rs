//! Standing work takes row after row; one that nobody can work on must not stop what is behind it.

use crate::error::{Error, Result};
use sea_orm::DbErr;

/// Logs what went wrong with one row, and lets the work go on. A database that refuses ends the
/// round: it would refuse every other row as well.
///
/// # Errors
/// When the database refuses.
pub fn pass_over(table: &'static str, id: i64, outcome: Result<()>) -> Result<()> {
    match outcome {
        Err(Error::Internal(source)) if source.is::<DbErr>() => Err(Error::Internal(source)),
        Err(error) => {
            let source = format!("{:#}", anyhow::Error::from(error));
            tracing::error!(
                row.table = table,
                row.id = id,
                error.source = source,
                "standing work passes over a row"
            );
            Ok(())
        }
        Ok(()) => Ok(()),
    }
}
