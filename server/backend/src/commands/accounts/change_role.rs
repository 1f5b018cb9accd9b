//! Gives somebody's account another role. It counts from the next request on. Making an
//! administrator takes two: one proposes, another confirms.

use super::{event, find_named};
use crate::backend::Backend;
use crate::caller::{Actor, Caller};
use crate::error::{Error, Result};
use crate::store::entities::account::Model;
use crate::store::{account, administrator_proposal, audit};
use crate::transaction::Tx;
use serde_json::json;
use shared::audit::EventKind;
use shared::field::Field;
use shared::problem::Problem;
use shared::role::{Action, Role};

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoleChange {
    Changed,
    /// Another administrator has to confirm.
    Proposed,
}

/// An administrator changes it, or proposes an administrator.
///
/// # Errors
/// Refused with [`Problem::LastAdministrator`] when nobody could change roles any more, with
/// [`Problem::NoSecondAdministrator`] when nobody could confirm; [`Error::NotFound`].
pub async fn change_role(
    backend: &Backend,
    caller: &Caller,
    account_id: i64,
    role: Role,
) -> Result<RoleChange> {
    let permit = caller.permit(Action::ManageAccounts)?;
    let tx = backend.begin().await?;
    // Before the account is read: two administrators who demote each other line up here.
    let administrators = account::lock_administrators(&tx).await?;
    if !administrators.contains(&permit.account_id()) {
        return Err(Error::Forbidden);
    }
    let before = account::find(&tx, account_id).await?;
    let is_proposal = role == Role::Administrator && account::role(&before)? != Role::Administrator;
    let outcome = if is_proposal {
        if administrators.len() < 2 {
            let problem = Problem::NoSecondAdministrator;
            return Err(Error::refused_on(Field::Role, problem));
        }
        propose(&tx, backend, permit.account_id(), &before).await?;
        RoleChange::Proposed
    } else {
        change(
            &tx,
            backend,
            (&permit).into(),
            &administrators,
            &before,
            role,
        )
        .await?;
        RoleChange::Changed
    };
    tx.commit().await?;
    Ok(outcome)
}

/// An operator changes it on the command line, alone: where there is one administrator only,
/// nobody else can.
///
/// # Errors
/// As [`change_role`].
pub async fn change_role_by_operator(backend: &Backend, email: &str, role: Role) -> Result<()> {
    let tx = backend.begin().await?;
    let administrators = account::lock_administrators(&tx).await?;
    let before = find_named(&tx, backend, email).await?;
    change(&tx, backend, Actor::System, &administrators, &before, role).await?;
    tx.commit().await
}

/// Proposing again changes nothing.
async fn propose(tx: &Tx, backend: &Backend, proposed_by: i64, account: &Model) -> Result<()> {
    let now = backend.now();
    if !administrator_proposal::insert(tx, account.id, proposed_by, now).await? {
        return Ok(());
    }
    let event = event(EventKind::AdministratorProposed, Some(account.id));
    audit::record(tx, backend, Actor::Account(proposed_by), now, event).await
}

/// `administrators` are locked.
pub(super) async fn change(
    tx: &Tx,
    backend: &Backend,
    actor: Actor,
    administrators: &[i64],
    before: &Model,
    role: Role,
) -> Result<()> {
    let from = account::role(before)?;
    if from == role {
        return Ok(());
    }
    if administrators == [before.id] {
        return Err(Error::refused_on(Field::Role, Problem::LastAdministrator));
    }
    account::set_role(tx, before, role).await?;
    let event = event(EventKind::RoleChanged, Some(before.id))
        .with_detail(json!({ "from": from.code(), "to": role.code() }));
    audit::record(tx, backend, actor, backend.now(), event).await
}
