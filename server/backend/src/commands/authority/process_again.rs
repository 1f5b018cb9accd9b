//! An administrator has a file of the authority processed again: one that failed, or one
//! whose content came a second time and is meant that way.

use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::store::audit::{Event, record};
use crate::store::authority_channel::{change_download, find_download};
use crate::store::entities::authority_download::ActiveModel;
use sea_orm::ActiveValue::Set;
use serde_json::json;
use shared::audit::EventKind;
use shared::role::Action;

/// The next round of the job processes it. A file that needs nothing stays as it is (double
/// click).
///
/// # Errors
/// [`Error::NotFound`] for a file that is not kept here.
pub async fn process_again(backend: &Backend, caller: &Caller, file_name: &str) -> Result<()> {
    let permit = caller.permit(Action::OperateAuthorityChannel)?;
    let tx = backend.begin().await?;
    let row = find_download(&tx, file_name)
        .await?
        .ok_or(Error::NotFound)?;
    let failed = row.processed_at.is_none() && row.problem.is_some();
    if !failed && row.repeated_at.is_none() {
        return Ok(());
    }
    let change = ActiveModel {
        processed_at: Set(None),
        tries: Set(0),
        next_try_at: Set(Some(0)),
        repeated_at: Set(None),
        ..ActiveModel::default()
    };
    change_download(&tx, file_name, change).await?;
    let event = Event {
        kind: EventKind::FilePutBack.into(),
        subject: "authority_channel",
        subject_id: Some(1),
        application_id: None,
        account_id: None,
        detail: json!({ "file": file_name, "repeated_as": row.repeated_as }),
        note: None,
    };
    record(&tx, backend, (&permit).into(), backend.now(), event).await?;
    tx.commit().await
}
