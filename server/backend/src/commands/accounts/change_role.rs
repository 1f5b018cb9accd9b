//! Gives somebody's account another role. It counts from the next request on.

use super::{event, find_named};
use crate::backend::Backend;
use crate::caller::{Actor, Caller};
use crate::error::{Error, Result};
use crate::store::{account, audit};
use crate::transaction::Tx;
use serde_json::json;
use shared::field::Field;
use shared::problem::Problem;
use shared::role::{Action, Role};

/// An administrator changes it.
///
/// # Errors
/// Refused with [`Problem::LastAdministrator`] when nobody could change roles any more;
/// [`Error::NotFound`].
pub async fn change_role(
    backend: &Backend,
    caller: &Caller,
    account_id: i64,
    role: Role,
) -> Result<()> {
    let permit = caller.permit(Action::ManageAccounts)?;
    let tx = backend.begin().await?;
    change(&tx, backend, (&permit).into(), account_id, role).await?;
    tx.commit().await
}

/// An operator changes it on the command line.
///
/// # Errors
/// As [`change_role`].
pub async fn change_role_by_operator(backend: &Backend, email: &str, role: Role) -> Result<()> {
    let tx = backend.begin().await?;
    let account = find_named(&tx, backend, email).await?;
    change(&tx, backend, Actor::System, account.id, role).await?;
    tx.commit().await
}

async fn change(
    tx: &Tx,
    backend: &Backend,
    actor: Actor,
    account_id: i64,
    role: Role,
) -> Result<()> {
    // Before the account is read: two administrators who demote each other line up here.
    let administrators = account::lock_administrators(tx).await?;
    let before = account::find(tx, account_id).await?;
    let from = account::role(&before)?;
    if from == role {
        return Ok(());
    }
    if administrators == [account_id] {
        return Err(Error::refused_on(Field::Role, Problem::LastAdministrator));
    }
    account::set_role(tx, &before, role).await?;
    let event = event("account.role_changed", Some(account_id))
        .with_detail(json!({ "from": from.code(), "to": role.code() }));
    audit::record(tx, backend, actor, backend.now(), event).await
}
