//! An owner disables an own Unused code.

use super::lifecycle::{Cause, change};
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::store::authorization_code;
use shared::authorization_code::{CodeStatus, InvalidReason};
use shared::problem::Problem;
use shared::role::Action;

/// Disabling a code that its owner has disabled already changes nothing.
///
/// # Errors
/// Refused when the code is not Unused; [`Error::NotFound`] for somebody else's.
pub async fn disable(backend: &Backend, caller: &Caller, code_id: i64) -> Result<()> {
    let permit = caller.permit(Action::DisableOwnCode)?;
    let now = backend.now();
    let tx = backend.begin().await?;
    let code = authorization_code::find_own(&tx, &permit, code_id).await?;
    let status = authorization_code::status(&code)?;
    let disabled_already = matches!(
        status,
        CodeStatus::Invalid {
            reason: InvalidReason::DisabledByOwner,
            ..
        }
    );
    if disabled_already {
        return Ok(());
    }
    let after = status
        .disable_by_owner(permit.account_id(), now)
        .map_err(|why| Error::refused(Problem::CodeNotDisabled { why }))?;
    change(&tx, backend, &code, &after, Cause::by(&permit, now)).await?;
    tx.commit().await
}
