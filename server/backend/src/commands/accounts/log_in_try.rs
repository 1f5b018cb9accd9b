//! One try to log in: counted before it is made, so that tries made at the same time count as
//! well; given back when it succeeds.

use super::limit::{self, Limit};
use super::{ClientInfo, client_hash, event, known_browser};
use crate::backend::Backend;
use crate::caller::Actor;
use crate::error::{Error, Result};
use crate::store::account::find_by_email;
use crate::store::audit;
use crate::store::entities::account::Model;
use crate::transaction::Tx;
use serde_json::json;
use shared::audit::EventKind;

/// Whether the address has an account makes no difference to what is written, so none to how
/// long a try takes.
pub(super) struct LogInTry<'a> {
    backend: &'a Backend,
    client: &'a ClientInfo,
    email_hash: &'a str,
    /// How it would log in, for the audit trail.
    method: &'static str,
    counters: Vec<(Limit, String)>,
}

impl<'a> LogInTry<'a> {
    /// `of_address` counts the tries of strangers; a browser that is known has a counter of its
    /// own.
    pub(super) fn new(
        backend: &'a Backend,
        client: &'a ClientInfo,
        email_hash: &'a str,
        method: &'static str,
        of_address: Limit,
    ) -> Self {
        let counters = match known_browser::find(backend, email_hash, client) {
            Some(browser) => vec![(limit::FAILURES_OF_KNOWN_BROWSER, browser)],
            None => vec![
                (limit::FAILURES_OF_CLIENT, client_hash(backend, client)),
                (of_address, email_hash.to_owned()),
            ],
        };
        Self {
            backend,
            client,
            email_hash,
            method,
            counters,
        }
    }

    /// Counts the try, and reads the account of the address.
    ///
    /// # Errors
    /// Refused with [`shared::problem::Problem::TooManyTries`] when there were enough already.
    pub(super) async fn count(&self) -> Result<Option<Model>> {
        let tx = self.backend.begin().await?;
        let account = find_by_email(&tx, self.email_hash).await?;
        let spent = self.spend(&tx).await;
        if let Err(Error::Refused(_)) = &spent {
            drop(tx);
            // Whoever made the last try may not have lived to tell of the lock.
            let tx = self.backend.begin().await?;
            self.tell_locks(&tx, account.as_ref()).await?;
            tx.commit().await?;
        } else {
            tx.commit().await?;
        }
        spent.map(|()| account)
    }

    async fn spend(&self, tx: &Tx) -> Result<()> {
        for (limit, whose) in &self.counters {
            limit.spend(tx, whose, self.backend.now()).await?;
        }
        Ok(())
    }

    /// Records that the try failed.
    pub(super) async fn failed(&self, account: Option<&Model>) -> Result<()> {
        let event = event(EventKind::LogInFailed, account.map(|account| account.id))
            .with_detail(json!({ "method": self.method }));
        let tx = self.backend.begin().await?;
        self.record(&tx, Actor::System, event).await?;
        self.tell_locks(&tx, account).await?;
        tx.commit().await
    }

    /// Records that the try succeeded, and forgets those that did not.
    pub(super) async fn succeeded(&self, tx: &Tx, account: &Model) -> Result<()> {
        for (limit, whose) in &self.counters {
            // Others of the same network may be guessing.
            if *limit == limit::FAILURES_OF_CLIENT {
                limit.give_back(tx, whose).await?;
            } else {
                limit.clear(tx, whose).await?;
            }
        }
        let event = event(EventKind::LoggedIn, Some(account.id))
            .with_detail(json!({ "method": self.method }));
        self.record(tx, Actor::Account(account.id), event).await
    }

    /// Once for each lock, by whoever meets it first.
    async fn tell_locks(&self, tx: &Tx, account: Option<&Model>) -> Result<()> {
        for (limit, whose) in &self.counters {
            if !limit.tell_lock(tx, whose, self.backend.now()).await? {
                continue;
            }
            let account = account.filter(|_| *limit != limit::FAILURES_OF_CLIENT);
            let event = event(EventKind::AccountLocked, account.map(|account| account.id))
                .with_detail(json!({ "method": self.method, "locked": limit.counts() }));
            self.record(tx, Actor::System, event).await?;
        }
        Ok(())
    }

    /// With where the try came from.
    async fn record(&self, tx: &Tx, actor: Actor, event: audit::Event<'_>) -> Result<()> {
        let from = format!("{} {}", self.client.ip, self.client.user_agent);
        let event = event.with_note(&from);
        audit::record(tx, self.backend, actor, self.backend.now(), event).await
    }
}
