//! Tokens of other systems; only a keyed hash is kept.

use super::entities::service_token::{ActiveModel, Column, Entity, Model};
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::service_token::Scope;
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// Adds a token.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &Tx, row: ActiveModel) -> Result<i64> {
    Ok(Entity::insert(row).exec(tx).await?.last_insert_id)
}

/// The token with this hash, unless it was revoked.
///
/// # Errors
/// When the database refuses.
pub async fn find_valid(connection: &impl ConnectionTrait, hash: &str) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::TokenHash.eq(hash))
        .filter(Column::RevokedAt.is_null())
        .one(connection)
        .await?)
}

/// Every token, oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn list(connection: &impl ConnectionTrait) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .order_by_asc(Column::Id)
        .all(connection)
        .await?)
}

/// Remembers that a token was used.
///
/// # Errors
/// When the database refuses.
pub async fn touch(tx: &Tx, id: i64, now: DateTime<Utc>) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::LastUsedAt, Expr::value(to_millis(now)))
        .filter(Column::Id.eq(id))
        .exec(tx)
        .await?;
    Ok(())
}

/// Ends a token. `false` when there is none, or it ended before.
///
/// # Errors
/// When the database refuses.
pub async fn revoke(tx: &Tx, id: i64, now: DateTime<Utc>) -> Result<bool> {
    let revoked = Entity::update_many()
        .col_expr(Column::RevokedAt, Expr::value(to_millis(now)))
        .filter(Column::Id.eq(id))
        .filter(Column::RevokedAt.is_null())
        .exec(tx)
        .await?;
    Ok(revoked.rows_affected == 1)
}

/// The scopes of a row.
///
/// # Errors
/// [`Error::Internal`] for a scope no version of the system wrote.
pub fn scopes(row: &Model) -> Result<Vec<Scope>> {
    row.scopes
        .split_whitespace()
        .map(|code| {
            Scope::from_code(code)
                .ok_or_else(|| Error::inconsistent("service_token", row.id, "unknown scope"))
        })
        .collect()
}
