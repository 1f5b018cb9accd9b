use super::display::count;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::instant::from_millis;
use crate::store::entities::mail::{Column, Entity};
use sea_orm::{EntityTrait, QueryOrder, QuerySelect};
use shared::role::Action;
use shared::wire::account::OutboxMail;

/// Mails that the page shows.
const NEWEST: u64 = 200;

/// `/admin/outbox`: the newest mails, sent or waiting.
///
/// # Errors
/// Forbidden to other roles than administrators.
pub async fn outbox(backend: &Backend, caller: &Caller) -> Result<Vec<OutboxMail>> {
    caller.permit(Action::ViewOutbox)?;
    let rows = Entity::find()
        .order_by_desc(Column::Id)
        .limit(NEWEST)
        .all(&backend.database)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(OutboxMail {
                id: row.id,
                to: backend.cipher.decrypt("mail.to", &row.to_encrypted)?,
                subject: row.subject,
                body: backend.cipher.decrypt("mail.body", &row.body_encrypted)?,
                created_at: from_millis(row.created_at),
                sent_at: row.sent_at.map(from_millis),
                tries: count(row.tries),
            })
        })
        .collect()
}
