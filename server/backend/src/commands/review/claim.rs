//! A reviewer takes an application, so that nobody else works on it.

use super::decide::check_claim;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::store::application::save;
use crate::store::audit::{Event, record};
use crate::store::entities::application::ActiveModel;
use crate::store::submitted_application::find_submitted;
use sea_orm::ActiveValue::Set;
use shared::application::ApplicationStatus;
use shared::problem::Problem;
use shared::role::Action;
use shared::wire::application::TimelineEvent;

/// Claiming what is claimed by oneself changes nothing.
///
/// # Errors
/// Refused when another reviewer has it or it is not waiting for review.
pub async fn claim(backend: &Backend, caller: &Caller, application_id: i64) -> Result<()> {
    let permit = caller.permit(Action::ClaimApplication)?;
    let now = backend.now();
    let tx = backend.begin().await?;
    let row = find_submitted(&tx, application_id).await?;
    if row.account_id == permit.account_id() {
        return Err(Error::refused(Problem::OwnApplication));
    }
    if row.status != ApplicationStatus::PROVIDER_REVIEW {
        let status = row.status;
        return Err(Error::refused(Problem::NotPossibleNow { status }));
    }
    if row.claimed_by == Some(permit.account_id()) {
        return Ok(());
    }
    check_claim(&tx, backend, &permit, &row).await?;
    let change = ActiveModel {
        claimed_by: Set(Some(permit.account_id())),
        claimed_at: Set(Some(to_millis(now))),
        ..ActiveModel::default()
    };
    save(&tx, &row, change, now).await?;
    let event = Event::of_application(TimelineEvent::Claimed, &row);
    record(&tx, backend, (&permit).into(), now, event).await?;
    tx.commit().await
}
