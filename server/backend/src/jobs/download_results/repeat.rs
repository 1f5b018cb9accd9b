//! The same content under another name.

use super::keep::tell;
use crate::backend::Backend;
use crate::commands::authority::match_report::is_about_any;
use crate::error::Result;
use crate::instant::to_millis;
use crate::store::authority_channel::{change_download, lock_unanswered};
use crate::store::entities::authority_download::{ActiveModel, Model};
use crate::transaction::Tx;
use ports::authority::Download;
use sea_orm::ActiveValue::Set;
use shared::audit::EventKind;

/// The authority repeats itself, or it says the same of something new, such as a second refusal
/// in the same words. What fits a report that waits for its answer is that answer, and carried
/// out. Anything else is shown to administrators, who can have it carried out.
pub async fn repeat(tx: &Tx, backend: &Backend, known: &Model, download: &Download) -> Result<()> {
    let name = &download.file_name;
    // Its confirmation was lost, and it is delivered again.
    if known.repeated_as.as_ref() == Some(name) {
        return Ok(());
    }
    let mut change = ActiveModel {
        repeated_as: Set(Some(name.clone())),
        ..ActiveModel::default()
    };
    let waiting = lock_unanswered(tx).await?;
    if known.processed_at.is_some() && is_about_any(&waiting, &download.documents) {
        change.processed_at = Set(None);
        change.tries = Set(0);
        change.next_try_at = Set(Some(0));
    } else {
        change.repeated_at = Set(Some(to_millis(backend.now())));
    }
    change_download(tx, &known.file_name, change).await?;
    tell(tx, backend, EventKind::FileRepeated, name, &known.file_name).await
}
