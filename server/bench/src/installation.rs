//! One installation of the system: this program and the server it starts work on the same
//! database, under the same settings.

use anyhow::Result;
use backend::backend::Backend;
use server::config::{Config, Sources};
use server::wiring;
use std::path::Path;

/// Its settings, as the server's environment.
#[derive(Debug, Clone)]
pub struct Installation {
    settings: Vec<(String, String)>,
}

impl Installation {
    /// On a database; other files go into `folder`.
    pub fn new(database_url: &str, folder: &Path) -> Self {
        let folder = folder.display().to_string();
        let settings = [
            ("LICENSE_DATABASE__URL", database_url),
            ("LICENSE_DATA_DIR", &folder),
            (
                "LICENSE_SECRET_KEY",
                "a key that protects nothing: measurements only",
            ),
            // Nobody listens there: what is sent to the authority or as a mail stays in the queue.
            ("LICENSE_AUTHORITY__URL", "http://127.0.0.1:9"),
            ("LICENSE_AUTHORITY__ISP_ID", "110000000999"),
            ("LICENSE_AUTHORITY__USER", "bench"),
            ("LICENSE_AUTHORITY__PASSWORD", "bench-password"),
            ("LICENSE_SMTP__URL", "smtp://127.0.0.1:9"),
            ("LICENSE_SMTP__FROM", "license@example.com"),
            ("LICENSE_PROVIDER__NAME", "Example Cloud"),
            ("LICENSE_PROVIDER__HELP_EMAIL", "help@example.com"),
            ("LICENSE_PROVIDER__IP_RANGES", "203.0.113.0/24"),
        ];
        Self {
            settings: settings
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .to_vec(),
        }
    }

    /// What the server is started with.
    pub fn settings(&self) -> &[(String, String)] {
        &self.settings
    }

    /// The back end on the migrated database, wired as the server wires it.
    pub async fn open(&self) -> Result<Backend> {
        let sources = Sources {
            file: None,
            environment: self.settings.clone(),
        };
        let config = Config::read(&sources)?;
        let database = wiring::connect(&config.database).await?;
        wiring::migrate(&database).await?;
        wiring::backend(&config, database).await
    }
}
