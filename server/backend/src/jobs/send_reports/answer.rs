//! What an answer to a report changes, in one transaction each.

use super::{Next, in_words, recover};
use crate::backend::Backend;
use crate::caller::Actor;
use crate::commands::authority::take_back::take_back;
use crate::error::Result;
use crate::instant::to_millis;
use crate::store::application::{self, apply, save, set_status};
use crate::store::audit::{Event, record};
use crate::store::authority_channel::{change_report, confirm_sequence, report_in, set_state};
use crate::store::entities::application::{ActiveModel, Model as Application};
use crate::store::entities::authority_report::Model;
use crate::store::message::tell;
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use ports::authority::{AuthorityError, UploadAnswer};
use sea_orm::ActiveValue::Set;
use serde_json::json;
use shared::application::Command;
use shared::wire::application::TimelineEvent;
use shared::wire::authority_channel::{ChannelState, ReportState};
use shared::wire::message::Notice;

/// The authority answered.
pub async fn answered(
    backend: &Backend,
    row: &Model,
    sequence: i64,
    reply: UploadAnswer,
) -> Result<Next> {
    match reply {
        UploadAnswer::Accepted => accepted(backend, row, sequence).await,
        UploadAnswer::MissingEarlier(missing) => {
            let mut missing = missing;
            missing.sort_unstable();
            recover::resend_missing(backend, row, missing).await
        }
        UploadAnswer::RetryLater { code, text } => {
            let problem = format!("{text} (code {code})");
            later(backend, row, &problem).await
        }
        UploadAnswer::Refused { code, text } => {
            let problem = format!("{text} (code {code})");
            put_back(backend, row, &problem).await?;
            stop(backend, &problem).await
        }
    }
}

/// No answer came; the report stays in flight and is recovered in the next round.
pub async fn unanswered(backend: &Backend, row: &Model, error: AuthorityError) -> Result<Next> {
    let stops = matches!(error, AuthorityError::Refused { .. });
    let problem = in_words(error);
    if stops {
        stop(backend, &problem).await
    } else {
        later(backend, row, &problem).await
    }
}

/// The report cannot be written as the interface demands: the provider looks at it again.
pub async fn not_packaged(backend: &Backend, row: &Model, error: AuthorityError) -> Result<Next> {
    let problem = in_words(error);
    let now = backend.now();
    let tx = backend.begin().await?;
    let mut change = report_in(ReportState::Refused);
    change.last_error = Set(Some(problem.clone()));
    change.report_encrypted = Set(None);
    if change_report(&tx, row, change).await? {
        let application = application::find(&tx, row.application_id).await?;
        take_back(&tx, backend, Actor::System, &application, &problem, now).await?;
    }
    tx.commit().await?;
    Ok(Next::GoOn)
}

/// Stops the channel until an administrator resumes it.
pub async fn stop(backend: &Backend, problem: &str) -> Result<Next> {
    tracing::error!(
        channel.problem = problem,
        "reporting to the authority has stopped"
    );
    let tx = backend.begin().await?;
    set_state(&tx, ChannelState::Stopped, Some(problem)).await?;
    let event = Event {
        kind: "channel.stopped",
        subject: "authority_channel",
        subject_id: Some(1),
        application_id: None,
        account_id: None,
        detail: json!({ "problem": problem }),
        note: None,
    };
    record(&tx, backend, Actor::System, backend.now(), event).await?;
    tx.commit().await?;
    Ok(Next::Pause)
}

async fn accepted(backend: &Backend, row: &Model, sequence: i64) -> Result<Next> {
    let now = backend.now();
    let tx = backend.begin().await?;
    let mut change = report_in(ReportState::Accepted);
    change.accepted_at = Set(Some(to_millis(now)));
    change.last_error = Set(None);
    let ours = change_report(&tx, &in_flight(row), change).await?;
    confirm_sequence(&tx, sequence, now).await?;
    set_state(&tx, ChannelState::Open, None).await?;
    if ours {
        let application = application::find(&tx, row.application_id).await?;
        hand_over(&tx, backend, &application, sequence, now).await?;
    }
    tx.commit().await?;
    Ok(Next::GoOn)
}

async fn hand_over(
    tx: &Tx,
    backend: &Backend,
    application: &Application,
    sequence: i64,
    now: DateTime<Utc>,
) -> Result<()> {
    // The result may have been downloaded before the hand-over was noted.
    if application.status != "submitting" {
        return Ok(());
    }
    let status = apply(application, &Command::HandOver { at: now })?;
    let mut change = ActiveModel::default();
    set_status(&mut change, &status, now);
    save(tx, application, change, now).await?;
    let event = Event::of_application(TimelineEvent::HandedOver, application)
        .with_detail(json!({ "sequence": sequence }));
    record(tx, backend, Actor::System, now, event).await?;
    let (number, domain) = (application.number.clone(), application.domain.clone());
    let notice = if application::kind(application)?.is_filing() {
        Notice::FilingHandedOver { number, domain }
    } else {
        Notice::CancellationHandedOver { number, domain }
    };
    tell(
        tx,
        backend,
        application.account_id,
        now,
        &notice,
        Some(application.id),
    )
    .await
}

async fn later(backend: &Backend, row: &Model, problem: &str) -> Result<Next> {
    tracing::warn!(
        report.id = row.id,
        channel.problem = problem,
        "a report waits for the authority"
    );
    let tx = backend.begin().await?;
    let mut change = report_in(ReportState::InFlight);
    change.last_error = Set(Some(problem.to_owned()));
    change_report(&tx, &in_flight(row), change).await?;
    set_state(&tx, ChannelState::Retrying, Some(problem)).await?;
    tx.commit().await?;
    Ok(Next::Pause)
}

/// The sequence number was not used up: the report gets a new one when the channel resumes.
async fn put_back(backend: &Backend, row: &Model, problem: &str) -> Result<()> {
    let tx = backend.begin().await?;
    let mut change = report_in(ReportState::Pending);
    change.sequence = Set(None);
    change.package_encrypted = Set(None);
    change.last_error = Set(Some(problem.to_owned()));
    change_report(&tx, &in_flight(row), change).await?;
    tx.commit().await
}

/// The row as it stands in the database once it has been sent.
fn in_flight(row: &Model) -> Model {
    Model {
        state: ReportState::InFlight.code().to_owned(),
        ..row.clone()
    }
}
