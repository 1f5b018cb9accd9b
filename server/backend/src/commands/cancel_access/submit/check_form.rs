//! The form's own rules.

use super::target::Target;
use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::forms::CancellationForm;
use crate::store::{base_code, license};
use shared::cancel_access::{Confirmation, check_confirmation};
use shared::wire::license::CancelAccessInput;

/// What is kept of the form.
///
/// # Errors
/// Refused with everything that is wrong with it.
pub async fn check_form(
    backend: &Backend,
    target: &Target,
    input: &CancelAccessInput,
) -> Result<CancellationForm> {
    let reasons =
        base_code::cancellation_reasons(&backend.database, backend.settings.policy.cancel.reasons)
            .await?;
    let offered: Vec<i32> = reasons.iter().map(|reason| reason.code).collect();
    let only_access = !license::has_other_access(&backend.database, target.website.id).await?;
    let reason_code = input.cancel_reason.trim().parse().ok();
    let violations = check_confirmation(&Confirmation {
        reason_code,
        offered_reasons: &offered,
        note: &input.note,
        new_provider: &input.new_provider,
        password: &input.license_password,
        only_access,
        acknowledged: input.only_access_acknowledged,
    });
    if !violations.is_empty() {
        return Err(Error::Refused(violations));
    }
    let reason = reasons
        .into_iter()
        .find(|reason| Some(reason.code) == reason_code);
    Ok(CancellationForm {
        reason_code,
        reason_text: reason.and_then(|reason| reason.text),
        note: input.note.clone(),
        new_provider: input.new_provider.clone(),
        only_access,
    })
}
