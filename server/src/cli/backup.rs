//! `license-server backup`

use crate::config::{Config, DatabaseUrl, Sources};
use crate::wiring;
use anyhow::{Context, Result, anyhow, bail};
use backend::store::backup::copy_sqlite;
use clap::Args;
use percent_encoding::percent_decode_str;
use std::path::PathBuf;
use tokio::process::Command;
use url::Url;

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
                run_postgres_program(&mut dump, "pg_dump", url.expose()).await?;
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

/// Runs a program of PostgreSQL's on a database.
///
/// # Errors
/// When it is not installed or fails.
pub(super) async fn run_postgres_program(
    command: &mut Command,
    name: &str,
    database: &str,
) -> Result<()> {
    let (address, password) = without_password(database)?;
    // In the environment, because everybody on the machine can read a program's arguments.
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    let status = command
        .arg("--dbname")
        .arg(address)
        .status()
        .await
        .with_context(|| {
            format!("{name} is not installed: install PostgreSQL's client programs")
        })?;
    if !status.success() {
        bail!("{name} failed, see above");
    }
    Ok(())
}

/// A database's address without its password, and the password.
fn without_password(address: &str) -> Result<(String, Option<String>)> {
    let mut address = Url::parse(address).map_err(|_| unreadable())?;
    let Some(password) = address.password() else {
        return Ok((address.into(), None));
    };
    let password = percent_decode_str(password)
        .decode_utf8_lossy()
        .into_owned();
    address.set_password(None).map_err(|()| unreadable())?;
    Ok((address.into(), Some(password)))
}

/// Does not repeat the address, which holds a password.
fn unreadable() -> anyhow::Error {
    anyhow!("LICENSE_DATABASE__URL is no address")
}

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn the_password_leaves_the_address() {
        let (address, password) =
            without_password("postgres://license:a%40b@db:5433/license?sslmode=require").unwrap();
        assert_eq!(
            address,
            "postgres://license@db:5433/license?sslmode=require"
        );
        assert_eq!(password.as_deref(), Some("a@b"));
        let (address, password) = without_password("postgres:///license").unwrap();
        assert_eq!((address.as_str(), password), ("postgres:///license", None));
        let wrong = without_password("postgres://license:secret@db:port/license")
            .map(drop)
            .unwrap_err();
        assert!(!wrong.to_string().contains("secret"), "{wrong}");
    }
}
