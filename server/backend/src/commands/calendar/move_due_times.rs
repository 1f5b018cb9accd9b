//! S15: what waits for the provider is due by the calendar in force, also where that came later.

use crate::backend::Backend;
use crate::caller::Actor;
use crate::error::{Error, Result};
use crate::instant::from_millis;
use crate::store::application::{kind, move_due, waiting_for_provider};
use crate::store::audit::{Event, record_all};
use crate::store::calendar;
use crate::transaction::Tx;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::json;
use shared::calendar_date::shanghai_date;
use shared::review::review_due;
use shared::wire::application::TimelineEvent;

/// Counts anew from when each application came to the provider; returns how many are due at
/// another time than before. One that only ceases to be provisional is not counted.
///
/// # Errors
/// When the database refuses or a row is inconsistent.
pub async fn move_due_times(
    tx: &Tx,
    backend: &Backend,
    actor: Actor,
    now: DateTime<Utc>,
) -> Result<usize> {
    let calendar = calendar::load(tx).await?;
    let waiting = waiting_for_provider(tx).await?;
    let mut events = Vec::new();
    for row in &waiting {
        let came_at = from_millis(row.status_at);
        let due = review_due(
            &calendar,
            &backend.settings.policy.review,
            kind(row)?,
            came_at,
        );
        let before = row
            .due_at
            .map(from_millis)
            .ok_or_else(|| Error::inconsistent("application", row.id, "no due time"))?;
        if (before, row.due_is_provisional) != (due.at, due.provisional) {
            move_due(tx, row, due).await?;
        }
        if before != due.at {
            let detail = json!({ "due_on": { "old": last_day(before), "new": last_day(due.at) } });
            let event = Event::of_application(TimelineEvent::DueMoved, row).with_detail(detail);
            events.push(event);
        }
    }
    let moved = events.len();
    if moved > 0 {
        record_all(tx, backend, actor, now, events).await?;
    }
    Ok(moved)
}

/// A due time is 24:00 of the last day allowed.
fn last_day(due_at: DateTime<Utc>) -> NaiveDate {
    shanghai_date(due_at - TimeDelta::milliseconds(1))
}
