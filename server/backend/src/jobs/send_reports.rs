//! Sends queued reports, one at a time over all processes, and survives a crash between
//! sending and the answer: then the authority is asked for the last sequence number it has
//! (`isp_querypreviousupload`).

mod answer;
mod recover;

use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::store::authority_channel::{
    change_report, end_lease, find, lease, oldest_in, report_in,
};
use crate::store::entities::authority_report::Model;
use chrono::Duration;
use ports::authority::{AuthorityError, Package, Report};
use sea_orm::ActiveValue::Set;
use shared::wire::authority_channel::{ChannelState, ReportState};
use std::time::Duration as StdDuration;

/// How long the channel stays with a process that died.
const LEASE: Duration = Duration::seconds(30);
/// A living sender renews its lease this often, however long a call takes.
const RENEWAL: StdDuration = StdDuration::from_secs(10);

/// Sends until nothing is left, the channel stops, or an answer fails to come.
///
/// # Errors
/// When the database refuses; the next round goes on where this one stopped.
pub async fn send_reports(backend: &Backend) -> Result<()> {
    if !has_work(backend).await? {
        return Ok(());
    }
    let holder = backend.random_key();
    let tx = backend.begin().await?;
    let leased = lease(&tx, &holder, backend.now(), LEASE).await?;
    tx.commit().await?;
    if !leased {
        return Ok(());
    }
    let sent = tokio::select! {
        sent = send_all(backend) => sent,
        // Another process has the channel: it recovers what was being sent.
        lost = keep_lease(backend, &holder) => lost,
    };
    let tx = backend.begin().await?;
    end_lease(&tx, &holder).await?;
    tx.commit().await?;
    sent
}

async fn has_work(backend: &Backend) -> Result<bool> {
    if find(&backend.database).await?.state == ChannelState::Stopped.code() {
        return Ok(false);
    }
    for state in [ReportState::InFlight, ReportState::Pending] {
        if oldest_in(&backend.database, state).await?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Renews the lease; ends when it was lost.
async fn keep_lease(backend: &Backend, holder: &str) -> Result<()> {
    loop {
        tokio::time::sleep(RENEWAL).await;
        let tx = backend.begin().await?;
        let ours = lease(&tx, holder, backend.now(), LEASE).await?;
        tx.commit().await?;
        if !ours {
            return Ok(());
        }
    }
}

/// Whether the channel goes on after a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    GoOn,
    /// Come back in the next round.
    Pause,
}

async fn send_all(backend: &Backend) -> Result<()> {
    loop {
        let next = match oldest_in(&backend.database, ReportState::InFlight).await? {
            Some(row) => recover::recover(backend, &row).await?,
            None => match oldest_in(&backend.database, ReportState::Pending).await? {
                Some(row) => send_next(backend, &row).await?,
                None => Next::Pause,
            },
        };
        if next == Next::Pause {
            return Ok(());
        }
    }
}

/// Gives a pending report its sequence number and bytes, commits, and only then sends.
async fn send_next(backend: &Backend, row: &Model) -> Result<Next> {
    let sequence = find(&backend.database).await?.last_confirmed_sequence + 1;
    let encrypted = row
        .report_encrypted
        .as_deref()
        .ok_or_else(|| Error::inconsistent("authority_report", row.id, "nothing to report"))?;
    let report: Report = backend.cipher.open("authority_report.report", encrypted)?;
    let package = match backend.authority.package(&report, sequence) {
        Ok(package) => package,
        Err(error) => return answer::not_packaged(backend, row, error).await,
    };
    let mut change = report_in(ReportState::InFlight);
    change.sequence = Set(Some(sequence));
    change.file_name = Set(Some(package.file_name.clone()));
    change.package_hash = Set(Some(package.hash.clone()));
    change.package_encrypted = Set(Some(
        backend
            .cipher
            .encrypt_bytes("authority_report.package", &package.zip)?,
    ));
    change.sent_at = Set(Some(to_millis(backend.now())));
    change.tries = Set(row.tries + 1);
    let tx = backend.begin().await?;
    let changed = change_report(&tx, row, change).await?;
    tx.commit().await?;
    if !changed {
        return Ok(Next::Pause);
    }
    upload(backend, row, &package, sequence).await
}

/// One call of `isp_upload` and what its answer changes.
async fn upload(backend: &Backend, row: &Model, package: &Package, sequence: i64) -> Result<Next> {
    match backend.authority.upload(package, sequence).await {
        Ok(reply) => answer::answered(backend, row, sequence, reply).await,
        Err(error) => answer::unanswered(backend, row, error).await,
    }
}

/// The stored bytes of a report that was sent before.
fn stored_package(backend: &Backend, row: &Model) -> Result<Package> {
    let (Some(file_name), Some(hash), Some(encrypted)) =
        (&row.file_name, &row.package_hash, &row.package_encrypted)
    else {
        return Err(Error::inconsistent(
            "authority_report",
            row.id,
            "sent without bytes",
        ));
    };
    Ok(Package {
        file_name: file_name.clone(),
        zip: backend
            .cipher
            .decrypt_bytes("authority_report.package", encrypted)?,
        hash: hash.clone(),
    })
}

/// An error in words for operators, with its causes.
fn in_words(error: AuthorityError) -> String {
    format!("{:#}", anyhow::Error::from(error))
}
