//! Accounts.

use super::entities::account::{ActiveModel, Column, Entity, Model};
use super::moved_text;
use crate::backend::Backend;
use crate::cipher::Cipher;
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbBackend, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use shared::email_address::EmailAddress;
use shared::problem::Problem;
use shared::role::Role;

const BLOCKED_REASON: &str = "account.blocked_reason";
/// Hexadecimal digits of an account's tag: 16 million, for accounts with the same masked address.
const TAG_DIGITS: usize = 6;

/// Finds an account by id.
///
/// # Errors
/// [`Error::NotFound`], or when the database refuses.
pub async fn find(connection: &impl ConnectionTrait, id: i64) -> Result<Model> {
    Entity::find_by_id(id)
        .one(connection)
        .await?
        .ok_or(Error::NotFound)
}

/// The value by which an account is found by its address.
#[must_use]
pub fn email_hash(cipher: &Cipher, email: &EmailAddress) -> String {
    cipher.keyed_hash("email", email.as_str())
}

/// Finds an account by [`email_hash`].
///
/// # Errors
/// When the database refuses.
pub async fn find_by_email(
    connection: &impl ConnectionTrait,
    email_hash: &str,
) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::EmailHash.eq(email_hash))
        .one(connection)
        .await?)
}

/// The oldest account of a role.
///
/// # Errors
/// When the database refuses.
pub async fn find_first(connection: &impl ConnectionTrait, role: Role) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::Role.eq(role.code()))
        .order_by_asc(Column::Id)
        .one(connection)
        .await?)
}

/// The role of a row.
///
/// # Errors
/// [`Error::Internal`] for a role no version of the system wrote.
pub fn role(row: &Model) -> Result<Role> {
    Role::from_code(&row.role).ok_or_else(|| Error::inconsistent("account", row.id, "unknown role"))
}

/// The name of a row.
///
/// # Errors
/// [`Error::Internal`] when the key is another one.
pub fn display_name(cipher: &Cipher, row: &Model) -> Result<String> {
    open_name(
        cipher,
        &row.display_name,
        row.display_name_encrypted.as_deref(),
    )
}

/// The same from the two columns.
///
/// # Errors
/// As [`display_name`].
pub fn open_name(cipher: &Cipher, clear: &str, encrypted: Option<&[u8]>) -> Result<String> {
    moved_text::open(cipher, "account.display_name", clear, encrypted)
}

/// What others see of a holder's account: its masked address, and a short tag by which two
/// accounts with addresses alike are told apart, `par•••@example.com #3f09c1`.
///
/// # Errors
/// [`Error::Internal`] when the address does not open.
pub fn masked(cipher: &Cipher, row: &Model) -> Result<String> {
    let email = cipher.decrypt("account.email", &row.email_encrypted)?;
    let email = EmailAddress::parse(&email)
        .map_err(|_| Error::inconsistent("account", row.id, "not an e-mail address"))?;
    let tag: String = cipher
        .keyed_hash("account_tag", &row.id.to_string())
        .chars()
        .take(TAG_DIGITS)
        .collect();
    Ok(format!("{} #{tag}", email.masked()))
}

/// Ids and names of everybody who has one of the roles and is not blocked, by name.
///
/// # Errors
/// When the database refuses.
pub async fn names_of_roles(
    backend: &Backend,
    roles: impl IntoIterator<Item = Role>,
) -> Result<Vec<(i64, String)>> {
    let codes = roles.into_iter().map(Role::code);
    let rows = Entity::find()
        .filter(Column::Role.is_in(codes))
        .filter(Column::BlockedAt.is_null())
        .order_by_asc(Column::Id)
        .all(&backend.database)
        .await?;
    let mut names = rows
        .iter()
        .map(|row| Ok((row.id, display_name(&backend.cipher, row)?)))
        .collect::<Result<Vec<_>>>()?;
    names.sort_by(|one, other| one.1.cmp(&other.1));
    Ok(names)
}

/// Makes other commands of the same account wait until this transaction ends, so that a
/// form sent twice at the same instant is carried out once. SQLite lets no two transactions
/// write at the same time anyway.
///
/// # Errors
/// When the database refuses.
pub async fn lock(tx: &Tx, account_id: i64) -> Result<()> {
    if tx.get_database_backend() == DbBackend::Sqlite {
        return Ok(());
    }
    Entity::update_many()
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .filter(Column::Id.eq(account_id))
        .exec(tx)
        .await?;
    Ok(())
}

/// S9: takes the account's one place for a running order.
///
/// Returns the order that has it when another one does.
///
/// # Errors
/// When the database refuses.
pub async fn take_order_place(
    tx: &Tx,
    account_id: i64,
    application_id: i64,
) -> Result<Option<i64>> {
    let taken = Entity::update_many()
        .col_expr(Column::OpenApplicationId, Expr::value(application_id))
        .filter(Column::Id.eq(account_id))
        .filter(
            Column::OpenApplicationId
                .is_null()
                .or(Column::OpenApplicationId.eq(application_id)),
        )
        .exec(tx)
        .await?;
    if taken.rows_affected == 1 {
        return Ok(None);
    }
    Ok(find(tx, account_id).await?.open_application_id)
}

