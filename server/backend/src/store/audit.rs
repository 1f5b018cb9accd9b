//! The audit trail.

use super::entities::audit_event::{ActiveModel, Column, Entity};
use crate::backend::Backend;
use crate::caller::Actor;
use crate::error::Result;
use crate::instant::{from_millis, to_millis};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, QueryOrder, Statement};
use serde_json::Value;
use shared::audit::EventKind;
use shared::wire::application::TimelineEvent;

/// A kind of one of the two closed lists: nothing else can be recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind(&'static str);

impl From<EventKind> for Kind {
    fn from(kind: EventKind) -> Self {
        Self(kind.code())
    }
}

impl From<TimelineEvent> for Kind {
    fn from(event: TimelineEvent) -> Self {
        Self(event.code())
    }
}

/// One thing that happened. `detail` holds values without personal data; words a person
/// wrote go into `note`, which is encrypted.
#[derive(Debug, Clone)]
pub struct Event<'a> {
    pub kind: Kind,
    pub subject: &'static str,
    pub subject_id: Option<i64>,
    pub application_id: Option<i64>,
    /// Whose data it is about.
    pub account_id: Option<i64>,
    pub detail: Value,
    pub note: Option<&'a str>,
}

impl<'a> Event<'a> {
    /// An event about an application.
    #[must_use]
    pub fn of_application(
        kind: TimelineEvent,
        application: &super::entities::application::Model,
    ) -> Event<'a> {
        Event {
            kind: kind.into(),
            subject: "application",
            subject_id: Some(application.id),
            application_id: Some(application.id),
            account_id: Some(application.account_id),
            detail: Value::Object(serde_json::Map::new()),
            note: None,
        }
    }

    /// The same event with values.
    #[must_use]
    pub fn with_detail(mut self, detail: Value) -> Self {
        self.detail = detail;
        self
    }

    /// The same event with somebody's words.
    #[must_use]
    pub fn with_note(mut self, note: &'a str) -> Self {
        self.note = Some(note).filter(|note| !note.is_empty());
        self
    }
}

/// Appends an event in the transaction of the change it tells of.
///
/// # Errors
/// When the database refuses.
pub async fn record(
    tx: &Tx,
    backend: &Backend,
    actor: Actor,
    at: DateTime<Utc>,
    event: Event<'_>,
) -> Result<()> {
    record_all(tx, backend, actor, at, vec![event]).await
}

/// Appends several events of one instant in their order.
///
/// # Errors
/// When the database refuses.
pub async fn record_all(
    tx: &Tx,
    backend: &Backend,
    actor: Actor,
    at: DateTime<Utc>,
    events: Vec<Event<'_>>,
) -> Result<()> {
    let rows = events
        .into_iter()
        .map(|event| row(backend, actor, at, event))
        .collect::<Result<Vec<_>>>()?;
    Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

fn row(
    backend: &Backend,
    actor: Actor,
    at: DateTime<Utc>,
    event: Event<'_>,
) -> Result<ActiveModel> {
    let (actor, actor_account_id) = match actor {
        Actor::Account(id) => ("account", Some(id)),
        Actor::System => ("system", None),
        Actor::Authority => ("authority", None),
    };
    let note_encrypted = event
        .note
        .map(|note| backend.cipher.encrypt("audit_event.note", note))
        .transpose()?;
    Ok(ActiveModel {
        at: Set(to_millis(at)),
        actor: Set(actor.to_owned()),
        actor_account_id: Set(actor_account_id),
        kind: Set(event.kind.0.to_owned()),
        subject: Set(event.subject.to_owned()),
        subject_id: Set(event.subject_id),
        application_id: Set(event.application_id),
        account_id: Set(event.account_id),
        detail: Set(event.detail.to_string()),
        note_encrypted: Set(note_encrypted),
        ..ActiveModel::default()
    })
}

/// When the newest event happened; `None` in an empty trail.
///
/// # Errors
/// When the database refuses.
pub async fn newest_at(connection: &impl ConnectionTrait) -> Result<Option<DateTime<Utc>>> {
    let newest = Entity::find()
        .order_by_desc(Column::Id)
        .one(connection)
        .await?;
    Ok(newest.map(|row| from_millis(row.at)))
}

/// The numbers of running transactions.
#[derive(Debug, Clone, Copy)]
pub struct RunningTransactions {
    /// Of the oldest; that of the next one while none is running.
    pub oldest: i64,
    /// Of the next one to begin.
    pub next: i64,
}

/// Which transactions may still append events with ids that are taken already.
///
/// # Errors
/// When the database refuses.
pub async fn running_transactions(
    connection: &impl ConnectionTrait,
) -> Result<RunningTransactions> {
    let none = RunningTransactions { oldest: 0, next: 0 };
    let database = connection.get_database_backend();
    // SQLite has one writer: its ids become visible in their order.
    if database != DbBackend::Postgres {
        return Ok(none);
    }
    let sql = "SELECT pg_snapshot_xmin(snapshot)::text::bigint AS oldest, \
               pg_snapshot_xmax(snapshot)::text::bigint AS next \
               FROM pg_current_snapshot() AS snapshot";
    let row = connection
        .query_one_raw(Statement::from_string(database, sql))
        .await?;
    let Some(row) = row else { return Ok(none) };
    Ok(RunningTransactions {
        oldest: row.try_get("", "oldest")?,
        next: row.try_get("", "next")?,
    })
}
