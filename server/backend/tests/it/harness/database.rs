//! One new, migrated database for each test.

use super::postgres_server::PostgresServer;
use migration::{Migrator, MigratorTrait};
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection};
use std::sync::atomic::{AtomicU32, Ordering};
use tempfile::TempDir;

#[derive(Debug)]
pub struct TestDatabase {
    pub connection: DatabaseConnection,
    place: Place,
}

#[derive(Debug)]
enum Place {
    /// Removed when dropped.
    Folder(TempDir),
    Postgres {
        server: &'static PostgresServer,
        name: String,
    },
}

impl TestDatabase {
    pub async fn sqlite() -> Self {
        let database = Self::sqlite_without_tables().await;
        Migrator::up(&database.connection, None).await.unwrap();
        database
    }

    pub async fn sqlite_without_tables() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("license.sqlite");
        let mut options = ConnectOptions::new(format!("sqlite://{}?mode=rwc", file.display()));
        options.sqlx_logging(false).map_sqlx_sqlite_opts(|options| {
            options
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Off)
        });
        Self {
            connection: Database::connect(options).await.unwrap(),
            place: Place::Folder(folder),
        }
    }

    /// A copy of a migrated database; `None` where there is no PostgreSQL.
    pub async fn postgres() -> Option<Self> {
        let server = PostgresServer::of_this_process()?;
        Some(Self::postgres_from(server, server.template()).await)
    }

    /// A new, migrated database of the same kind.
    pub async fn another(&self) -> Self {
        match self.place {
            Place::Folder(_) => Self::sqlite().await,
            Place::Postgres { server, .. } => Self::postgres_from(server, server.template()).await,
        }
    }

    /// `None` where there is no PostgreSQL.
    pub async fn postgres_without_tables() -> Option<Self> {
        let server = PostgresServer::of_this_process()?;
        Some(Self::postgres_from(server, "template0").await)
    }

    async fn postgres_from(server: &'static PostgresServer, template: &str) -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::SeqCst);
        let name = format!("license_test_{}_{number}", std::process::id());
        server
            .administer(&format!("CREATE DATABASE {name} TEMPLATE {template}"))
            .await;
        Self {
            connection: server.connect(&name).await,
            place: Place::Postgres { server, name },
        }
    }

    pub async fn remove(self) {
        self.connection.close().await.unwrap();
        match self.place {
            Place::Folder(folder) => folder.close().unwrap(),
            Place::Postgres { server, name } => {
                server
                    .administer(&format!("DROP DATABASE {name} WITH (FORCE)"))
                    .await;
            }
        }
    }
}

impl PostgresServer {
    /// Connects to one of its databases.
    pub async fn connect(&self, database: &str) -> DatabaseConnection {
        let name = database.to_owned();
        let mut options = ConnectOptions::new(self.url());
        options
            .sqlx_logging(false)
            .max_connections(8)
            .map_sqlx_postgres_opts(move |options| options.database(&name));
        Database::connect(options).await.unwrap()
    }

    /// Runs a statement that makes or removes a database.
    pub async fn administer(&self, statement: &str) {
        let connection = self.connect("postgres").await;
        connection.execute_unprepared(statement).await.unwrap();
        connection.close().await.unwrap();
    }
}
