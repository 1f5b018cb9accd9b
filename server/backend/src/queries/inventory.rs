use super::cursor::{Sorting, page};
use super::servers::server_rows;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::store::entities::cloud_server::{Column, Entity};
use sea_orm::EntityTrait;
use shared::role::Action;
use shared::wire::Page;
use shared::wire::code::ServerRow;

/// `/admin/inventory`: every server of every account, oldest first.
///
/// # Errors
/// Forbidden to other roles than administrators and auditors.
pub async fn inventory(
    backend: &Backend,
    caller: &Caller,
    cursor: Option<String>,
) -> Result<Page<ServerRow>> {
    caller.permit(Action::ViewInventory)?;
    let sorting = Sorting {
        columns: [Column::Id],
        descending: false,
    };
    let rows = page(
        &backend.database,
        Entity::find(),
        sorting,
        cursor.as_deref(),
        |row| [row.id],
    )
    .await?;
    Ok(Page {
        items: server_rows(backend, &rows.items).await?,
        previous: rows.previous,
        next: rows.next,
    })
}
