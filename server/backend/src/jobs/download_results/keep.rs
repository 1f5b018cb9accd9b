//! Stores each content once, whatever its file is called (authority protocol, 4.5).

use super::repeat::repeat;
use crate::backend::Backend;
use crate::caller::Actor;
use crate::error::Result;
use crate::instant::to_millis;
use crate::store::audit::{Event, record};
use crate::store::authority_channel::{
    change_download, find_content, find_download, keep_download,
};
use crate::store::entities::authority_download::{ActiveModel, Model};
use crate::transaction::Tx;
use ports::authority::Download;
use sea_orm::ActiveValue::Set;
use serde_json::json;
use shared::audit::EventKind;

/// Characters of the hash that tell contents of one name apart.
const HASH_IN_NAME: usize = 12;

/// Keeps a file that is not known yet; returns the name under which it is kept.
///
/// A content that is known under another name is not carried out twice, but see [`repeat`].
/// Another content under a known name is a file of its own.
pub async fn keep(backend: &Backend, download: &Download) -> Result<String> {
    let name = download.file_name.as_str();
    let hash = backend
        .cipher
        .keyed_hash("authority_download.content", &download.xml);
    let tx = backend.begin().await?;
    let kept_as = match find_content(&tx, &hash).await? {
        Some(known) => {
            if known.file_name != name && known.file_name != name_with_hash(name, &hash) {
                repeat(&tx, backend, &known, download).await?;
            }
            known.file_name
        }
        None => keep_content(&tx, backend, download, hash).await?,
    };
    tx.commit().await?;
    Ok(kept_as)
}

async fn keep_content(
    tx: &Tx,
    backend: &Backend,
    download: &Download,
    hash: String,
) -> Result<String> {
    let name = download.file_name.clone();
    let kept_as = match find_download(tx, &name).await? {
        None => name,
        Some(namesake) if is_same_without_hash(backend, &namesake, &download.xml)? => {
            let change = ActiveModel {
                content_hash: Set(Some(hash)),
                ..ActiveModel::default()
            };
            change_download(tx, &name, change).await?;
            return Ok(name);
        }
        Some(_) => {
            let kept_as = name_with_hash(&name, &hash);
            tell(tx, backend, EventKind::FileRenamed, &name, &kept_as).await?;
            kept_as
        }
    };
    let row = ActiveModel {
        file_name: Set(kept_as.clone()),
        content_hash: Set(Some(hash)),
        content_encrypted: Set(backend
            .cipher
            .encrypt("authority_download.content", &download.xml)?),
        documents_encrypted: Set(backend
            .cipher
            .seal("authority_download.documents", &download.documents)?),
        received_at: Set(to_millis(backend.now())),
        ..ActiveModel::default()
    };
    keep_download(tx, row).await?;
    Ok(kept_as)
}

/// A file that an earlier version of the server has kept.
fn is_same_without_hash(backend: &Backend, row: &Model, xml: &str) -> Result<bool> {
    if row.content_hash.is_some() {
        return Ok(false);
    }
    let content = backend
        .cipher
        .decrypt("authority_download.content", &row.content_encrypted)?;
    Ok(content == xml)
}

fn name_with_hash(name: &str, hash: &str) -> String {
    format!("{name} {}", hash.get(..HASH_IN_NAME).unwrap_or(hash))
}

/// Names and contents do not go together: both names stand in the audit trail.
pub(super) async fn tell(
    tx: &Tx,
    backend: &Backend,
    kind: EventKind,
    file: &str,
    kept_as: &str,
) -> Result<()> {
    tracing::warn!(
        file.name = file,
        file.kept_as = kept_as,
        event.kind = kind.code(),
        "a file of the authority is known by its name or by its content, not by both"
    );
    let event = Event {
        kind: kind.into(),
        subject: "authority_channel",
        subject_id: Some(1),
        application_id: None,
        account_id: None,
        detail: json!({ "file": file, "kept_as": kept_as }),
        note: None,
    };
    record(tx, backend, Actor::Authority, backend.now(), event).await
}
