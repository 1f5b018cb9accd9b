//! Making an administrator, which takes two.

use super::people::{People, address_of};
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::instant::from_millis;
use crate::store;
use crate::store::administrator_proposal::pending;
use crate::store::entities::account::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use shared::role::{Action, Role};
use shared::wire::account::AdministratorProposal;

/// Who waits to become an administrator, the oldest proposal first.
///
/// # Errors
/// Forbidden to other roles than administrators and auditors.
pub async fn administrator_proposals(
    backend: &Backend,
    caller: &Caller,
) -> Result<Vec<AdministratorProposal>> {
    let permit = caller.permit(Action::ViewAccounts)?;
    let rows = pending(&backend.database, backend.now()).await?;
    let ids = rows
        .iter()
        .flat_map(|row| [row.account_id, row.proposed_by]);
    let people = People::load(backend, ids).await?;
    rows.into_iter()
        .map(|row| {
            let account = people.find(row.account_id)?;
            Ok(AdministratorProposal {
                account_id: row.account_id,
                email: address_of(backend, &permit, account)?,
                role: store::account::role(account)?,
                proposed_by: people.for_staff(backend, row.proposed_by)?,
                expires_at: from_millis(row.expires_at),
                is_own: row.proposed_by == permit.account_id(),
            })
        })
        .collect()
}

/// Whether somebody else than the caller could confirm an administrator.
///
/// # Errors
/// As [`administrator_proposals`].
pub async fn has_second_administrator(backend: &Backend, caller: &Caller) -> Result<bool> {
    let permit = caller.permit(Action::ViewAccounts)?;
    let others = Entity::find()
        .filter(Column::Role.eq(Role::Administrator.code()))
        .filter(Column::BlockedAt.is_null())
        .filter(Column::Id.ne(permit.account_id()))
        .count(&backend.database)
        .await?;
    Ok(others > 0)
}
