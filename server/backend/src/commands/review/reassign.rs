//! A supervisor gives an application to a reviewer, whoever has it.

use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::store::account;
use crate::store::application::save;
use crate::store::audit::{Event, record};
use crate::store::entities::application::ActiveModel;
use crate::store::submitted_application::find_submitted;
use sea_orm::ActiveValue::Set;
use serde_json::json;
use shared::application::ApplicationStatus;
use shared::field::Field;
use shared::problem::Problem;
use shared::role::{Action, allows};
use shared::wire::application::TimelineEvent;

/// # Errors
/// Refused when the application does not wait for review, or when the other account may
/// not decide on it.
pub async fn reassign(
    backend: &Backend,
    caller: &Caller,
    application_id: i64,
    reviewer_id: i64,
) -> Result<()> {
    let permit = caller.permit(Action::ReassignApplication)?;
    let now = backend.now();
    let tx = backend.begin().await?;
    let row = find_submitted(&tx, application_id).await?;
    if row.status != ApplicationStatus::PROVIDER_REVIEW {
        let status = row.status;
        return Err(Error::refused(Problem::NotPossibleNow { status }));
    }
    let reviewer = account::find(&tx, reviewer_id).await?;
    let may_decide = allows(account::role(&reviewer)?, Action::DecideApplication);
    let is_blocked = reviewer.blocked_at.is_some();
    if !may_decide || is_blocked || reviewer.id == row.account_id {
        return Err(Error::refused_on(Field::Reviewer, Problem::NotAnOption));
    }
    if row.claimed_by == Some(reviewer.id) {
        return Ok(());
    }
    let change = ActiveModel {
        claimed_by: Set(Some(reviewer.id)),
        claimed_at: Set(Some(to_millis(now))),
        ..ActiveModel::default()
    };
    save(&tx, &row, change, now).await?;
    let event = Event::of_application(TimelineEvent::Reassigned, &row)
        .with_detail(json!({ "from": row.claimed_by, "to": reviewer.id }));
    record(&tx, backend, (&permit).into(), now, event).await?;
    tx.commit().await
}
