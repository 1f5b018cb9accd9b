//! Lets a blocked account log in again.

use super::event;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::mail_text::AccountMail;
use crate::store::message::mail_account;
use crate::store::{account, audit};
use shared::audit::EventKind;
use shared::role::Action;

/// Unblocking again changes nothing.
///
/// # Errors
/// [`crate::error::Error::NotFound`].
pub async fn unblock(backend: &Backend, caller: &Caller, account_id: i64) -> Result<()> {
    let permit = caller.permit(Action::ManageAccounts)?;
    let now = backend.now();
    let tx = backend.begin().await?;
    let before = account::find(&tx, account_id).await?;
    if before.blocked_at.is_none() {
        return Ok(());
    }
    account::set_blocked(&tx, &backend.cipher, &before, None).await?;
    let event = event(EventKind::AccountUnblocked, Some(account_id));
    audit::record(&tx, backend, (&permit).into(), now, event).await?;
    mail_account(&tx, backend, &before, &AccountMail::Unblocked, now).await?;
    tx.commit().await
}
