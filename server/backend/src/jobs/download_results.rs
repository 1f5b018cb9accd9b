//! Fetches the authority's files: store, then acknowledge, then process (each once).

mod keep;
mod repeat;
mod set_aside;

use super::setback::{Consequence, Setback};
use crate::backend::Backend;
use crate::commands::authority::process_download::process_download;
use crate::commands::authority::stop_channel::stop_channel;
use crate::error::Result;
use crate::instant::to_millis;
use crate::store::authority_channel::{
    Pause, find, note_acknowledged, note_download, oldest_unprocessed, pause_downloads,
};
use keep::keep;
use ports::authority::{AuthorityError, Download};
use set_aside::set_aside;
use shared::wire::authority_channel::ChannelState;

/// Most files of one round; the next round goes on.
const MAX_FILES: u32 = 100;

/// Downloads until there is nothing more, then processes what was stored. Nothing is asked
/// while the channel is stopped, or before the pause after a failure is over.
///
/// # Errors
/// When the database refuses. An authority that does not answer is no error: a later round
/// asks again.
pub async fn download_results(backend: &Backend) -> Result<()> {
    let channel = find(&backend.database).await?;
    let stopped = channel.state == ChannelState::Stopped.code();
    if !stopped && channel.next_download_at <= to_millis(backend.now()) {
        match fetch(backend).await? {
            Ok(()) => succeeded(backend).await?,
            Err(error) => failed(backend, &error.into()).await?,
        }
    }
    process(backend).await
}

async fn fetch(backend: &Backend) -> Result<Result<(), AuthorityError>> {
    for _ in 0..MAX_FILES {
        let download = match backend.authority.download().await {
            Ok(Some(download)) => download,
            Ok(None) => break,
            Err(error) => return Ok(Err(error)),
        };
        let more = download.more;
        if let Err(error) = take(backend, download).await? {
            return Ok(Err(error));
        }
        if !more {
            break;
        }
    }
    Ok(Ok(()))
}

async fn succeeded(backend: &Backend) -> Result<()> {
    let tx = backend.begin().await?;
    note_download(&tx, backend.now()).await?;
    tx.commit().await
}

async fn failed(backend: &Backend, setback: &Setback) -> Result<()> {
    let problem = setback.problem.as_str();
    let tx = backend.begin().await?;
    let failures = find(&tx).await?.download_failures + 1;
    match setback.consequence(failures) {
        Consequence::Stop => stop_channel(&tx, backend, problem, None).await?,
        Consequence::Wait(pause) => {
            tracing::warn!(
                channel.problem = problem,
                channel.failures = failures,
                "results could not be fetched from the authority"
            );
            let until = backend.now() + pause;
            let pause = Pause {
                problem,
                failures,
                until,
            };
            pause_downloads(&tx, pause).await?;
        }
    }
    tx.commit().await
}

/// Stores a file and confirms it. When the confirmation does not arrive, the file is
/// delivered again, and known by its content.
async fn take(backend: &Backend, download: Download) -> Result<Result<(), AuthorityError>> {
    let kept_as = keep(backend, &download).await?;
    if let Err(error) = backend.authority.acknowledge(&download.file_name).await {
        return Ok(Err(error));
    }
    let tx = backend.begin().await?;
    note_acknowledged(&tx, &kept_as, backend.now()).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// One file after the other. One that cannot be processed waits for its next try, or for an
/// administrator, and does not stop those behind it.
async fn process(backend: &Backend) -> Result<()> {
    while let Some(row) = oldest_unprocessed(&backend.database, backend.now()).await? {
        if let Err(error) = process_download(backend, &row).await {
            set_aside(backend, &row, error).await?;
        }
    }
    Ok(())
}
