//! Everything a use-case works with.

use crate::cipher::Cipher;
use crate::error::Result;
use crate::live::Live;
use crate::settings::Settings;
use crate::write_ahead_log::WriteAheadLog;
use chrono::{DateTime, Utc};
use ports::authority::Authority;
use ports::clock::Clock;
use ports::mailer::Mailer;
use ports::random::Random;
use ports::resolver::Resolver;
use sea_orm::DatabaseConnection;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicI64;
use tokio::sync::Semaphore;

/// Shared by all requests and jobs; cheap to clone.
#[derive(Debug, Clone)]
pub struct Backend {
    pub database: DatabaseConnection,
    pub cipher: Cipher,
    pub clock: Arc<dyn Clock>,
    pub random: Arc<dyn Random>,
    pub authority: Arc<dyn Authority>,
    pub mailer: Arc<dyn Mailer>,
    pub resolver: Arc<dyn Resolver>,
    pub settings: Arc<Settings>,
    pub live: Live,
    /// The resumption of the channel for which this process has compared its sequence number
    /// with the authority's; negative before the first.
    pub(crate) compared_numbers: Arc<AtomicI64>,
    pub(crate) writer: Arc<Semaphore>,
    /// The connection that writes to SQLite; without one, any connection does.
    pub(crate) sqlite_writer: Option<Arc<SqliteWriter>>,
    /// Fails a chosen statement; set by tests that fail each step once.
    pub faults: Option<Arc<crate::transaction::Faults>>,
}

/// How this process writes to SQLite.
#[derive(Debug)]
pub(crate) struct SqliteWriter {
    pub connection: DatabaseConnection,
    pub log: WriteAheadLog,
}

/// The outside world, as the binary or a test wires it.
#[derive(Debug, Clone)]
pub struct Ports {
    pub clock: Arc<dyn Clock>,
    pub random: Arc<dyn Random>,
    pub authority: Arc<dyn Authority>,
    pub mailer: Arc<dyn Mailer>,
    pub resolver: Arc<dyn Resolver>,
}

impl Backend {
    /// Puts the parts together.
    #[must_use]
    pub fn new(
        database: DatabaseConnection,
        secret: &[u8; 32],
        ports: Ports,
        settings: Settings,
    ) -> Self {
        Self {
            cipher: Cipher::new(secret, ports.random.clone()),
            live: Live::default(),
            compared_numbers: Arc::new(AtomicI64::new(-1)),
            writer: Arc::new(Semaphore::new(1)),
            sqlite_writer: None,
            faults: None,
            database,
            clock: ports.clock,
            random: ports.random,
            authority: ports.authority,
            mailer: ports.mailer,
            resolver: ports.resolver,
            settings: Arc::new(settings),
        }
    }

    /// Writes to this SQLite file through a connection of its own, whose pages stay in its
    /// cache because nobody else in this process changes them. Commits share their flushes, so
    /// that the connection must leave flushing to us.
    #[must_use]
    pub fn with_sqlite_writer(mut self, file: &Path, connection: DatabaseConnection) -> Self {
        self.sqlite_writer = Some(Arc::new(SqliteWriter {
            connection,
            log: WriteAheadLog::of(file),
        }));
        self
    }

    /// Closes the connections, so that SQLite moves its log into its file: what a stopped
    /// server leaves is one file.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn close(&self) -> Result<()> {
        if let Some(writer) = &self.sqlite_writer {
            writer.connection.clone().close().await?;
        }
        self.database.clone().close().await?;
        Ok(())
    }

    /// The present instant, to the millisecond, as rows keep it.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        crate::instant::from_millis(crate::instant::to_millis(self.clock.now()))
    }

    /// An unguessable identifier of 128 bits in hex.
    #[must_use]
    pub fn random_key(&self) -> String {
        let mut bytes = [0_u8; 16];
        self.random.fill(&mut bytes);
        hex::encode(bytes)
    }
}
