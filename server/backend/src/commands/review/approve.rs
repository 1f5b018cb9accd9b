//! `Approve`: the provider passes an application on to the authority at once (S15).

use super::decide::load_for_decision;
use super::reviewed::keep_reviewed;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::commands::applications::filing;
use crate::commands::authority::queue_report::queue_report;
use crate::error::{Error, Result};
use crate::store::application::{apply, kind, save, set_status};
use crate::store::audit::{Event, record};
use crate::store::entities::application::{ActiveModel, Model};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use shared::application::{Command, HoldReason};
use shared::problem::Problem;
use shared::role::Action;
use shared::wire::application::TimelineEvent;

/// The report to the authority is written in the same transaction; a job sends it. The same
/// reviewer's second approval changes nothing.
///
/// # Errors
/// Refused when somebody else decided first, when the page was out of date, when another
/// reviewer has claimed the application, while it is held (R-3, `code.disable`), or when what
/// held at submission holds no more: its entity or its domain is somebody else's.
pub async fn approve(
    backend: &Backend,
    caller: &Caller,
    application_id: i64,
    version: i64,
) -> Result<()> {
    let permit = caller.permit(Action::DecideApplication)?;
    let now = backend.now();
    let tx = backend.begin().await?;
    let decision = TimelineEvent::ProviderApproved;
    let Some(row) =
        load_for_decision(&tx, backend, &permit, application_id, version, decision).await?
    else {
        return Ok(());
    };
    if let Some(reason) = hold_reason(&tx, backend, &row, now).await? {
        return Err(Error::refused(Problem::Held { reason }));
    }
    let status = apply(&row, &Command::Approve { at: now })?;
    let mut change = ActiveModel::default();
    queue_report(&tx, backend, &row, &mut change, now).await?;
    keep_reviewed(backend, &row, &mut change)?;
    set_status(&mut change, &status, now);
    save(&tx, &row, change, now).await?;
    let event = Event::of_application(decision, &row);
    record(&tx, backend, (&permit).into(), now, event).await?;
    tx.commit().await
}

/// The hold as flagged, and as it is at this instant: the job that flags comes by once a
/// minute only.
async fn hold_reason(
    tx: &Tx,
    backend: &Backend,
    row: &Model,
    now: DateTime<Utc>,
) -> Result<Option<HoldReason>> {
    let flagged = row.hold_reason.as_deref().and_then(HoldReason::from_code);
    if flagged.is_some() || !kind(row)?.is_filing() {
        return Ok(flagged);
    }
    if filing::lost_code(tx, row).await?.is_some() {
        return Ok(Some(HoldReason::CodeDisabled));
    }
    let server = filing::server(tx, row).await?;
    let gone = filing::server_gone(backend, row, &server, now)?;
    Ok(gone.map(|cause| cause.reason()))
}
