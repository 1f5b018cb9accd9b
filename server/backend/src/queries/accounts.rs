use super::cursor::{Sorting, page};
use super::people::address_of;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::instant::from_millis;
use crate::store;
use crate::store::entities::{account, session};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use shared::role::Action;
use shared::wire::Page;
use shared::wire::account::AccountRow;
use std::collections::HashMap;

/// `/admin/accounts`: a page of accounts, the newest first. Addresses are in clear for whoever
/// manages accounts, because they are known by them.
///
/// # Errors
/// Forbidden to other roles than administrators and auditors.
pub async fn accounts(
    backend: &Backend,
    caller: &Caller,
    cursor: Option<&str>,
) -> Result<Page<AccountRow>> {
    let permit = caller.permit(Action::ViewAccounts)?;
    let newest_first = Sorting {
        columns: [account::Column::Id],
        descending: true,
    };
    let all = account::Entity::find();
    let rows = page(&backend.database, all, newest_first, cursor, |row| [row.id]).await?;
    let ids: Vec<i64> = rows.items.iter().map(|row| row.id).collect();
    let last_seen: HashMap<i64, i64> = session::Entity::find()
        .select_only()
        .column(session::Column::AccountId)
        .column_as(session::Column::LastSeenAt.max(), "last_seen_at")
        .filter(session::Column::AccountId.is_in(ids))
        .group_by(session::Column::AccountId)
        .into_tuple::<(i64, i64)>()
        .all(&backend.database)
        .await?
        .into_iter()
        .collect();
    let items = rows
        .items
        .into_iter()
        .map(|row| {
            Ok(AccountRow {
                id: row.id,
                email: address_of(backend, &permit, &row)?,
                is_own: row.id == permit.account_id(),
                blocked: store::account::blocked_reason(&backend.cipher, &row)?,
                role: store::account::role(&row)?,
                created_at: from_millis(row.created_at),
                last_seen_at: last_seen.get(&row.id).copied().map(from_millis),
                display_name: store::account::display_name(&backend.cipher, &row)?,
            })
        })
        .collect::<Result<Vec<_>>>()?;
    Ok(Page {
        items,
        previous: rows.previous,
        next: rows.next,
    })
}
