//! A report that the channel could not send, or the authority not process, for reasons the
//! holder cannot put right: the provider looks at the application again.

use crate::backend::Backend;
use crate::caller::Actor;
use crate::error::Result;
use crate::store::application::{apply, kind, save, set_status, shown_domain};
use crate::store::audit::{Event, record};
use crate::store::calendar;
use crate::store::entities::application::{ActiveModel, Model};
use crate::store::message::tell;
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use shared::application::Command;
use shared::review::review_due;
use shared::wire::application::TimelineEvent;
use shared::wire::message::Notice;

/// Puts the application back into the provider's queue with the reason in its history, and
/// tells the holder: it was said to be beyond withdrawing, and has a new due time.
///
/// # Errors
/// Refused when the application is not on its way to, or with, the authority.
pub async fn take_back(
    tx: &Tx,
    backend: &Backend,
    actor: Actor,
    row: &Model,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let calendar = calendar::load_for_due_time(tx).await?;
    let due = review_due(&calendar, &backend.settings.policy.review, kind(row)?, now);
    let command = Command::TakeBack {
        at: now,
        due_at: due.at,
        due_is_provisional: due.provisional,
    };
    let status = apply(row, &command)?;
    let mut change = ActiveModel::default();
    set_status(&mut change, &status, now);
    save(tx, row, change, now).await?;
    let event = Event::of_application(TimelineEvent::TakenBack, row).with_note(reason);
    record(tx, backend, actor, now, event).await?;
    let notice = Notice::ApplicationTakenBack {
        number: row.number.clone(),
        domain: shown_domain(row),
        due_at: due.at,
    };
    tell(tx, backend, row.account_id, now, &notice, Some(row.id)).await
}
