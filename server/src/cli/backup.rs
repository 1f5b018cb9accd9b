//! `license-server backup`

use crate::config::{Config, DatabaseUrl, Sources};
use crate::wiring;
use anyhow::{Context, Result, bail};
use backend::store::backup::copy_sqlite;
use clap::Args;
use std::path::PathBuf;
use tokio::process::Command;

/// Write the whole database into one file, while the system runs.
///
/// Keep LICENSE_SECRET_KEY apart from it: without that key nobody, not even you, can read
/// the personal data inside. PostgreSQL needs the program pg_dump.
#[derive(Debug, Args)]
pub struct Arguments {
    /// The file; it must not exist yet.
    file: PathBuf,
}

impl Arguments {
    pub async fn run(self, sources: &Sources) -> Result<()> {
        if self.file.exists() {
            bail!("{} exists already", self.file.display());
        }
        let config = Config::read(sources)?;
        match &config.database.url {
            DatabaseUrl::Sqlite(from) if !from.is_file() => {
                bail!("there is no database at {}", from.display())
            }
            DatabaseUrl::Sqlite(_) => {
                let database = wiring::connect(&config.database).await?;
                let file = self.file.to_str().context("the file's name is not UTF-8")?;
                copy_sqlite(&database, file).await?;
            }
            DatabaseUrl::Postgres(url) => {
                let mut dump = Command::new("pg_dump");
                dump.args(["--format=custom", "--no-owner", "--file"])
                    .arg(&self.file);
                run_postgres_program(dump.arg("--dbname").arg(url.expose()), "pg_dump").await?;
            }
        }
        let fingerprint = wiring::key_fingerprint(&config)?;
        println!(
            "{} is written; it needs the LICENSE_SECRET_KEY with fingerprint {fingerprint}",
            self.file.display()
        );
        Ok(())
    }
}

/// Runs a program of PostgreSQL's.
///
/// # Errors
/// When it is not installed or fails.
pub(super) async fn run_postgres_program(command: &mut Command, name: &str) -> Result<()> {
    let status = command.status().await.with_context(|| {
        format!("{name} is not installed: install PostgreSQL's client programs")
    })?;
    if !status.success() {
        bail!("{name} failed, see above");
    }
    Ok(())
}
