use super::cursor::{Sorting, page};
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::instant::from_millis;
use crate::store::entities::message::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::role::Action;
use shared::wire::Page;
use shared::wire::message::MessageView;

/// `/console/messages`: what the caller was told, the newest first.
///
/// # Errors
/// Forbidden to other roles than holders.
pub async fn messages(
    backend: &Backend,
    caller: &Caller,
    cursor: Option<String>,
) -> Result<Page<MessageView>> {
    page_of(backend, caller, false, cursor).await
}

/// The same without what was read.
///
/// # Errors
/// As [`messages`].
pub async fn unread_messages(
    backend: &Backend,
    caller: &Caller,
    cursor: Option<String>,
) -> Result<Page<MessageView>> {
    page_of(backend, caller, true, cursor).await
}

async fn page_of(
    backend: &Backend,
    caller: &Caller,
    unread_only: bool,
    cursor: Option<String>,
) -> Result<Page<MessageView>> {
    let permit = caller.permit(Action::ViewOwnMessages)?;
    let mut own = Entity::find().filter(Column::AccountId.eq(permit.account_id()));
    if unread_only {
        own = own.filter(Column::ReadAt.is_null());
    }
    let sorting = Sorting {
        columns: [Column::Id],
        descending: true,
    };
    let rows = page(&backend.database, own, sorting, cursor.as_deref(), |row| {
        [row.id]
    })
    .await?;
    Ok(Page {
        items: rows
            .items
            .into_iter()
            .map(|row| {
                Ok(MessageView {
                    id: row.id,
                    at: from_millis(row.at),
                    is_read: row.read_at.is_some(),
                    notice: backend
                        .cipher
                        .open("message.notice", &row.notice_encrypted)?,
                    application_id: row.application_id,
                })
            })
            .collect::<Result<_>>()?,
        previous: rows.previous,
        next: rows.next,
    })
}
