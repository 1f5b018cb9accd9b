//! Counters that slow down guessing: log-in, codes, license passwords.

use super::entities::attempt::{Column, Entity, Model};
use crate::error::{Error, Result};
use crate::instant::{from_millis, to_millis};
use crate::transaction::Tx;
use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::{CaseStatement, Expr, OnConflict, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, FromQueryResult, QueryFilter};

/// Tries counted under a key in the running window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tries {
    pub count: u32,
    pub resets_at: DateTime<Utc>,
}

/// Tries in the running window; `None` when there is none.
///
/// # Errors
/// When the database refuses.
pub async fn find(
    connection: &impl ConnectionTrait,
    key: &str,
    now: DateTime<Utc>,
) -> Result<Option<Tries>> {
    let row = Entity::find_by_id(key.to_owned())
        .filter(Column::ResetsAt.gt(to_millis(now)))
        .one(connection)
        .await?;
    Ok(row.map(tries))
}

/// Counts one try; the first one opens a window of `window`.
///
/// # Errors
/// When the database refuses.
pub async fn count(tx: &Tx, key: &str, now: DateTime<Utc>, window: Duration) -> Result<Tries> {
    let (now, end) = (to_millis(now), to_millis(now + window));
    let over = || Expr::col((Entity, Column::ResetsAt)).lte(now);
    let next_count = CaseStatement::new()
        .case(over(), 1)
        .finally(Expr::col((Entity, Column::Count)).add(1));
    let next_end = CaseStatement::new()
        .case(over(), end)
        .finally(Expr::col((Entity, Column::ResetsAt)));
    let next_told = CaseStatement::new()
        .case(over(), Option::<i64>::None)
        .finally(Expr::col((Entity, Column::LockToldAt)));
    let statement = Query::insert()
        .into_table(Entity)
        .columns([Column::Key, Column::Count, Column::ResetsAt])
        .values_panic([key.into(), 1.into(), end.into()])
        .on_conflict(
            OnConflict::column(Column::Key)
                .value(Column::Count, next_count)
                .value(Column::ResetsAt, next_end)
                .value(Column::LockToldAt, next_told)
                .to_owned(),
        )
        .returning_all()
        .to_owned();
    let row = tx.query_one(&statement).await?.ok_or(Error::NotFound)?;
    Ok(tries(Model::from_query_result(&row, "")?))
}

/// Keeps the count until a later instant: a lock.
///
/// # Errors
/// When the database refuses.
pub async fn lock_until(tx: &Tx, key: &str, until: DateTime<Utc>) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::ResetsAt, Expr::value(to_millis(until)))
        .filter(Column::Key.eq(key))
        .exec(tx)
        .await?;
    Ok(())
}

/// Whether the tries are used up and the audit trail was not told yet; from now on it was.
///
/// # Errors
/// When the database refuses.
pub async fn tell_lock(tx: &Tx, key: &str, tries: u32, now: DateTime<Utc>) -> Result<bool> {
    let told = Entity::update_many()
        .col_expr(Column::LockToldAt, Expr::value(to_millis(now)))
        .filter(Column::Key.eq(key))
        .filter(Column::Count.gte(tries))
        .filter(Column::ResetsAt.gt(to_millis(now)))
        .filter(Column::LockToldAt.is_null())
        .exec(tx)
        .await?;
    Ok(told.rows_affected == 1)
}

/// Takes one try back that told nothing, because nobody answered.
///
/// # Errors
/// When the database refuses.
pub async fn give_back(tx: &Tx, key: &str) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::Count, Expr::col(Column::Count).sub(1))
        .filter(Column::Key.eq(key))
        .filter(Column::Count.gt(0))
        .exec(tx)
        .await?;
    Ok(())
}

/// Forgets the tries, after a success.
///
/// # Errors
/// When the database refuses.
pub async fn clear(tx: &Tx, key: &str) -> Result<()> {
    Entity::delete_by_id(key.to_owned()).exec(tx).await?;
    Ok(())
}

/// Removes counters whose window has closed.
///
/// # Errors
/// When the database refuses.
pub async fn delete_closed(tx: &Tx, now: DateTime<Utc>) -> Result<()> {
    Entity::delete_many()
        .filter(Column::ResetsAt.lte(to_millis(now)))
        .exec(tx)
        .await?;
    Ok(())
}

fn tries(row: Model) -> Tries {
    Tries {
        count: u32::try_from(row.count).unwrap_or(u32::MAX),
        resets_at: from_millis(row.resets_at),
    }
}
