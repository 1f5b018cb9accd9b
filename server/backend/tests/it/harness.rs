//! What every test starts from: a migrated database, a clock that stands still, and an
//! outside world that records.
//!
//! ```ignore
//! on_each_database!(a_code_is_issued);
//! async fn a_code_is_issued(h: &Harness) {
//!     let holder = h.holder().await;
//!     …
//! }
//! ```
//!
//! makes two tests, `a_code_is_issued::sqlite` and `a_code_is_issued::postgres`.

mod database;
mod fixtures;
mod outside_world;
mod postgres_server;

pub use database::TestDatabase;
pub use outside_world::{FakeClock, RecordingMailer, TableResolver};

use backend::backend::{Backend, Ports};
use backend::jobs::runner::run_queued;
use backend::settings::{ProviderSettings, Settings};
use backend::store;
use futures::FutureExt;
use ports::authority::fake::FakeAuthority;
use ports::random::SystemRandom;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Makes a test for each database from an async function that takes a [`Harness`].
macro_rules! on_each_database {
    ($test:ident) => {
        mod $test {
            #[tokio::test]
            async fn sqlite() {
                $crate::harness::Harness::on_sqlite()
                    .await
                    .run(async |h| super::$test(h).await)
                    .await;
            }

            #[tokio::test]
            async fn postgres() {
                if let Some(harness) = $crate::harness::Harness::on_postgres().await {
                    harness.run(async |h| super::$test(h).await).await;
                }
            }
        }
    };
}
pub(crate) use on_each_database;

/// A back end of its own, and handles on what surrounds it.
#[derive(Debug)]
pub struct Harness {
    pub backend: Backend,
    pub clock: Arc<FakeClock>,
    pub authority: Arc<FakeAuthority>,
    pub mailer: Arc<RecordingMailer>,
    pub resolver: Arc<TableResolver>,
    jobs_may_be_left: AtomicBool,
    database: TestDatabase,
}

impl Harness {
    /// On a new SQLite file.
    pub async fn on_sqlite() -> Self {
        Self::on(TestDatabase::sqlite().await)
    }

    /// On a new PostgreSQL database; `None`, with a loud line, where there is no PostgreSQL.
    pub async fn on_postgres() -> Option<Self> {
        TestDatabase::postgres().await.map(Self::on)
    }

    fn on(database: TestDatabase) -> Self {
        let clock = Arc::new(FakeClock::default());
        let authority = Arc::new(FakeAuthority::demo());
        let mailer = Arc::new(RecordingMailer::default());
        let resolver = Arc::new(TableResolver::default());
        let ports = Ports {
            clock: clock.clone(),
            random: Arc::new(SystemRandom),
            authority: authority.clone(),
            mailer: mailer.clone(),
            resolver: resolver.clone(),
        };
        let settings = Settings {
            public_url: "https://license.example".to_owned(),
            provider: ProviderSettings::of_demo(),
            ..Settings::default()
        };
        Self {
            backend: Backend::new(database.connection.clone(), &[7; 32], ports, settings),
            clock,
            authority,
            mailer,
            resolver,
            jobs_may_be_left: AtomicBool::new(false),
            database,
        }
    }

    /// Another back end in a world of its own, on the same kind of database.
    pub async fn another(&self) -> Self {
        Self::on(self.database.another().await)
    }

    /// Runs a test; afterwards no job may be left, unless the test has said so.
    pub async fn run(self, test: impl AsyncFnOnce(&Self)) {
        let outcome = AssertUnwindSafe(test(&self)).catch_unwind().await;
        let left = store::job::waiting(&self.backend.database).await;
        let jobs_may_be_left = self.jobs_may_be_left.load(Ordering::SeqCst);
        self.database.remove().await;
        if let Err(panic) = outcome {
            resume_unwind(panic);
        }
        let left: Vec<_> = left.unwrap().into_iter().map(|job| job.payload).collect();
        assert!(
            jobs_may_be_left || left.is_empty(),
            "jobs are left: {left:?}"
        );
    }

    /// Runs every queued job that is due; returns how many ran.
    pub async fn run_jobs(&self) -> u32 {
        run_queued(&self.backend).await.unwrap()
    }

    /// This test leaves jobs in the queue on purpose.
    pub fn jobs_may_be_left(&self) {
        self.jobs_may_be_left.store(true, Ordering::SeqCst);
    }

    /// Another process on the same database and the same outside world: its writers do not
    /// line up with ours.
    pub fn second_process(&self) -> Backend {
        let ports = Ports {
            clock: self.clock.clone(),
            random: Arc::new(SystemRandom),
            authority: self.authority.clone(),
            mailer: self.mailer.clone(),
            resolver: self.resolver.clone(),
        };
        let settings = Settings::clone(&self.backend.settings);
        Backend::new(self.database.connection.clone(), &[7; 32], ports, settings)
    }

    /// The same database under other settings.
    pub fn with_settings(&self, change: impl FnOnce(&mut Settings)) -> Backend {
        let mut settings = Settings::clone(&self.backend.settings);
        change(&mut settings);
        let mut backend = self.backend.clone();
        backend.settings = Arc::new(settings);
        backend
    }
}
