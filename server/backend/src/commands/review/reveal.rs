//! Shows a reviewer the personal data of a filing in clear. Every use is audited.

use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::store::application::{find, kind};
use crate::store::audit::{Event, record};
use serde_json::json;
use shared::application::FilingForm;
use shared::role::Action;

/// # Errors
/// [`Error::NotFound`] for a cancellation, which holds no personal data to reveal.
pub async fn reveal(backend: &Backend, caller: &Caller, application_id: i64) -> Result<FilingForm> {
    let permit = caller.permit(Action::RevealPersonalData)?;
    let tx = backend.begin().await?;
    let row = find(&tx, application_id).await?;
    if !kind(&row)?.is_filing() {
        return Err(Error::NotFound);
    }
    let form = backend
        .cipher
        .open("application.form", &row.form_encrypted)?;
    let event = Event {
        kind: "personal_data.revealed",
        subject: "application",
        subject_id: Some(row.id),
        application_id: Some(row.id),
        account_id: Some(row.account_id),
        detail: json!({}),
        note: None,
    };
    record(&tx, backend, (&permit).into(), backend.now(), event).await?;
    tx.commit().await?;
    Ok(form)
}
