//! Ends a proposal of an administrator: whoever proposed withdraws it, any other refuses it.

use super::event;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::store::{administrator_proposal, audit};
use shared::audit::EventKind;
use shared::role::Action;

/// # Errors
/// [`Error::NotFound`] when the proposal is over, withdrawn, refused or confirmed.
pub async fn decline_administrator(
    backend: &Backend,
    caller: &Caller,
    account_id: i64,
) -> Result<()> {
    let permit = caller.permit(Action::ManageAccounts)?;
    let now = backend.now();
    let tx = backend.begin().await?;
    let proposal = administrator_proposal::find(&tx, account_id, now).await?;
    let proposal = proposal.ok_or(Error::NotFound)?;
    if !administrator_proposal::delete(&tx, &proposal).await? {
        return Err(Error::NotFound);
    }
    let kind = if proposal.proposed_by == permit.account_id() {
        EventKind::AdministratorWithdrawn
    } else {
        EventKind::AdministratorRefused
    };
    let event = event(kind, Some(account_id));
    audit::record(&tx, backend, (&permit).into(), now, event).await?;
    tx.commit().await
}
