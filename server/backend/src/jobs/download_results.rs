//! Fetches the authority's files: store, then acknowledge, then process (each once).

use crate::backend::Backend;
use crate::commands::authority::process_download::process_download;
use crate::error::Result;
use crate::instant::to_millis;
use crate::store::authority_channel::{
    keep_download, note_acknowledged, note_download, oldest_unprocessed,
};
use crate::store::entities::authority_download;
use ports::authority::{AuthorityError, Download};
use sea_orm::ActiveValue::Set;

/// Most files of one round; the next round goes on.
const MAX_FILES: u32 = 100;

/// Downloads until there is nothing more, then processes what was stored.
///
/// # Errors
/// When the database refuses. An authority that does not answer is no error: the next
/// round asks again.
pub async fn download_results(backend: &Backend) -> Result<()> {
    for _ in 0..MAX_FILES {
        match backend.authority.download().await {
            Ok(Some(download)) => {
                let more = download.more;
                if !take(backend, download).await? || !more {
                    break;
                }
            }
            Ok(None) => break,
            Err(error) => {
                log(error);
                break;
            }
        }
    }
    let tx = backend.begin().await?;
    note_download(&tx, backend.now()).await?;
    tx.commit().await?;
    while let Some(row) = oldest_unprocessed(&backend.database).await? {
        process_download(backend, &row).await?;
    }
    Ok(())
}

/// Stores a file and confirms it; `false` when the confirmation did not arrive. The file is
/// delivered again then, and known by its name.
async fn take(backend: &Backend, download: Download) -> Result<bool> {
    let row = authority_download::ActiveModel {
        file_name: Set(download.file_name.clone()),
        content_encrypted: Set(backend
            .cipher
            .encrypt("authority_download.content", &download.xml)?),
        documents_encrypted: Set(backend
            .cipher
            .seal("authority_download.documents", &download.documents)?),
        received_at: Set(to_millis(backend.now())),
        acknowledged_at: Set(None),
        processed_at: Set(None),
    };
    let tx = backend.begin().await?;
    keep_download(&tx, row).await?;
    tx.commit().await?;
    if let Err(error) = backend.authority.acknowledge(&download.file_name).await {
        log(error);
        return Ok(false);
    }
    let tx = backend.begin().await?;
    note_acknowledged(&tx, &download.file_name, backend.now()).await?;
    tx.commit().await?;
    Ok(true)
}

fn log(error: AuthorityError) {
    let source = format!("{:#}", anyhow::Error::from(error));
    tracing::warn!(
        error.source = source,
        "results could not be fetched from the authority"
    );
}
