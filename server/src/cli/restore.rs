//! `license-server restore`

use super::backup::run_postgres_program;
use crate::config::{Config, DatabaseUrl, Sources};
use crate::wiring;
use anyhow::{Context, Result, bail};
use clap::Args;
use migration::{Migrator, MigratorTrait};
use std::fs;
use std::path::{Path, PathBuf};
use tokio::process::Command;

/// Put a backup in the place of the database. Stop the system first.
///
/// The same LICENSE_SECRET_KEY must be set as when the backup was made. PostgreSQL needs the
/// program pg_restore.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The file that `backup` wrote.
    file: PathBuf,
    /// Throw away a database that is not empty.
    #[arg(long)]
    force: bool,
}

impl Arguments {
    pub async fn run(self, sources: &Sources) -> Result<()> {
        if !self.file.is_file() {
            bail!("there is no file {}", self.file.display());
        }
        let config = Config::read_database(sources)?;
        match &config.url {
            DatabaseUrl::Sqlite(to) => {
                if to.exists() && !self.force {
                    bail!("{} exists already; --force throws it away", to.display());
                }
                restore_sqlite(&self.file, to)?;
            }
            DatabaseUrl::Postgres(url) => {
                let database = wiring::connect(&config).await?;
                let is_empty = Migrator::get_applied_migrations_read_only(&database)
                    .await?
                    .is_empty();
                if !is_empty && !self.force {
                    bail!("the database is not empty; --force throws its data away");
                }
                database.close().await?;
                let mut restore = Command::new("pg_restore");
                restore.args([
                    "--clean",
                    "--if-exists",
                    "--no-owner",
                    "--exit-on-error",
                    "--single-transaction",
                ]);
                restore.arg(&self.file);
                run_postgres_program(&mut restore, "pg_restore", url.expose()).await?;
            }
        }
        println!(
            "{} is restored; run `license-server migrate` if the program is newer",
            self.file.display()
        );
        Ok(())
    }
}

/// Copies beside the database first, so that a broken copy destroys nothing.
fn restore_sqlite(from: &Path, to: &Path) -> Result<()> {
    let magic = fs::read(from).with_context(|| format!("{} cannot be read", from.display()))?;
    if !magic.starts_with(b"SQLite format 3\0") {
        bail!("{} is not an SQLite database", from.display());
    }
    if let Some(folder) = to.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder)?;
    }
    let copy = to.with_extension("restoring");
    fs::write(&copy, magic).with_context(|| format!("{} cannot be written", copy.display()))?;
    for ending in ["-wal", "-shm"] {
        let mut leftover = to.as_os_str().to_owned();
        leftover.push(ending);
        if Path::new(&leftover).exists() {
            fs::remove_file(&leftover)?;
        }
    }
    fs::rename(&copy, to).with_context(|| format!("{} cannot be replaced", to.display()))
}
