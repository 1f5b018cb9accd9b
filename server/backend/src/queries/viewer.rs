use super::display::count;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::store::entities::message::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use shared::role::{Action, allows};
use shared::wire::account::Viewer;

/// Who is logged in, for the frame around every page.
///
/// # Errors
/// When the database refuses.
pub async fn viewer(backend: &Backend, caller: &Caller) -> Result<Viewer> {
    let permit = caller.permit(Action::ManageOwnAccount)?;
    let unread_messages = if allows(permit.role(), Action::ViewOwnMessages) {
        Entity::find()
            .filter(Column::AccountId.eq(permit.account_id()))
            .filter(Column::ReadAt.is_null())
            .count(&backend.database)
            .await?
    } else {
        0
    };
    Ok(Viewer {
        account_id: caller.account_id,
        display_name: caller.display_name.clone(),
        email: caller.email.clone(),
        role: caller.role,
        unread_messages: count(unread_messages),
    })
}
