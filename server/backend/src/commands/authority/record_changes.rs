//! BASJ: what the register changed stands in the audit trail, with what was here before.

use crate::backend::Backend;
use crate::caller::Actor;
use crate::error::Result;
use crate::store::audit::{Event, record};
use crate::store::entities::{entity, website};
use crate::store::entity_name::{EntityName, for_staff};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use ports::authority::{FilingRow, WebsiteRow};
use serde_json::{Map, Value, json};
use shared::audit::EventKind;

/// Records another name or number of an entity. A person's name is masked.
pub async fn entity_changes(
    tx: &Tx,
    backend: &Backend,
    entity: &entity::Model,
    before: &EntityName,
    after: &EntityName,
    filing: &FilingRow,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut changes = Map::new();
    if before.name != after.name {
        let shown = |name: &str| for_staff(after.nature.as_deref(), name.to_owned());
        let change = json!({ "old": shown(&before.name), "new": shown(&after.name) });
        changes.insert("name".to_owned(), change);
    }
    let number = filing.entity_license_number.as_deref();
    changes.extend(number_change(entity.license_number.as_deref(), number));
    let event = Event {
        kind: EventKind::EntityChanged.into(),
        subject: "entity",
        subject_id: Some(entity.id),
        application_id: None,
        account_id: Some(entity.account_id),
        detail: Value::Null,
        note: None,
    };
    record_changes(tx, backend, event, changes, now).await
}

/// Records another number of a website.
pub async fn website_changes(
    tx: &Tx,
    backend: &Backend,
    account_id: i64,
    before: &website::Model,
    row: &WebsiteRow,
    now: DateTime<Utc>,
) -> Result<()> {
    let number = row.license_number.as_deref();
    let changes = number_change(before.license_number.as_deref(), number)
        .into_iter()
        .collect();
    let event = Event {
        kind: EventKind::WebsiteChanged.into(),
        subject: "website",
        subject_id: Some(before.id),
        application_id: None,
        account_id: Some(account_id),
        detail: Value::Null,
        note: None,
    };
    record_changes(tx, backend, event, changes, now).await
}

/// A first number is no change: the application that brought it has an event of its own.
fn number_change(old: Option<&str>, new: Option<&str>) -> Option<(String, Value)> {
    let (old, new) = (old?, new?);
    (old != new).then(|| ("number".to_owned(), json!({ "old": old, "new": new })))
}

async fn record_changes(
    tx: &Tx,
    backend: &Backend,
    event: Event<'_>,
    changes: Map<String, Value>,
    now: DateTime<Utc>,
) -> Result<()> {
    if changes.is_empty() {
        return Ok(());
    }
    let event = event.with_detail(Value::Object(changes));
    record(tx, backend, Actor::Authority, now, event).await
}
