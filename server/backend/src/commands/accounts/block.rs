//! Blocks somebody's account: it cannot log in until it is unblocked. Its applications go on.

use super::event;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::mail_text::AccountMail;
use crate::store::message::mail_account;
use crate::store::{account, audit, session};
use shared::audit::EventKind;
use shared::field::Field;
use shared::problem::Problem;
use shared::role::Action;

/// Characters of a reason.
const MAX_REASON_CHARACTERS: u32 = 500;

/// Ends the account's sessions, and mails it the reason. Blocking again changes nothing.
///
/// # Errors
/// Refused without a reason, with [`Problem::OwnAccount`], with [`Problem::LastAdministrator`]
/// when nobody could administer any more; [`Error::NotFound`].
pub async fn block(
    backend: &Backend,
    caller: &Caller,
    account_id: i64,
    reason: &str,
) -> Result<()> {
    let permit = caller.permit(Action::ManageAccounts)?;
    let reason = reason.trim();
    let problem = match reason.chars().count() {
        0 => Some(Problem::Required),
        length if length > MAX_REASON_CHARACTERS as usize => Some(Problem::TooLong {
            max: MAX_REASON_CHARACTERS,
        }),
        _ => None,
    };
    if let Some(problem) = problem {
        return Err(Error::refused_on(Field::RejectionReason, problem));
    }
    if account_id == permit.account_id() {
        return Err(Error::refused(Problem::OwnAccount));
    }
    let now = backend.now();
    let tx = backend.begin().await?;
    // Before the account is read: two administrators who block each other line up here.
    let administrators = account::lock_administrators(&tx).await?;
    if !administrators.contains(&permit.account_id()) {
        return Err(Error::Forbidden);
    }
    let before = account::find(&tx, account_id).await?;
    if before.blocked_at.is_some() {
        return Ok(());
    }
    if administrators == [account_id] {
        return Err(Error::refused(Problem::LastAdministrator));
    }
    account::set_blocked(&tx, &backend.cipher, &before, Some((now, reason))).await?;
    session::revoke_all(&tx, account_id, None).await?;
    let event = event(EventKind::AccountBlocked, Some(account_id)).with_note(reason);
    audit::record(&tx, backend, (&permit).into(), now, event).await?;
    let mail = AccountMail::Blocked { reason };
    mail_account(&tx, backend, &before, &mail, now).await?;
    tx.commit().await
}
