//! What an answer to a report changes, in one transaction each.

use super::{Next, recover};
use crate::backend::Backend;
use crate::caller::Actor;
use crate::commands::authority::stop_channel::stop_channel;
use crate::commands::authority::take_back::take_back;
use crate::error::Result;
use crate::instant::to_millis;
use crate::jobs::setback::{Consequence, Setback};
use crate::store::application::{self, apply, save, set_status};
use crate::store::audit::{Event, record};
use crate::store::authority_channel::{
    Pause, change_report, confirm_sequence, find, open, pause_uploads, put_back, report_in,
};
use crate::store::entities::application::{ActiveModel, Model as Application};
use crate::store::entities::authority_report::{ActiveModel as ActiveReport, Model};
use crate::store::message::tell;
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use ports::authority::UploadAnswer;
use sea_orm::ActiveValue::Set;
use serde_json::json;
use shared::application::{ApplicationStatus, Command};
use shared::wire::application::TimelineEvent;
use shared::wire::authority_channel::ReportState;
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
        UploadAnswer::MissingEarlier(missing) if missing.is_empty() => {
            let setback = Setback::later(14, "earlier numbers are missing, none is named");
            unanswered(backend, row, &setback).await
        }
        UploadAnswer::MissingEarlier(mut missing) => {
            missing.sort_unstable();
            recover::resend_missing(backend, row, missing).await
        }
        UploadAnswer::RetryLater { code, text } => {
            unanswered(backend, row, &Setback::later(code, &text)).await
        }
        UploadAnswer::Refused { code, text } => {
            refused(backend, row, &format!("{text} (code {code})")).await
        }
    }
}

/// No answer came, or none that tells what became of the report: it stays as it is, and the
/// channel waits or stops.
pub async fn unanswered(backend: &Backend, row: &Model, setback: &Setback) -> Result<Next> {
    let problem = setback.problem.as_str();
    let tx = backend.begin().await?;
    let change = ActiveReport {
        last_error: Set(Some(problem.to_owned())),
        ..ActiveReport::default()
    };
    if !change_report(&tx, row, change).await? {
        // Its verdict has come meanwhile, or its holder has withdrawn.
        return Ok(Next::Pause);
    }
    let failures = find(&tx).await?.upload_failures + 1;
    match setback.consequence(failures) {
        Consequence::Stop => stop_channel(&tx, backend, problem, None).await?,
        Consequence::Wait(pause) => {
            tracing::warn!(
                report.id = row.id,
                channel.problem = problem,
                channel.failures = failures,
                "a report waits for the authority"
            );
            let until = backend.now() + pause;
            let pause = Pause {
                problem,
                failures,
                until,
            };
            pause_uploads(&tx, pause).await?;
        }
    }
    tx.commit().await?;
    Ok(Next::Pause)
}

/// The report cannot be written as the interface demands: the provider looks at it again.
pub async fn not_packaged(backend: &Backend, row: &Model, problem: &str) -> Result<Next> {
    let now = backend.now();
    let tx = backend.begin().await?;
    let mut change = report_in(ReportState::Refused);
    change.last_error = Set(Some(problem.to_owned()));
    change.report_encrypted = Set(None);
    if change_report(&tx, row, change).await? {
        let application = application::find(&tx, row.application_id).await?;
        take_back(&tx, backend, Actor::System, &application, problem, now).await?;
    }
    tx.commit().await?;
    Ok(Next::GoOn)
}

/// Stops the channel until an administrator resumes it.
pub async fn stop(
    backend: &Backend,
    problem: &str,
    authority_sequence: Option<i64>,
) -> Result<Next> {
    let tx = backend.begin().await?;
    stop_channel(&tx, backend, problem, authority_sequence).await?;
    tx.commit().await?;
    Ok(Next::Pause)
}

/// The authority has the report: the application is handed over.
pub async fn accepted(backend: &Backend, row: &Model, sequence: i64) -> Result<Next> {
    let now = backend.now();
    let tx = backend.begin().await?;
    let mut change = report_in(ReportState::Accepted);
    change.accepted_at = Set(Some(to_millis(now)));
    change.last_error = Set(None);
    let ours = change_report(&tx, row, change).await?;
    confirm_sequence(&tx, sequence, now).await?;
    open(&tx).await?;
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
    if application.status != ApplicationStatus::SUBMITTING {
        return Ok(());
    }
    let status = apply(application, &Command::HandOver { at: now })?;
    let mut change = ActiveModel {
        hold_reason: Set(None),
        ..ActiveModel::default()
    };
    set_status(&mut change, &status, now);
    save(tx, application, change, now).await?;
    let event = Event::of_application(TimelineEvent::HandedOver, application)
        .with_detail(json!({ "sequence": sequence }));
    record(tx, backend, Actor::System, now, event).await?;
    let (number, domain) = (
        application.number.clone(),
        application::shown_domain(application),
    );
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

/// The sequence number was not used up: the report gets a new one when the channel resumes.
async fn refused(backend: &Backend, row: &Model, problem: &str) -> Result<Next> {
    let tx = backend.begin().await?;
    let mut change = put_back();
    // The authority has nothing of it: until it is sent again, its holder may withdraw it.
    change.sent_at = Set(None);
    change.last_error = Set(Some(problem.to_owned()));
    if !change_report(&tx, row, change).await? {
        // Its verdict has come meanwhile: the authority has it, whatever it says now.
        return Ok(Next::GoOn);
    }
    stop_channel(&tx, backend, problem, None).await?;
    tx.commit().await?;
    Ok(Next::Pause)
}
