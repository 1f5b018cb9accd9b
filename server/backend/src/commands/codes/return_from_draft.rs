//! A draft gives its code back and asks for a product again: what the owner's command and the
//! job share.

use super::lifecycle::{Cause, write};
use crate::backend::Backend;
use crate::caller::Actor;
use crate::error::Result;
use crate::store::application::drop_product;
use crate::store::audit::{Event, record_all};
use crate::store::entities::application::Model as Application;
use crate::store::entities::authorization_code::Model as Code;
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use shared::authorization_code::CodeStatus;
use shared::wire::application::TimelineEvent;

/// `after` is what the code becomes; `event` is what the draft's history says.
///
/// # Errors
/// Refused when somebody changed the code or the draft at this instant.
pub async fn return_from_draft(
    tx: &Tx,
    backend: &Backend,
    actor: Actor,
    (code, draft): (&Code, &Application),
    after: &CodeStatus,
    event: TimelineEvent,
    now: DateTime<Utc>,
) -> Result<()> {
    let cause = Cause::by(actor, now).of_application(draft.id);
    let returned = write(tx, code, after, cause).await?;
    drop_product(tx, draft).await?;
    let events = vec![returned, Event::of_application(event, draft)];
    record_all(tx, backend, actor, now, events).await
}
