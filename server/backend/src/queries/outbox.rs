use super::display::count;
use super::masking::masked_email;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::instant::from_millis;
use crate::store::entities::mail::{Column, Entity, Model};
use sea_orm::{EntityTrait, QueryOrder, QuerySelect};
use shared::role::Action;
use shared::wire::account::OutboxMail;

/// Mails that the page shows.
const NEWEST: u64 = 200;

/// `/admin/outbox`: the newest mails, sent or waiting. Only the demo shows to whom and what:
/// a mail may hold a code to log in with, and whoever reads it can be anybody.
///
/// # Errors
/// Forbidden to other roles than administrators and auditors.
pub async fn outbox(backend: &Backend, caller: &Caller) -> Result<Vec<OutboxMail>> {
    caller.permit(Action::ViewOutbox)?;
    let rows = Entity::find()
        .order_by_desc(Column::Id)
        .limit(NEWEST)
        .all(&backend.database)
        .await?;
    rows.into_iter().map(|row| mail(backend, row)).collect()
}

fn mail(backend: &Backend, row: Model) -> Result<OutboxMail> {
    let to = backend.cipher.decrypt("mail.to", &row.to_encrypted)?;
    let (to, body) = if backend.settings.demo {
        let body = backend.cipher.decrypt("mail.body", &row.body_encrypted)?;
        (to, Some(body))
    } else {
        (masked_email(&to), None)
    };
    Ok(OutboxMail {
        id: row.id,
        to,
        subject: row.subject,
        body,
        created_at: from_millis(row.created_at),
        sent_at: row.sent_at.map(from_millis),
        tries: count(row.tries),
    })
}
