//! The only place where a transaction begins and commits.

use crate::backend::{Backend, SqliteWriter};
use crate::error::{Error, Result};
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult,
    SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait,
};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::sync::OwnedSemaphorePermit;

/// An open transaction; dropping it without [`Tx::commit`] rolls back.
#[derive(Debug)]
pub struct Tx {
    inner: DatabaseTransaction,
    faults: Option<Arc<Faults>>,
    writer: Option<OwnedSemaphorePermit>,
    sqlite_writer: Option<Arc<SqliteWriter>>,
}

impl Backend {
    /// Begins a writing transaction.
    ///
    /// SQLite has one writer: requests of this process line up here, where waiting is fair
    /// and free, instead of in SQLite's busy loop; the mode is immediate, so that no
    /// transaction fails half-way because another one wrote first.
    ///
    /// # Errors
    /// When the database cannot be reached.
    pub async fn begin(&self) -> Result<Tx> {
        let sqlite = self.database.get_database_backend() == DbBackend::Sqlite;
        let writer = if sqlite {
            self.writer.clone().acquire_owned().await.ok()
        } else {
            None
        };
        let options = TransactionOptions {
            sqlite_transaction_mode: sqlite.then_some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let sqlite_writer = self.sqlite_writer.clone();
        let connection = sqlite_writer
            .as_ref()
            .map_or(&self.database, |writer| &writer.connection);
        let inner = connection.begin_with_options(options).await?;
        Ok(Tx {
            inner,
            faults: self.faults.clone(),
            writer,
            sqlite_writer,
        })
    }
}

impl Tx {
    /// Makes everything done in it permanent.
    ///
    /// # Errors
    /// When the database did not confirm. It may all be permanent even so, since the answer alone
    /// can be lost: whatever is tried again must find out.
    pub async fn commit(self) -> Result<()> {
        self.check()?;
        self.inner.commit().await?;
        drop(self.writer);
        if let Some(faults) = self.faults {
            faults.check(Moment::Committed)?;
        }
        if let Some(writer) = self.sqlite_writer {
            writer.log.flush().await.map_err(|error| {
                Error::Internal(anyhow::Error::new(error).context("flushing SQLite's log"))
            })?;
        }
        Ok(())
    }

    fn check(&self) -> Result<(), DbErr> {
        let faults = self.faults.as_ref();
        faults.map_or(Ok(()), |faults| faults.check(Moment::Statement))
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        self.inner.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.check()?;
        self.inner.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.check()?;
        self.inner.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.check()?;
        self.inner.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.check()?;
        self.inner.query_all_raw(statement).await
    }
}

/// Lets the n-th statement fail, or the answer to the n-th commit get lost, once, so that tests can
/// prove that no command leaves anything half done or does anything twice.
#[derive(Debug)]
pub struct Faults {
    moment: Moment,
    left: AtomicU32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moment {
    Statement,
    Committed,
}

impl Faults {
    /// Fails the statement (or commit) with this number, counted from 0.
    #[must_use]
    pub fn at(statement: u32) -> Arc<Self> {
        Self::new(Moment::Statement, statement)
    }

    /// Carries the commit with this number out, counted from 0, and says that it failed.
    #[must_use]
    pub fn after_commit(commit: u32) -> Arc<Self> {
        Self::new(Moment::Committed, commit)
    }

    /// The fault has happened.
    #[must_use]
    pub fn has_struck(&self) -> bool {
        self.left.load(Ordering::SeqCst) == u32::MAX
    }

    fn new(moment: Moment, earlier: u32) -> Arc<Self> {
        let left = AtomicU32::new(earlier);
        Arc::new(Self { moment, left })
    }

    fn check(&self, moment: Moment) -> Result<(), DbErr> {
        if moment != self.moment || self.has_struck() {
            return Ok(());
        }
        if self.left.fetch_sub(1, Ordering::SeqCst) == 0 {
            return Err(DbErr::Custom("injected fault".to_owned()));
        }
        Ok(())
    }
}
