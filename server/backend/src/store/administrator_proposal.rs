//! Accounts that wait for a second administrator to make them one.

use super::entities::administrator_proposal::{ActiveModel, Column, Entity, Model};
use crate::error::Result;
use crate::instant::to_millis;
use crate::transaction::Tx;
use chrono::{DateTime, Duration, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// How long a proposal can be confirmed.
pub const VALIDITY: Duration = Duration::days(7);

/// Proposes an account; `false` when it is proposed already.
///
/// # Errors
/// When the database refuses.
pub async fn insert(
    tx: &Tx,
    account_id: i64,
    proposed_by: i64,
    now: DateTime<Utc>,
) -> Result<bool> {
    delete_expired(tx, now).await?;
    let row = ActiveModel {
        account_id: Set(account_id),
        proposed_by: Set(proposed_by),
        proposed_at: Set(to_millis(now)),
        expires_at: Set(to_millis(now + VALIDITY)),
    };
    let inserted = Entity::insert(row)
        .on_conflict(
            OnConflict::column(Column::AccountId)
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
    Ok(inserted == 1)
}

/// The proposals that can be confirmed, the oldest first.
///
/// # Errors
/// When the database refuses.
pub async fn pending(connection: &impl ConnectionTrait, now: DateTime<Utc>) -> Result<Vec<Model>> {
    let mut rows = Entity::find()
        .filter(Column::ExpiresAt.gt(to_millis(now)))
        .all(connection)
        .await?;
    rows.sort_by_key(|row| (row.proposed_at, row.account_id));
    Ok(rows)
}

/// The proposal of an account, if it can be confirmed.
///
/// # Errors
/// When the database refuses.
pub async fn find(
    connection: &impl ConnectionTrait,
    account_id: i64,
    now: DateTime<Utc>,
) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(account_id)
        .filter(Column::ExpiresAt.gt(to_millis(now)))
        .one(connection)
        .await?)
}

/// Takes a proposal out of the list; `false` when somebody else was faster.
///
/// # Errors
/// When the database refuses.
pub async fn delete(tx: &Tx, proposal: &Model) -> Result<bool> {
    let deleted = Entity::delete_by_id(proposal.account_id)
        .filter(Column::ProposedAt.eq(proposal.proposed_at))
        .exec(tx)
        .await?;
    Ok(deleted.rows_affected == 1)
}

/// Removes proposals that nobody confirmed in time.
///
/// # Errors
/// When the database refuses.
pub async fn delete_expired(tx: &Tx, now: DateTime<Utc>) -> Result<()> {
    Entity::delete_many()
        .filter(Column::ExpiresAt.lte(to_millis(now)))
        .exec(tx)
        .await?;
    Ok(())
}
