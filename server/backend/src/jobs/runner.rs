//! Claims queued jobs one after the other, and keeps the standing work going.

use super::mail_login_code::mail_login_code;
use super::{Job, JobError, JobV1};
use crate::backend::Backend;
use crate::error::Result;
use crate::store;
use crate::store::entities::job::Model;
use crate::store::login_code::CodePurpose;
use chrono::Duration;
use std::time::Duration as StdDuration;
use tokio::sync::watch;

/// How long a claimed job belongs to its runner, should that one die.
const LEASE: Duration = Duration::minutes(2);
/// Tries before a job is left for an operator.
const MAX_TRIES: i64 = 12;

/// Runs until `stop` turns true: queued jobs, reports and answers of the authority, expiry.
pub async fn run(backend: Backend, stop: watch::Receiver<bool>) {
    tokio::join!(
        every(
            &backend,
            &stop,
            StdDuration::from_millis(500),
            "queue",
            |backend| async move { run_queued(&backend).await.map(|_| ()) }
        ),
        every(
            &backend,
            &stop,
            StdDuration::from_secs(1),
            "send_reports",
            |backend| async move { super::send_reports::send_reports(&backend).await }
        ),
        every(
            &backend,
            &stop,
            StdDuration::from_secs(2),
            "download_results",
            |backend| async move { super::download_results::download_results(&backend).await }
        ),
        every(
            &backend,
            &stop,
            StdDuration::from_secs(60),
            "expire_codes",
            |backend| async move { super::expire_codes::expire_codes(&backend).await }
        ),
        every(
            &backend,
            &stop,
            StdDuration::from_secs(300),
            "expire_drafts",
            |backend| async move { super::expire_drafts::expire_drafts(&backend).await }
        ),
        every(
            &backend,
            &stop,
            StdDuration::from_secs(300),
            "end_draft_holds",
            |backend| async move { super::end_draft_holds::end_draft_holds(&backend).await }
        ),
        every(
            &backend,
            &stop,
            StdDuration::from_secs(300),
            "clean_up",
            |backend| async move { super::clean_up::clean_up(&backend).await }
        ),
        every(
            &backend,
            &stop,
            StdDuration::from_secs(60),
            "hold_applications",
            |backend| async move { super::hold_applications::hold_applications(&backend).await }
        ),
        every(
            &backend,
            &stop,
            StdDuration::from_secs(300),
            "queue_resolution_checks",
            |backend| async move { super::check_resolution::queue_checks(&backend).await }
        ),
        every(
            &backend,
            &stop,
            StdDuration::from_millis(500),
            "follow_events",
            |backend| async move { super::follow_events::follow_events(&backend).await }
        ),
    );
}

/// Repeats one piece of standing work with a pause after each round. A failure is logged
/// and tried again in the next round.
async fn every<F, Fut>(
    backend: &Backend,
    stop: &watch::Receiver<bool>,
    pause: StdDuration,
    name: &'static str,
    work: F,
) where
    F: Fn(Backend) -> Fut,
    Fut: Future<Output = Result<()>>,
{
    let mut stop = stop.clone();
    while !*stop.borrow() {
        if let Err(error) = work(backend.clone()).await {
            let source = format!("{:#}", anyhow::Error::from(error));
            tracing::warn!(
                job.kind = name,
                error.source = source,
                "standing work failed"
            );
        }
        let stopped = stop.wait_for(|stop| *stop);
        let _ = tokio::time::timeout(pause, stopped).await;
    }
}

/// Runs every job that is due; returns how many were run.
///
/// # Errors
/// When the queue itself cannot be read or written.
pub async fn run_queued(backend: &Backend) -> Result<u32> {
    let mut count = 0;
    while let Some(row) = claim(backend).await? {
        let outcome = run_one(backend, &row).await;
        record(backend, &row, outcome).await?;
        count += 1;
    }
    Ok(count)
}

async fn claim(backend: &Backend) -> Result<Option<Model>> {
    let tx = backend.begin().await?;
    let row = store::job::claim(&tx, backend.now(), LEASE).await?;
    tx.commit().await?;
    Ok(row)
}

async fn run_one(backend: &Backend, row: &Model) -> std::result::Result<(), JobError> {
    let Job::V1(job) = serde_json::from_str(&row.payload)
        .map_err(|source| JobError::GiveUp(anyhow::Error::from(source).context("payload")))?;
    match job {
        JobV1::MailLoginCode { email_hash } => {
            mail_login_code(backend, &email_hash, CodePurpose::LogIn).await
        }
        JobV1::MailPasswordCode { email_hash } => {
            mail_login_code(backend, &email_hash, CodePurpose::NewPassword).await
        }
        JobV1::SendMail { mail_id } => super::send_mail::send_mail(backend, mail_id).await,
        JobV1::CheckResolution { website_id } => {
            super::check_resolution::check_resolution(backend, website_id).await
        }
        JobV1::AddAccessReminder { access_id, days } => {
            super::add_access_reminder::add_access_reminder(backend, access_id, days).await
        }
    }
}

async fn record(
    backend: &Backend,
    row: &Model,
    outcome: std::result::Result<(), JobError>,
) -> Result<()> {
    let tx = backend.begin().await?;
    match outcome {
        Ok(()) => store::job::finish(&tx, row.id).await?,
        Err(error) => {
            let now = backend.now();
            let tries = row.tries + 1;
            let retry_at = matches!(error, JobError::Retry(_))
                .then(|| now + backoff(tries))
                .filter(|_| tries < MAX_TRIES);
            let text = format!("{:#}", anyhow::Error::from(error));
            tracing::warn!(
                job.id = row.id,
                job.kind = row.kind,
                job.tries = tries,
                error.source = text,
                "job failed"
            );
            store::job::fail(&tx, row.id, now, retry_at, &text).await?;
        }
    }
    tx.commit().await
}

/// Two seconds, doubled with every try, an hour at most.
fn backoff(tries: i64) -> Duration {
    let exponent = u32::try_from(tries).unwrap_or(u32::MAX).min(11);
    Duration::seconds(2_i64.saturating_pow(exponent).min(3600))
}
