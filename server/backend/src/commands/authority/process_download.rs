//! Carries out what one file of the authority says, exactly once.

use super::{apply_cancellations, apply_filings, apply_results};
use crate::backend::Backend;
use crate::error::Result;
use crate::store::authority_channel::take_for_processing;
use crate::store::base_code;
use crate::store::entities::authority_download::Model;
use ports::authority::Document;

/// One transaction for the whole file. A file that another process has taken is left alone.
///
/// # Errors
/// When the database refuses; the file stays unprocessed and is tried again.
pub async fn process_download(backend: &Backend, row: &Model) -> Result<()> {
    let documents: Vec<Document> = backend
        .cipher
        .open("authority_download.documents", &row.documents_encrypted)?;
    let now = backend.now();
    let tx = backend.begin().await?;
    if !take_for_processing(&tx, &row.file_name, now).await? {
        return Ok(());
    }
    for document in documents {
        match document {
            Document::Results { results, opinions } => {
                apply_results::apply_results(&tx, backend, &results, &opinions, now).await?;
            }
            Document::Filings { filings } => {
                apply_filings::apply_filings(&tx, backend, &filings, now).await?;
            }
            Document::Cancellations { records } => {
                apply_cancellations::apply_cancellations(&tx, backend, &records, now).await?;
            }
            Document::CodeTables { rows } => base_code::replace(&tx, &rows, now).await?,
            Document::Other { name } => {
                tracing::warn!(
                    file.name = row.file_name,
                    document.name = name,
                    "nobody acts on this part of the authority's file"
                );
            }
        }
    }
    tx.commit().await
}
