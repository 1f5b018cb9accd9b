//! Where the data is.

use super::sources::Values;
use super::{ConfigError, Secret};
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// `LICENSE_DATABASE__URL`, `LICENSE_DATABASE__CONNECTIONS`.
#[derive(Debug, Clone)]
pub struct DatabaseConfig {
    pub url: DatabaseUrl,
    /// Connections kept open at most.
    pub connections: u32,
}

/// One of the two databases.
#[derive(Debug, Clone)]
pub enum DatabaseUrl {
    /// A file, made when it is missing.
    Sqlite(PathBuf),
    /// The whole address; it holds a password.
    Postgres(Secret),
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Raw {
    url: Option<String>,
    connections: Option<u32>,
}

/// Each has a thread and a cache of pages here; more than a few make SQLite no faster.
const SQLITE_CONNECTIONS: u32 = 4;
/// A connection is idle while the server works.
const POSTGRES_CONNECTIONS: u32 = 16;

const KEY: &str = "database.url";
const EXPECTED: &str = "sqlite://… or postgres://…";

impl DatabaseConfig {
    pub(super) fn read(values: &Values, demo: bool, data_dir: &Path) -> Result<Self, ConfigError> {
        let raw: Raw = values.get("database")?.unwrap_or_default();
        let url = match raw.url {
            Some(url) => parse(&url)?,
            None if demo => DatabaseUrl::Sqlite(data_dir.join("license.sqlite")),
            None => return Err(ConfigError::missing(KEY, EXPECTED)),
        };
        let usual = match url {
            DatabaseUrl::Sqlite(_) => SQLITE_CONNECTIONS,
            DatabaseUrl::Postgres(_) => POSTGRES_CONNECTIONS,
        };
        let section = Self {
            url,
            connections: raw.connections.unwrap_or(usual),
        };
        section.validate()?;
        Ok(section)
    }

    fn validate(&self) -> Result<(), ConfigError> {
        match self.connections {
            2..=1000 => Ok(()),
            found => Err(ConfigError::new(
                "database.connections",
                format!("expected 2 to 1000, found {found}"),
            )),
        }
    }
}

fn parse(url: &str) -> Result<DatabaseUrl, ConfigError> {
    // A password may follow the scheme, so that no more than the scheme is shown.
    let shown = url
        .split_once("://")
        .map_or("no scheme".to_owned(), |(scheme, _)| {
            format!("{scheme}://…")
        });
    match url.split_once("://") {
        Some(("sqlite", path)) => match path.split('?').next() {
            Some(path) if !path.is_empty() => Ok(DatabaseUrl::Sqlite(PathBuf::from(path))),
            _ => Err(ConfigError::new(
                KEY,
                "expected a file after sqlite://, found none",
            )),
        },
        Some(("postgres" | "postgresql", rest)) if !rest.is_empty() => {
            Ok(DatabaseUrl::Postgres(Secret::from(url.to_owned())))
        }
        _ => Err(ConfigError::new(
            KEY,
            format!("expected {EXPECTED}, found {shown}"),
        )),
    }
}
