//! Hands one mail of the outbox to the mail server.

use super::JobError;
use crate::backend::Backend;
use crate::error::Error;
use crate::instant::to_millis;
use crate::store::entities::mail::{Column, Entity};
use anyhow::Error as AnyError;
use ports::mailer::{Mail, MailError};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter};

/// A mail that is marked as sent is not sent again; one that was sent but not marked,
/// because the process died in between, carries the same message id.
///
/// # Errors
/// [`JobError`] as the mail server's answer demands.
pub async fn send_mail(backend: &Backend, mail_id: i64) -> Result<(), JobError> {
    let row = Entity::find_by_id(mail_id)
        .one(&backend.database)
        .await
        .map_err(Error::from)?
        .ok_or(Error::NotFound)?;
    if row.sent_at.is_some() {
        return Ok(());
    }
    let mail = Mail {
        to: backend.cipher.decrypt("mail.to", &row.to_encrypted)?,
        subject: row.subject,
        body: backend.cipher.decrypt("mail.body", &row.body_encrypted)?,
        message_id: format!("mail-{mail_id}@license-system"),
    };
    let sent = backend.mailer.send(&mail).await;
    let tx = backend.begin().await?;
    let mut update = Entity::update_many()
        .col_expr(Column::Tries, Expr::col(Column::Tries).add(1))
        .filter(Column::Id.eq(mail_id));
    if sent.is_ok() {
        update = update.col_expr(Column::SentAt, Expr::value(to_millis(backend.now())));
    }
    update.exec(&tx).await.map_err(Error::from)?;
    tx.commit().await?;
    sent.map_err(|error| match error {
        MailError::Unreachable(_) => JobError::Retry(AnyError::from(error)),
        MailError::Refused(_) => JobError::GiveUp(AnyError::from(error)),
    })
}
