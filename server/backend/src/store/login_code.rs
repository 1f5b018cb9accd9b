//! One-time codes by mail. Only the newest one of an address can be used, once.

use super::entities::login_code::{ActiveModel, Column, Entity};
use crate::cipher::Cipher;
use crate::error::Result;
use crate::instant::to_millis;
use crate::transaction::Tx;
use chrono::{DateTime, Duration, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter};

/// How long a code can be used.
pub const VALIDITY: Duration = Duration::minutes(10);

/// What a code is good for; one for the other is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodePurpose {
    LogIn,
    /// In place of one that was forgotten.
    NewPassword,
}

/// Bound to the address, so that equal codes of two people do not look equal.
#[must_use]
pub fn code_hash(cipher: &Cipher, purpose: CodePurpose, email_hash: &str, code: &str) -> String {
    let purpose = match purpose {
        CodePurpose::LogIn => "login_code",
        CodePurpose::NewPassword => "password_code",
    };
    cipher.keyed_hash(purpose, &format!("{email_hash} {code}"))
}

/// Puts a new code in the place of the address's earlier ones, and removes those of other
/// addresses that are over.
///
/// # Errors
/// When the database refuses.
pub async fn replace(
    tx: &Tx,
    email_hash: &str,
    code_hash: String,
    now: DateTime<Utc>,
) -> Result<()> {
    let outdated = Condition::any()
        .add(Column::EmailHash.eq(email_hash))
        .add(Column::ExpiresAt.lte(to_millis(now)));
    Entity::delete_many().filter(outdated).exec(tx).await?;
    let row = ActiveModel {
        email_hash: Set(email_hash.to_owned()),
        code_hash: Set(code_hash),
        created_at: Set(to_millis(now)),
        expires_at: Set(to_millis(now + VALIDITY)),
        ..ActiveModel::default()
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Uses a code up; `false` when it is not the address's, or was used, or is over.
///
/// # Errors
/// When the database refuses.
pub async fn take(tx: &Tx, email_hash: &str, code_hash: &str, now: DateTime<Utc>) -> Result<bool> {
    let taken = Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(to_millis(now)))
        .filter(Column::EmailHash.eq(email_hash))
        .filter(Column::CodeHash.eq(code_hash))
        .filter(Column::UsedAt.is_null())
        .filter(Column::ExpiresAt.gt(to_millis(now)))
        .exec(tx)
        .await?;
    Ok(taken.rows_affected == 1)
}
