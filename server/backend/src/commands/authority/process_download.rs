//! Carries out what one file of the authority says, exactly once.

use super::{apply_cancellations, apply_filings, apply_results};
use crate::backend::Backend;
use crate::caller::Actor;
use crate::error::{Error, Result};
use crate::store::audit::{Event, record};
use crate::store::authority_channel::take_for_processing;
use crate::store::base_code;
use crate::store::entities::authority_download::Model;
use crate::transaction::Tx;
use anyhow::anyhow;
use chrono::{DateTime, Utc};
use ports::authority::Document;
use serde_json::json;
use shared::audit::EventKind;

/// Nothing here acts on this part of a file; operators find it in the audit trail.
async fn leave_to_operator(
    tx: &Tx,
    backend: &Backend,
    file_name: &str,
    document: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    tracing::warn!(
        file.name = file_name,
        document.name = document,
        "nobody acts on this part of the authority's file"
    );
    let event = Event {
        kind: EventKind::DocumentUnread.into(),
        subject: "authority_channel",
        subject_id: Some(1),
        application_id: None,
        account_id: None,
        detail: json!({ "file": file_name, "document": document }),
        note: None,
    };
    record(tx, backend, Actor::Authority, now, event).await
}

/// One transaction for the whole file. A file that another process has taken is left alone.
///
/// # Errors
/// When the database refuses, when its rows and the file contradict each other, or when nobody
/// can read the file; it stays unprocessed as a whole.
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
            Document::Unreadable { problem } => return Err(Error::Internal(anyhow!(problem))),
            Document::Other { name } => {
                leave_to_operator(&tx, backend, &row.file_name, &name, now).await?;
            }
        }
    }
    tx.commit().await
}
