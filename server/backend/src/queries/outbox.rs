use super::display::count;
use super::masking::masked_email;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::instant::from_millis;
use crate::jobs::{Job, JobV1};
use crate::store::entities::job;
use crate::store::entities::mail::{Column, Entity, Model};
use crate::store::job::given_up;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::role::Action;
use shared::wire::account::{GivenUp, OutboxMail};
use std::collections::HashMap;

/// Mails that the page shows, of those given up and of all.
const NEWEST: u64 = 200;

/// `/admin/outbox`: the mails that were given up lately, then the newest of the others, sent or
/// waiting. Only the demo shows to whom and what: a mail may hold a code to log in with, and
/// whoever reads it can be anybody.
///
/// # Errors
/// Forbidden to other roles than administrators and auditors.
pub async fn outbox(backend: &Backend, caller: &Caller) -> Result<Vec<OutboxMail>> {
    caller.permit(Action::ViewOutbox)?;
    let failed = given_up(&backend.database, "send_mail", NEWEST).await?;
    let failed: HashMap<i64, job::Model> = failed
        .into_iter()
        .filter_map(|job| Some((mail_of(&job)?, job)))
        .collect();
    let given_up = Entity::find()
        .filter(Column::Id.is_in(failed.keys().copied()))
        .order_by_desc(Column::Id)
        .all(&backend.database)
        .await?;
    let newest = Entity::find()
        .order_by_desc(Column::Id)
        .limit(NEWEST)
        .all(&backend.database)
        .await?;
    let others = newest
        .into_iter()
        .filter(|row| !failed.contains_key(&row.id));
    given_up
        .into_iter()
        .chain(others)
        .map(|row| {
            let failed = failed.get(&row.id);
            mail(backend, row, failed)
        })
        .collect()
}

/// The mail that a job was to send.
fn mail_of(job: &job::Model) -> Option<i64> {
    match serde_json::from_str(&job.payload) {
        Ok(Job::V1(JobV1::SendMail { mail_id })) => Some(mail_id),
        _ => None,
    }
}

fn mail(backend: &Backend, row: Model, failed: Option<&job::Model>) -> Result<OutboxMail> {
    let address = backend.cipher.decrypt("mail.to", &row.to_encrypted)?;
    let (to, body) = if backend.settings.demo {
        let body = backend.cipher.decrypt("mail.body", &row.body_encrypted)?;
        (address.clone(), Some(body))
    } else {
        (masked_email(&address), None)
    };
    let given_up = failed.and_then(|job| {
        // Mail servers repeat the address in their answers.
        let error = job.last_error.as_deref().unwrap_or_default();
        Some(GivenUp {
            at: from_millis(job.failed_at?),
            error: error.replace(&address, &to),
        })
    });
    Ok(OutboxMail {
        id: row.id,
        to,
        subject: row.subject,
        body,
        created_at: from_millis(row.created_at),
        sent_at: row.sent_at.map(from_millis),
        tries: count(row.tries),
        given_up,
    })
}
