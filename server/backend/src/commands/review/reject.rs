//! `Reject`: the provider sends an application back with reasons.

use super::decide::load_for_decision;
use super::reviewed::keep_reviewed;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::forms::StoredRejection;
use crate::store::account::free_order_place;
use crate::store::application::{apply, save, set_status, shown_domain};
use crate::store::audit::{Event, record};
use crate::store::entities::application::ActiveModel;
use crate::store::message::tell;
use sea_orm::ActiveValue::Set;
use serde_json::json;
use shared::application::Command;
use shared::parsed_text::{tidy_line, tidy_lines};
use shared::review::{FieldReason, check_rejection};
use shared::role::Action;
use shared::wire::application::TimelineEvent;
use shared::wire::message::Notice;
use shared::wire::review::RejectInput;

/// The holder is told the reason; the license password is erased and asked for again. The
/// same reviewer's second rejection changes nothing.
///
/// # Errors
/// Refused without any reason, when somebody else decided first,
/// when the page was out of date, or when another reviewer has claimed the application.
pub async fn reject(backend: &Backend, caller: &Caller, input: RejectInput) -> Result<()> {
    let permit = caller.permit(Action::DecideApplication)?;
    let fields = field_reasons(input.fields);
    let violations = check_rejection(&input.reason, &fields);
    if !violations.is_empty() {
        return Err(Error::Refused(violations));
    }
    let now = backend.now();
    let tx = backend.begin().await?;
    let decision = TimelineEvent::ProviderRejected;
    let (id, version) = (input.application_id, input.version);
    let Some(row) = load_for_decision(&tx, backend, &permit, id, version, decision).await? else {
        return Ok(());
    };
    let status = apply(&row, &Command::Reject { at: now })?;
    let reason = tidy_lines(&input.reason);
    let rejection = StoredRejection {
        by_authority: false,
        reason,
        fields,
        at: now,
    };
    let mut change = ActiveModel {
        rejection_encrypted: Set(Some(
            backend.cipher.seal("application.rejection", &rejection)?,
        )),
        license_password_encrypted: Set(None),
        ..ActiveModel::default()
    };
    keep_reviewed(backend, &row, &mut change)?;
    set_status(&mut change, &status, now);
    save(&tx, &row, change, now).await?;
    free_order_place(&tx, row.account_id, row.id).await?;
    let codes: Vec<_> = rejection
        .fields
        .iter()
        .map(|field| field.field.code())
        .collect();
    let told = every_reason(&rejection);
    let StoredRejection { reason, fields, .. } = rejection;
    let event = Event::of_application(decision, &row)
        .with_detail(json!({ "fields": codes }))
        .with_note(&told);
    record(&tx, backend, (&permit).into(), now, event).await?;
    let notice = Notice::ProviderRejected {
        number: row.number.clone(),
        domain: shown_domain(&row),
        reason,
        fields,
    };
    tell(&tx, backend, row.account_id, now, &notice, Some(row.id)).await?;
    tx.commit().await
}

/// What the reviewer wrote, a line for each field's reason at the end: the form forgets them
/// when it is submitted again; the audit trail keeps them, and the fields beside them
/// ([`crate::queries`] reads both for the timelines).
fn every_reason(rejection: &StoredRejection) -> String {
    let of_fields = rejection.fields.iter().map(|field| field.reason.as_str());
    std::iter::once(rejection.reason.as_str())
        .chain(of_fields)
        .filter(|reason| !reason.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

/// Those with words, each on one line.
fn field_reasons(fields: Vec<FieldReason>) -> Vec<FieldReason> {
    let in_one_line = fields.into_iter().map(|about| FieldReason {
        reason: tidy_line(&about.reason),
        ..about
    });
    in_one_line
        .filter(|about| !about.reason.is_empty())
        .collect()
}
