//! What holders are told: a message on the page, and a mail with the same content.

use super::entities::{account, mail, message};
use crate::backend::Backend;
use crate::caller::Permit;
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::jobs::{Job, JobV1};
use crate::mail_text::AccountMail;
use crate::transaction::Tx;
use chrono::{DateTime, Duration, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, TryInsertResult};
use shared::wire::message::Notice;

/// How long a mail waits for one that says more.
const LATE: Duration = Duration::minutes(10);

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

/// Tells an account something on the page at once, and by mail only after a while: unless
/// [`withdraw_mail`] is called for the key before, because there is more to say by then.
///
/// # Errors
/// When the database refuses or the account is gone.
pub async fn tell_with_late_mail(
    tx: &Tx,
    backend: &Backend,
    account_id: i64,
    now: DateTime<Utc>,
    notice: &Notice,
    application_id: Option<i64>,
    key: String,
) -> Result<()> {
    let row = message(backend, account_id, now, notice, application_id)?;
    message::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    let mail = write_notice(tx, backend, account_id, now, notice, application_id).await?;
    let Some(mail_id) = mail else {
        return Ok(());
    };
    let job = Job::V1(JobV1::SendMail { mail_id });
    super::job::enqueue(tx, &job, Some(key), now, now + LATE).await
}

/// Drops the mail that waits under a key.
///
/// # Errors
/// When the database refuses.
pub async fn withdraw_mail(tx: &Tx, key: &str) -> Result<()> {
    let Some(job) = super::job::withdraw(tx, key).await? else {
        return Ok(());
    };
    if let Job::V1(JobV1::SendMail { mail_id }) = serde_json::from_str(&job.payload)? {
        mail::Entity::delete_by_id(mail_id).exec(tx).await?;
    }
    Ok(())
}

/// Tells an account something on the page only: what follows from something else that is mailed
/// at the same time, and says as much.
///
/// # Errors
/// When the database refuses.
pub async fn tell_on_page(
    tx: &Tx,
    backend: &Backend,
    account_id: i64,
    now: DateTime<Utc>,
    notice: &Notice,
) -> Result<()> {
    let row = message(backend, account_id, now, notice, None)?;
    message::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    Ok(())
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
    application_id: Option<i64>,
    unique_key: &str,
) -> Result<()> {
    let row = message::ActiveModel {
        unique_key: Set(Some(unique_key.to_owned())),
        ..message(backend, account_id, now, notice, application_id)?
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
        mail_notice(tx, backend, account_id, now, notice, application_id).await?;
    }
    Ok(())
}

/// Whether something was told under a key already: a job that comes by often need not try.
///
/// # Errors
/// When the database refuses.
pub async fn was_told(connection: &impl ConnectionTrait, unique_key: &str) -> Result<bool> {
    let told = message::Entity::find()
        .filter(message::Column::UniqueKey.eq(unique_key))
        .one(connection)
        .await?;
    Ok(told.is_some())
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
    match write_notice(tx, backend, account_id, now, notice, application_id).await? {
        Some(mail_id) => queue(tx, mail_id, now).await,
        None => Ok(()),
    }
}

/// Writes the mail of a notice, without the job that sends it; none where the account wants no
/// mails about this.
async fn write_notice(
    tx: &Tx,
    backend: &Backend,
    account_id: i64,
    now: DateTime<Utc>,
    notice: &Notice,
    application_id: Option<i64>,
) -> Result<Option<i64>> {
    let account = account::Entity::find_by_id(account_id)
        .one(tx)
        .await?
        .ok_or(Error::NotFound)?;
    let is_about_codes = notice.is_about_own_codes();
    if is_about_codes && !account.mails_about_codes {
        return Ok(None);
    }
    let to = backend
        .cipher
        .decrypt("account.email", &account.email_encrypted)?;
    let page = match application_id {
        Some(id) => format!("applications/{id}"),
        None if is_about_codes => "codes".to_owned(),
        None => "messages".to_owned(),
    };
    let link = format!("{}/console/{page}", backend.settings.public_url);
    let provider = &backend.settings.provider;
    let (subject, body) = crate::mail_text::of_notice(&account.language, notice, &link, provider);
    write_mail(tx, backend, &to, &subject, &body, now)
        .await
        .map(Some)
}

/// Mails an account something about itself, which must be read away from the pages.
///
/// # Errors
/// When the database refuses.
pub async fn mail_account(
    tx: &Tx,
    backend: &Backend,
    account: &account::Model,
    mail: &AccountMail<'_>,
    now: DateTime<Utc>,
) -> Result<()> {
    let to = backend
        .cipher
        .decrypt("account.email", &account.email_encrypted)?;
    let provider = &backend.settings.provider;
    let (subject, body) = crate::mail_text::of_account(&account.language, mail, provider);
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
    let mail_id = write_mail(tx, backend, to, subject, body, now).await?;
    queue(tx, mail_id, now).await
}

async fn write_mail(
    tx: &Tx,
    backend: &Backend,
    to: &str,
    subject: &str,
    body: &str,
    now: DateTime<Utc>,
) -> Result<i64> {
    let row = mail::ActiveModel {
        to_encrypted: Set(backend.cipher.encrypt("mail.to", to)?),
        subject: Set(subject.to_owned()),
        body_encrypted: Set(backend.cipher.encrypt("mail.body", body)?),
        created_at: Set(to_millis(now)),
        ..mail::ActiveModel::default()
    };
    Ok(mail::Entity::insert(row).exec(tx).await?.last_insert_id)
}

async fn queue(tx: &Tx, mail_id: i64, now: DateTime<Utc>) -> Result<()> {
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
