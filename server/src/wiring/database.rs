//! The connection to the database.

use crate::config::{DatabaseConfig, DatabaseUrl};
use anyhow::{Context, Result, bail};
use migration::{Migrator, MigratorTrait};
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, Database, DatabaseConnection};
use std::path::Path;
use std::time::Duration;

const BUSY_TIMEOUT: Duration = Duration::from_secs(10);
/// A connection that was idle for this long is tested before it is used.
const IDLE: Duration = Duration::from_secs(10);

/// Opens the database; an SQLite file is made when it is missing.
///
/// # Errors
/// When it cannot be reached or the file not be made.
pub async fn connect(config: &DatabaseConfig) -> Result<DatabaseConnection> {
    let mut options = match &config.url {
        DatabaseUrl::Sqlite(file) => sqlite(file)?,
        DatabaseUrl::Postgres(url) => ConnectOptions::new(url.expose()),
    };
    options
        .max_connections(config.connections)
        .min_connections(1)
        .acquire_timeout(BUSY_TIMEOUT)
        // Asking a connection that was just used whether it still answers doubles every query.
        .test_before_acquire_if_idle_for(IDLE)
        .sqlx_logging(false);
    Database::connect(options)
        .await
        .context("LICENSE_DATABASE__URL: the database cannot be opened")
}

/// The one connection that writes to an SQLite file.
///
/// # Errors
/// When it cannot be opened.
pub(super) async fn connect_writer(file: &Path) -> Result<DatabaseConnection> {
    let mut options = sqlite(file)?;
    options
        .max_connections(1)
        .test_before_acquire_if_idle_for(IDLE)
        .sqlx_logging(false);
    Database::connect(options)
        .await
        .context("LICENSE_DATABASE__URL: the database cannot be opened")
}

fn sqlite(file: &Path) -> Result<ConnectOptions> {
    if let Some(folder) = file
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
    {
        std::fs::create_dir_all(folder).with_context(|| {
            format!("LICENSE_DATABASE__URL: {} cannot be made", folder.display())
        })?;
    }
    let mut options = ConnectOptions::new(format!("sqlite://{}", file.display()));
    options.map_sqlx_sqlite_opts(|options| {
        options
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            // The log is flushed by `backend::write_ahead_log`, for several commits at once.
            .synchronous(SqliteSynchronous::Normal)
            .busy_timeout(BUSY_TIMEOUT)
            .foreign_keys(true)
    });
    Ok(options)
}

/// Every migration has run.
///
/// # Errors
/// When the database cannot be read.
pub async fn is_migrated(database: &DatabaseConnection) -> Result<bool> {
    Ok(Migrator::get_pending_migrations_read_only(database)
        .await?
        .is_empty())
}

/// Brings the database up to date; returns how many migrations were run.
///
/// # Errors
/// When one fails.
pub async fn migrate(database: &DatabaseConnection) -> Result<usize> {
    let pending = Migrator::get_pending_migrations_read_only(database)
        .await?
        .len();
    Migrator::up(database, None)
        .await
        .context("migrating the database")?;
    Ok(pending)
}

/// Refuses to work on an old database.
///
/// # Errors
/// When a migration has not run.
pub async fn require_migrations(database: &DatabaseConnection) -> Result<()> {
    if !is_migrated(database).await? {
        bail!("the database is not up to date: run `license-server migrate`");
    }
    Ok(())
}
