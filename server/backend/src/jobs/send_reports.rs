//! Sends queued reports, one at a time over all processes, and survives a crash between
//! sending and the answer: then the authority is asked for the last sequence number it has
//! (`isp_querypreviousupload`).

mod answer;
mod compare_numbers;
mod hold_back;
mod recover;

use super::setback::in_words;
use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::store::application;
use crate::store::authority_channel::{
    change_report, end_lease, find, lease, oldest_in_flight, oldest_sendable, open, report_in,
};
use crate::store::entities::authority_channel::Model as Channel;
use crate::store::entities::authority_report::Model;
use crate::transaction::Tx;
use chrono::Duration;
use ports::authority::{Package, Report};
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
    let database = &backend.database;
    let channel = find(database).await?;
    Ok(may_call(backend, &channel)
        && (is_retrying(&channel)
            || oldest_in_flight(database).await?.is_some()
            || oldest_sendable(database).await?.is_some()))
}

fn may_call(backend: &Backend, channel: &Channel) -> bool {
    channel.state != ChannelState::Stopped.code()
        && channel.next_upload_at <= to_millis(backend.now())
}

fn is_retrying(channel: &Channel) -> bool {
    channel.state == ChannelState::Retrying.code()
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
    /// Come back in a later round.
    Pause,
}

async fn send_all(backend: &Backend) -> Result<()> {
    loop {
        let channel = find(&backend.database).await?;
        if !may_call(backend, &channel) {
            return Ok(());
        }
        let next = match oldest_in_flight(&backend.database).await? {
            Some(row) => recover::recover(backend, &row).await?,
            None => match oldest_sendable(&backend.database).await? {
                Some(row) => send_next(backend, &channel, &row).await?,
                None => return leave(backend, &channel).await,
            },
        };
        if next == Next::Pause {
            return Ok(());
        }
    }
}

/// Nothing is left to be tried again: what was has been answered, withdrawn or held.
async fn leave(backend: &Backend, channel: &Channel) -> Result<()> {
    if !is_retrying(channel) {
        return Ok(());
    }
    let tx = backend.begin().await?;
    open(&tx).await?;
    tx.commit().await
}

/// Gives a waiting report its sequence number and bytes, commits, and only then sends.
async fn send_next(backend: &Backend, channel: &Channel, row: &Model) -> Result<Next> {
    if !compare_numbers::fit(backend, channel, row).await? {
        return Ok(Next::Pause);
    }
    if hold_back::hold_back(backend, row).await? {
        return Ok(Next::GoOn);
    }
    let sequence = channel.last_confirmed_sequence + 1;
    let encrypted = row
        .report_encrypted
        .as_deref()
        .ok_or_else(|| Error::inconsistent("authority_report", row.id, "nothing to report"))?;
    let report: Report = backend.cipher.open("authority_report.report", encrypted)?;
    let package = match backend.authority.package(&report, sequence) {
        Ok(package) => package,
        Err(error) => return answer::not_packaged(backend, row, &in_words(error)).await,
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
    if !change_report(&tx, row, change).await? || is_held(&tx, row).await? {
        // Withdrawn or held at this instant.
        return Ok(Next::GoOn);
    }
    tx.commit().await?;
    let in_flight = Model {
        state: ReportState::InFlight.code().to_owned(),
        sequence: Some(sequence),
        ..row.clone()
    };
    match backend.authority.upload(&package, sequence).await {
        Ok(reply) => answer::answered(backend, &in_flight, sequence, reply).await,
        Err(error) => answer::unanswered(backend, &in_flight, &error.into()).await,
    }
}

/// Asked after the report is in flight: whoever sets the flag now sees that it comes too late.
async fn is_held(tx: &Tx, row: &Model) -> Result<bool> {
    let application = application::lock(tx, row.application_id).await?;
    Ok(application.hold_reason.is_some())
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
