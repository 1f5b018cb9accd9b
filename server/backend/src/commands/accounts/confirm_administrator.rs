//! A second administrator makes an account one that another has proposed.

use super::change_role::change;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::store::{account, administrator_proposal};
use shared::problem::Problem;
use shared::role::{Action, Role};

/// # Errors
/// Refused with [`Problem::OwnProposal`] to whoever proposed it; [`Error::NotFound`] when the
/// proposal is over, withdrawn, refused or confirmed.
pub async fn confirm_administrator(
    backend: &Backend,
    caller: &Caller,
    account_id: i64,
) -> Result<()> {
    let permit = caller.permit(Action::ManageAccounts)?;
    let tx = backend.begin().await?;
    let administrators = account::lock_administrators(&tx).await?;
    if !administrators.contains(&permit.account_id()) {
        return Err(Error::Forbidden);
    }
    let proposal = administrator_proposal::find(&tx, account_id, backend.now()).await?;
    let proposal = proposal.ok_or(Error::NotFound)?;
    if proposal.proposed_by == permit.account_id() {
        return Err(Error::refused(Problem::OwnProposal));
    }
    if !administrator_proposal::delete(&tx, &proposal).await? {
        return Err(Error::NotFound);
    }
    let before = account::find(&tx, account_id).await?;
    let (actor, role) = ((&permit).into(), Role::Administrator);
    change(&tx, backend, actor, &administrators, &before, role).await?;
    tx.commit().await
}
