//! PostgreSQL for the tests: the server that `LICENSE_TEST_POSTGRES_URL` names (its user
//! must be allowed to create databases), or a cluster of this process's own.

use migration::{Migrator, MigratorTrait};
use postgres_cluster::Cluster;
use std::sync::OnceLock;
use std::{env, thread};

#[derive(Debug)]
pub struct PostgresServer {
    url: String,
    /// Name of a migrated database to copy from.
    template: String,
    _own: Option<Cluster>,
}

impl PostgresServer {
    /// Started by the first test that asks; `None`, with a loud line, where PostgreSQL is
    /// not installed. In continuous integration it has to be.
    pub fn of_this_process() -> Option<&'static Self> {
        static SERVER: OnceLock<Option<PostgresServer>> = OnceLock::new();
        let server = SERVER
            .get_or_init(|| {
                let server = match env::var("LICENSE_TEST_POSTGRES_URL") {
                    Ok(url) => Self::at(url, None),
                    Err(_) => Self::start()?,
                };
                server.make_template();
                Some(server)
            })
            .as_ref();
        if server.is_none() {
            assert!(env::var_os("CI").is_none(), "PostgreSQL is not installed");
            eprintln!(
                "NOT TESTED ON POSTGRESQL: initdb was found neither in PATH nor in /usr/lib/postgresql"
            );
        }
        server
    }

    pub fn url(&self) -> &str {
        &self.url
    }

    pub fn template(&self) -> &str {
        &self.template
    }

    fn at(url: String, own: Option<Cluster>) -> Self {
        Self {
            url,
            template: format!("license_test_{}_template", std::process::id()),
            _own: own,
        }
    }

    /// Nothing in it has to survive a power cut.
    fn start() -> Option<Self> {
        let settings = [
            "fsync=off",
            "synchronous_commit=off",
            "full_page_writes=off",
        ];
        let cluster = Cluster::start(&settings).unwrap()?;
        Some(Self::at(cluster.url("postgres"), Some(cluster)))
    }

    /// In a thread of its own, because tests have their own runtimes.
    fn make_template(&self) {
        let make = async {
            self.administer(&format!("CREATE DATABASE {}", self.template))
                .await;
            let connection = self.connect(&self.template).await;
            Migrator::up(&connection, None).await.unwrap();
            connection.close().await.unwrap();
        };
        let run = || {
            tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .unwrap()
                .block_on(make);
        };
        thread::scope(|scope| scope.spawn(run).join().unwrap());
    }
}
