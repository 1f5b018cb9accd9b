//! Authorization codes: rows to [`CodeStatus`] and back, by compare-and-set.

use super::entities::authorization_code::{ActiveModel, Column, Entity, Model};
use super::entities::cloud_server;
use super::moved_text;
use crate::backend::Backend;
use crate::caller::Permit;
use crate::cipher::Cipher;
use crate::error::{Error, Result};
use crate::instant::{from_millis, to_millis};
use crate::transaction::Tx;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect};
use shared::authorization_code::{CodeStatus, CodeText, InvalidReason, Reservation};

/// A code by its keyed hash, with its server.
///
/// # Errors
/// When the database refuses.
pub async fn find_by_text(
    connection: &impl ConnectionTrait,
    backend: &Backend,
    text: &CodeText,
) -> Result<Option<(Model, cloud_server::Model)>> {
    let hash = backend
        .cipher
        .keyed_hash("authorization_code", text.compact());
    let to_server = Entity::belongs_to(cloud_server::Entity)
        .from(Column::ServerId)
        .to(cloud_server::Column::Id)
        .into();
    let found = Entity::find()
        .filter(Column::CodeHash.eq(hash))
        .join(JoinType::InnerJoin, to_server)
        .select_also(cloud_server::Entity)
        .one(connection)
        .await?;
    Ok(found.and_then(|(code, server)| Some((code, server?))))
}

/// A code by id, whoever owns it.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn find(connection: &impl ConnectionTrait, id: i64) -> Result<Model> {
    Entity::find_by_id(id)
        .one(connection)
        .await?
        .ok_or(Error::NotFound)
}

/// A code that nobody else changes until the transaction ends.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn lock(tx: &Tx, id: i64) -> Result<Model> {
    Entity::find_by_id(id)
        .lock_exclusive()
        .one(tx)
        .await?
        .ok_or(Error::NotFound)
}

/// One of the permitted account's codes.
///
/// # Errors
/// [`Error::NotFound`] also for somebody else's.
pub async fn find_own(
    connection: &impl ConnectionTrait,
    permit: &Permit,
    id: i64,
) -> Result<Model> {
    Entity::find_by_id(id)
        .filter(Column::AccountId.eq(permit.account_id()))
        .one(connection)
        .await?
        .ok_or(Error::NotFound)
}

/// The code in clear.
///
/// # Errors
/// [`Error::Internal`] when the key is another one.
pub fn text(backend: &Backend, row: &Model) -> Result<CodeText> {
    let compact = backend
        .cipher
        .decrypt("authorization_code.code", &row.code_encrypted)?;
    CodeText::parse(&compact)
        .map_err(|_| Error::inconsistent("authorization_code", row.id, "not a code"))
}

/// What its owner wrote down about a code.
///
/// # Errors
/// [`Error::Internal`] when the key is another one.
pub fn note(cipher: &Cipher, row: &Model) -> Result<String> {
    moved_text::open(
        cipher,
        "authorization_code.note",
        &row.note,
        row.note_encrypted.as_deref(),
    )
}

/// The status of a row; odd combinations of columns are refused.
///
/// # Errors
/// [`Error::Internal`] naming the row.
pub fn status(row: &Model) -> Result<CodeStatus> {
    let broken = |what| Error::inconsistent("authorization_code", row.id, what);
    let reservation = match (
        row.holder_application_id,
        row.holder_account_id,
        row.held_since_at,
    ) {
        (Some(application_id), Some(account_id), Some(since)) => Some(Reservation {
            application_id,
            account_id,
            since: from_millis(since),
        }),
        (None, None, None) => None,
        _ => return Err(broken("half a reservation")),
    };
    let at = from_millis(row.status_at);
    let reason = match row.reason.as_deref() {
        Some(code) => Some(InvalidReason::from_code(code).ok_or_else(|| broken("unknown reason"))?),
        None => None,
    };
    match (row.status.as_str(), reservation, reason) {
        ("unused", None, None) => Ok(CodeStatus::Unused),
        ("licensing", Some(by), None) => Ok(CodeStatus::Licensing(by)),
        ("used", Some(by), None) => Ok(CodeStatus::Used { by, at }),
        ("invalid", held_by, Some(reason)) => Ok(CodeStatus::Invalid {
            reason,
            at,
            disabled_by: row.disabled_by,
            held_by,
        }),
        _ => Err(broken("status does not fit its columns")),
    }
}

/// Writes a new status over the one that was read. `false` when somebody else was faster.
///
/// # Errors
/// When the database refuses.
pub async fn change_status(
    tx: &Tx,
    before: &Model,
    after: &CodeStatus,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<bool> {
    let (reservation, reason, disabled_by, at) = match after {
        CodeStatus::Unused => (None, None, None, now),
        CodeStatus::Licensing(by) => (Some(*by), None, None, by.since),
        CodeStatus::Used { by, at } => (Some(*by), None, None, *at),
        CodeStatus::Invalid {
            reason,
            at,
            disabled_by,
            held_by,
        } => (*held_by, Some(*reason), *disabled_by, *at),
    };
    let row = ActiveModel {
        status: Set(after.code().to_owned()),
        reason: Set(reason.map(|reason| reason.code().to_owned())),
        status_at: Set(to_millis(at)),
        disabled_by: Set(disabled_by),
        holder_application_id: Set(reservation.map(|by| by.application_id)),
        holder_account_id: Set(reservation.map(|by| by.account_id)),
        held_since_at: Set(reservation.map(|by| to_millis(by.since))),
        version: Set(before.version + 1),
        ..ActiveModel::default()
    };
    let changed = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(before.id))
        .filter(Column::Version.eq(before.version))
        .exec(tx)
        .await?;
    Ok(changed.rows_affected == 1)
}

/// Writes another note over the one that was read. `false` when somebody else was faster.
///
/// # Errors
/// When the database refuses.
pub async fn change_note(tx: &Tx, cipher: &Cipher, before: &Model, note: &str) -> Result<bool> {
    let row = ActiveModel {
        note: Set(String::new()),
        note_encrypted: Set(Some(cipher.encrypt("authorization_code.note", note)?)),
        version: Set(before.version + 1),
        ..ActiveModel::default()
    };
    let changed = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(before.id))
        .filter(Column::Version.eq(before.version))
        .exec(tx)
        .await?;
    Ok(changed.rows_affected == 1)
}
