//! Shows staff the personal data of an application in clear. Every use is audited.

use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::store::application::kind;
use crate::store::audit::{Event, record};
use crate::store::entities::application::Model;
use crate::store::entity_name;
use crate::store::submitted_application::find_submitted;
use sea_orm::ConnectionTrait;
use serde_json::json;
use shared::audit::EventKind;
use shared::review::check_reveal;
use shared::role::Action;
use shared::wire::review::PersonalData;

/// As it was submitted last. The reason goes into the audit trail.
///
/// # Errors
/// Refused without a reason, unless the application is under review.
pub async fn reveal(
    backend: &Backend,
    caller: &Caller,
    application_id: i64,
    reason: &str,
) -> Result<PersonalData> {
    let permit = caller.permit(Action::RevealPersonalData)?;
    let tx = backend.begin().await?;
    let row = find_with_reason(&tx, application_id, reason).await?;
    let cipher = &backend.cipher;
    let filing = if kind(&row)?.is_filing() {
        Some(cipher.open("application.form", &row.form_encrypted)?)
    } else {
        None
    };
    let entity_name = entity_name::of_application(cipher, &row)?;
    let event = Event {
        kind: EventKind::PersonalDataRevealed.into(),
        subject: "application",
        subject_id: Some(row.id),
        application_id: Some(row.id),
        account_id: Some(row.account_id),
        detail: json!({}),
        note: None,
    };
    let event = event.with_note(reason.trim());
    record(&tx, backend, (&permit).into(), backend.now(), event).await?;
    tx.commit().await?;
    Ok(PersonalData {
        application_id,
        entity_name,
        filing,
    })
}

/// What [`reveal`] asks first, for a form that shows the data on its next page.
///
/// # Errors
/// As [`reveal`].
pub async fn check_reason(
    backend: &Backend,
    caller: &Caller,
    application_id: i64,
    reason: &str,
) -> Result<()> {
    caller.permit(Action::RevealPersonalData)?;
    find_with_reason(&backend.database, application_id, reason).await?;
    Ok(())
}

async fn find_with_reason(
    connection: &impl ConnectionTrait,
    application_id: i64,
    reason: &str,
) -> Result<Model> {
    let row = find_submitted(connection, application_id).await?;
    match check_reveal(&row.status, reason) {
        Some(violation) => Err(Error::Refused(vec![violation])),
        None => Ok(row),
    }
}
