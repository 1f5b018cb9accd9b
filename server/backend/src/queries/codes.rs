use super::code_list::{Scope, code_page};
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::store::entities::cloud_server::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::role::Action;
use shared::wire::code::{CodeFilter, CodesPage};

/// Servers the filter offers; whoever has more searches by name.
const MAX_SERVERS: u64 = 200;

/// `Manage Authorization Code`: the caller's own codes, in clear (S28).
///
/// # Errors
/// Forbidden to other roles than holders.
pub async fn codes(backend: &Backend, caller: &Caller, filter: CodeFilter) -> Result<CodesPage> {
    let permit = caller.permit(Action::ViewOwnCodes)?;
    let servers = Entity::find()
        .select_only()
        .columns([Column::Id, Column::Name])
        .filter(Column::AccountId.eq(permit.account_id()))
        .order_by_asc(Column::Name)
        .order_by_asc(Column::Id)
        .limit(MAX_SERVERS)
        .into_tuple()
        .all(&backend.database)
        .await?;
    Ok(CodesPage {
        codes: code_page(backend, Scope::Own(permit.account_id()), &filter).await?,
        servers,
        policy: backend.settings.policy.code.clone(),
    })
}