/// Frees the place when the order that had it is over or back with its holder.
///
/// # Errors
/// When the database refuses.
pub async fn free_order_place(tx: &Tx, account_id: i64, application_id: i64) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::OpenApplicationId, Expr::value(Option::<i64>::None))
        .filter(Column::Id.eq(account_id))
        .filter(Column::OpenApplicationId.eq(application_id))
        .exec(tx)
        .await?;
    Ok(())
}

/// An account to be opened.
#[derive(Debug, Clone)]
pub struct NewAccount {
    pub email: EmailAddress,
    pub display_name: String,
    pub role: Role,
    pub password_hash: Option<String>,
    pub language: String,
}

/// Inserts an account; `None` when the address has one.
///
/// # Errors
/// When the database refuses.
pub async fn insert(
    tx: &Tx,
    cipher: &Cipher,
    new: &NewAccount,
    now: DateTime<Utc>,
) -> Result<Option<i64>> {
    let email_hash = email_hash(cipher, &new.email);
    let row = ActiveModel {
        email_hash: Set(email_hash.clone()),
        email_encrypted: Set(cipher.encrypt("account.email", new.email.as_str())?),
        display_name: Set(String::new()),
        display_name_encrypted: Set(Some(
            cipher.encrypt("account.display_name", &new.display_name)?,
        )),
        role: Set(new.role.code().to_owned()),
        password_hash: Set(new.password_hash.clone()),
        language: Set(new.language.clone()),
        created_at: Set(to_millis(now)),
        ..ActiveModel::default()
    };
    let inserted = Entity::insert(row)
        .on_conflict(
            OnConflict::column(Column::EmailHash)
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
    if inserted == 0 {
        return Ok(None);
    }
    Ok(find_by_email(tx, &email_hash).await?.map(|row| row.id))
}

/// Sets the language of pages and mails.
///
/// # Errors
/// When the database refuses.
pub async fn set_language(tx: &Tx, account_id: i64, language: &str) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::Language, Expr::value(language))
        .filter(Column::Id.eq(account_id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Sets whether the owner of codes is told of them by mail, too.
///
/// # Errors
/// When the database refuses.
pub async fn set_mails_about_codes(tx: &Tx, account_id: i64, wanted: bool) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::MailsAboutCodes, Expr::value(wanted))
        .filter(Column::Id.eq(account_id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Sets the password of the row that was read, or leaves it without one.
///
/// # Errors
/// Refused with [`Problem::ChangedMeanwhile`] when somebody else was faster.
pub async fn set_password_hash(tx: &Tx, before: &Model, hash: Option<String>) -> Result<()> {
    let change = ActiveModel {
        password_hash: Set(hash),
        ..ActiveModel::default()
    };
    save(tx, before, change).await
}

/// Sets the role of the row that was read.
///
/// # Errors
/// Refused with [`Problem::ChangedMeanwhile`] when somebody else was faster.
pub async fn set_role(tx: &Tx, before: &Model, role: Role) -> Result<()> {
    let change = ActiveModel {
        role: Set(role.code().to_owned()),
        ..ActiveModel::default()
    };
    save(tx, before, change).await
}

/// Blocks the account of the row that was read, with a reason; without one it is unblocked.
///
/// # Errors
/// Refused with [`Problem::ChangedMeanwhile`] when somebody else was faster.
pub async fn set_blocked(
    tx: &Tx,
    cipher: &Cipher,
    before: &Model,
    blocked: Option<(DateTime<Utc>, &str)>,
) -> Result<()> {
    let reason = blocked.map(|(_, reason)| cipher.encrypt(BLOCKED_REASON, reason));
    let change = ActiveModel {
        blocked_at: Set(blocked.map(|(at, _)| to_millis(at))),
        blocked_reason_encrypted: Set(reason.transpose()?),
        ..ActiveModel::default()
    };
    save(tx, before, change).await
}

/// Why an account is blocked; `None` when it is not.
///
/// # Errors
/// [`Error::Internal`] when the key is another one.
pub fn blocked_reason(cipher: &Cipher, row: &Model) -> Result<Option<String>> {
    let reason = row.blocked_reason_encrypted.as_deref();
    reason
        .map(|encrypted| cipher.decrypt(BLOCKED_REASON, encrypted))
        .transpose()
}

async fn save(tx: &Tx, before: &Model, mut change: ActiveModel) -> Result<()> {
    change.version = Set(before.version + 1);
    let changed = Entity::update_many()
        .set(change)
        .filter(Column::Id.eq(before.id))
        .filter(Column::Version.eq(before.version))
        .exec(tx)
        .await?;
    if changed.rows_affected == 1 {
        Ok(())
    } else {
        Err(Error::refused(Problem::ChangedMeanwhile))
    }
}

/// Ids of the administrators who can log in; nobody else changes or blocks them until the
/// transaction ends.
///
/// # Errors
/// When the database refuses.
pub async fn lock_administrators(tx: &Tx) -> Result<Vec<i64>> {
    let rows = Entity::find()
        .filter(Column::Role.eq(Role::Administrator.code()))
        .filter(Column::BlockedAt.is_null())
        .order_by_asc(Column::Id)
        .lock_exclusive()
        .all(tx)
        .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
