//! What came back changed since it was decided on.

use super::application_facts::reason;
use super::masking::{Reader, masked_form};
use super::review_queue::WAITING;
use crate::backend::Backend;
use crate::error::Result;
use crate::forms::{CancellationForm, Reviewed};
use crate::store::entities::application::Model;
use shared::application::{FilingForm, changed_fields, side_by_side, whole_answer};
use shared::field::Field;
use shared::wire::review::AnswerChange;

/// Changes of what waits for its next review, personal data masked; a draft's are its
/// holder's matter.
///
/// # Errors
/// When the key is another one.
pub fn changes(backend: &Backend, row: &Model) -> Result<Vec<AnswerChange>> {
    let Some(reviewed) = row.reviewed_encrypted.as_deref() else {
        return Ok(Vec::new());
    };
    if row.status != WAITING {
        return Ok(Vec::new());
    }
    let cipher = &backend.cipher;
    Ok(match cipher.open("application.reviewed", reviewed)? {
        Reviewed::Filing { form, public_ip } => {
            let now = cipher.open("application.form", &row.form_encrypted)?;
            let address = change(
                Field::Server,
                public_ip.unwrap_or_default(),
                row.public_ip.clone().unwrap_or_default(),
            );
            address.into_iter().chain(of_filing(*form, now)).collect()
        }
        Reviewed::Cancellation(form) => {
            let now = cipher.open("application.form", &row.form_encrypted)?;
            of_cancellation(backend, form, now)
        }
    })
}

fn of_filing(before: FilingForm, after: FilingForm) -> Vec<AnswerChange> {
    let (before, after) = side_by_side(before, after);
    let fields = changed_fields(&before, &after);
    let (before, after) = (
        masked_form(before, Reader::Staff),
        masked_form(after, Reader::Staff),
    );
    let change = |field| AnswerChange {
        field,
        before: whole_answer(&before, field),
        after: whole_answer(&after, field),
    };
    fields.into_iter().map(change).collect()
}

fn of_cancellation(
    backend: &Backend,
    before: CancellationForm,
    after: CancellationForm,
) -> Vec<AnswerChange> {
    let reason = |form| {
        let chosen = reason(form, backend.settings.policy.cancel.reasons);
        let built_in = chosen.built_in.map(|reason| reason.code().to_owned());
        let number = || chosen.code.to_string();
        built_in.or(chosen.text).unwrap_or_else(number)
    };
    [
        change(Field::CancelReason, reason(&before), reason(&after)),
        change(Field::CancelNote, before.note, after.note),
        change(Field::NewProvider, before.new_provider, after.new_provider),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn change(field: Field, before: String, after: String) -> Option<AnswerChange> {
    (before != after).then_some(AnswerChange {
        field,
        before,
        after,
    })
}
