//! The authority did not answer: what was entered is kept, and nothing is submitted.

use super::earlier_outcome;
use super::open_or_create::open_or_create;
use super::target::Target;
use crate::backend::Backend;
use crate::caller::Permit;
use crate::error::Result;
use crate::forms::CancellationForm;
use crate::store::application::{save, shown_domain};
use crate::store::audit::{Event, record};
use crate::store::entities::application::ActiveModel;
use crate::store::{account, message};
use sea_orm::ActiveValue::Set;
use shared::wire::application::TimelineEvent;
use shared::wire::license::{CancelAccessInput, CancelAccessOutcome};
use shared::wire::message::Notice;

/// Keeps the form, but for the password.
pub async fn keep_unsubmitted(
    backend: &Backend,
    permit: &Permit,
    target: &Target,
    input: &CancelAccessInput,
    form: &CancellationForm,
) -> Result<CancelAccessOutcome> {
    let now = backend.now();
    let tx = backend.begin().await?;
    account::lock(&tx, permit.account_id()).await?;
    if let Some(outcome) = earlier_outcome(&tx, permit, input).await? {
        return Ok(outcome);
    }
    let row = open_or_create(&tx, backend, permit, target, input, form, now).await?;
    let change = ActiveModel {
        form_encrypted: Set(backend.cipher.seal("application.form", form)?),
        ..ActiveModel::default()
    };
    save(&tx, &row, change, now).await?;
    let event = Event::of_application(TimelineEvent::KeptUnsubmitted, &row);
    record(&tx, backend, permit.into(), now, event).await?;
    let notice = Notice::CancellationKept {
        number: row.number.clone(),
        domain: shown_domain(&row),
    };
    message::tell(
        &tx,
        backend,
        permit.account_id(),
        now,
        &notice,
        Some(row.id),
    )
    .await?;
    tx.commit().await?;
    Ok(CancelAccessOutcome::KeptUnsubmitted {
        application_id: row.id,
    })
}
