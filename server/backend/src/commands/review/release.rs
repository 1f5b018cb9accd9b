//! A reviewer gives a claimed application back to the queue.

use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::store::application::save;
use crate::store::audit::{Event, record};
use crate::store::entities::application::ActiveModel;
use crate::store::submitted_application::find_submitted;
use sea_orm::ActiveValue::Set;
use shared::role::Action;
use shared::wire::application::TimelineEvent;

/// Releasing what one has not claimed changes nothing.
///
/// # Errors
/// Refused when the application changed at the same instant.
pub async fn release(backend: &Backend, caller: &Caller, application_id: i64) -> Result<()> {
    let permit = caller.permit(Action::ClaimApplication)?;
    let now = backend.now();
    let tx = backend.begin().await?;
    let row = find_submitted(&tx, application_id).await?;
    if row.claimed_by != Some(permit.account_id()) {
        return Ok(());
    }
    let change = ActiveModel {
        claimed_by: Set(None),
        claimed_at: Set(None),
        ..ActiveModel::default()
    };
    save(&tx, &row, change, now).await?;
    let event = Event::of_application(TimelineEvent::Released, &row);
    record(&tx, backend, (&permit).into(), now, event).await?;
    tx.commit().await
}
