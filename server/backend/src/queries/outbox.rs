use super::display::count;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::instant::{from_millis, to_millis};
use crate::store::entities::mail::{Column, Entity};
use crate::store::login_code;
use sea_orm::{EntityTrait, QueryOrder, QuerySelect};
use shared::role::{Action, allows};
use shared::wire::account::OutboxMail;

/// Mails that the page shows.
const NEWEST: u64 = 200;

/// `/admin/outbox`: the newest mails, sent or waiting. A mail may hold a code to log in with:
/// until it is over, only those read it who could set the account's password as well.
///
/// # Errors
/// Forbidden to other roles than administrators and auditors.
pub async fn outbox(backend: &Backend, caller: &Caller) -> Result<Vec<OutboxMail>> {
    let permit = caller.permit(Action::ViewOutbox)?;
    let reads_all = allows(permit.role(), Action::ManageAccounts);
    let fresh_since = to_millis(backend.now() - login_code::VALIDITY);
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
                body: if reads_all || row.created_at <= fresh_since {
                    Some(backend.cipher.decrypt("mail.body", &row.body_encrypted)?)
                } else {
                    None
                },
                created_at: from_millis(row.created_at),
                sent_at: row.sent_at.map(from_millis),
                tries: count(row.tries),
            })
        })
        .collect()
}
