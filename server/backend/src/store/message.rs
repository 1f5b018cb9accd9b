//! What holders are told: a message on the page, and a mail with the same content.

use super::entities::{account, mail, message};
use crate::backend::Backend;
use crate::caller::Permit;
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::jobs::{Job, JobV1};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, TryInsertResult};
use shared::wire::message::Notice;

/// Tells an account something: on the page at once, by mail through a job.
///
/// # Errors
/// When the database refuses or the account is gone.
pub async fn tell(
    tx: &Tx,
    backend: &Backend,
    account_id: i64,
    now: DateTime<Utc>,
    notice: &Notice,
    application_id: Option<i64>,
) -> Result<()> {
    let row = message(backend, account_id, now, notice, application_id)?;
    message::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    mail_notice(tx, backend, account_id, now, notice, application_id).await
}

/// Tells an account something under a key; what was told under it before is not told again.
///
/// # Errors
/// When the database refuses or the account is gone.
pub async fn tell_once(
    tx: &Tx,
    backend: &Backend,
    account_id: i64,
    now: DateTime<Utc>,
    notice: &Notice,
    unique_key: &str,
) -> Result<()> {
    let row = message::ActiveModel {
        unique_key: Set(Some(unique_key.to_owned())),
        ..message(backend, account_id, now, notice, None)?
    };
    let told = message::Entity::insert(row)
        .on_conflict(
            OnConflict::column(message::Column::UniqueKey)
                .do_nothing()
                .to_owned(),
        )
        .try_insert()
        .exec_without_returning(tx)
        .await?;
    // A conflict counts as no row inserted.
    if matches!(told, TryInsertResult::Inserted(rows) if rows > 0) {
        mail_notice(tx, backend, account_id, now, notice, None).await?;
    }
    Ok(())
}

fn message(
    backend: &Backend,
    account_id: i64,
    now: DateTime<Utc>,
    notice: &Notice,
    application_id: Option<i64>,
) -> Result<message::ActiveModel> {
    Ok(message::ActiveModel {
        account_id: Set(account_id),
        at: Set(to_millis(now)),
        notice_encrypted: Set(backend.cipher.seal("message.notice", notice)?),
        application_id: Set(application_id),
        ..message::ActiveModel::default()
    })
}

async fn mail_notice(
    tx: &Tx,
    backend: &Backend,
    account_id: i64,
    now: DateTime<Utc>,
    notice: &Notice,
    application_id: Option<i64>,
) -> Result<()> {
    let account = account::Entity::find_by_id(account_id)
        .one(tx)
        .await?
        .ok_or(Error::NotFound)?;
    let to = backend
        .cipher
        .decrypt("account.email", &account.email_encrypted)?;
    let link = application_id.map_or_else(
        || format!("{}/console/messages", backend.settings.public_url),
        |id| format!("{}/console/applications/{id}", backend.settings.public_url),
    );
    let (subject, body) = crate::mail_text::of_notice(&account.language, notice, &link);
    queue_mail(tx, backend, &to, &subject, &body, now).await
}

/// Writes a mail and the job that sends it.
///
/// # Errors
/// When the database refuses.
pub async fn queue_mail(
    tx: &Tx,
    backend: &Backend,
    to: &str,
    subject: &str,
    body: &str,
    now: DateTime<Utc>,
) -> Result<()> {
    let row = mail::ActiveModel {
        to_encrypted: Set(backend.cipher.encrypt("mail.to", to)?),
        subject: Set(subject.to_owned()),
        body_encrypted: Set(backend.cipher.encrypt("mail.body", body)?),
        created_at: Set(to_millis(now)),
        ..mail::ActiveModel::default()
    };
    let mail_id = mail::Entity::insert(row).exec(tx).await?.last_insert_id;
    let job = Job::V1(JobV1::SendMail { mail_id });
    super::job::enqueue(tx, &job, None, now, now).await
}

/// Marks one of the permitted account's messages as read, if it was not; `false` when it
/// has none with this id.
///
/// # Errors
/// When the database refuses.
pub async fn mark_own_read(tx: &Tx, permit: &Permit, id: i64, now: DateTime<Utc>) -> Result<bool> {
    let first_read_at = Expr::col(message::Column::ReadAt).if_null(to_millis(now));
    let marked = message::Entity::update_many()
        .col_expr(message::Column::ReadAt, first_read_at)
        .filter(message::Column::Id.eq(id))
        .filter(message::Column::AccountId.eq(permit.account_id()))
        .exec(tx)
        .await?;
    Ok(marked.rows_affected == 1)
}

/// Marks all of the permitted account's messages as read.
///
/// # Errors
/// When the database refuses.
pub async fn mark_all_own_read(tx: &Tx, permit: &Permit, now: DateTime<Utc>) -> Result<()> {
    message::Entity::update_many()
        .col_expr(message::Column::ReadAt, Expr::value(to_millis(now)))
        .filter(message::Column::AccountId.eq(permit.account_id()))
        .filter(message::Column::ReadAt.is_null())
        .exec(tx)
        .await?;
    Ok(())
}
