//! The job queue: rows written with the change that causes them, claimed by a conditional
//! update, deleted when done.

use super::entities::job::{ActiveModel, Column, Entity, Model};
use crate::error::Result;
use crate::instant::to_millis;
use crate::jobs::Job;
use crate::transaction::Tx;
use chrono::{DateTime, Duration, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

/// Puts a job into the queue. A waiting job with the same `unique_key` makes this a no-op.
///
/// # Errors
/// When the database refuses.
pub async fn enqueue(
    tx: &Tx,
    job: &Job,
    unique_key: Option<String>,
    now: DateTime<Utc>,
    run_at: DateTime<Utc>,
) -> Result<()> {
    let row = ActiveModel {
        kind: Set(job.kind().to_owned()),
        payload: Set(serde_json::to_string(job)?),
        unique_key: Set(unique_key),
        run_at: Set(to_millis(run_at)),
        created_at: Set(to_millis(now)),
        ..ActiveModel::default()
    };
    Entity::insert(row)
        .on_conflict(
            OnConflict::column(Column::UniqueKey)
                .do_nothing()
                .to_owned(),
        )
        .try_insert()
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Takes a job back that waits under a key, and returns it; one that is being carried out goes
/// its way.
///
/// # Errors
/// When the database refuses.
pub async fn withdraw(tx: &Tx, unique_key: &str) -> Result<Option<Model>> {
    let waiting = Entity::find()
        .filter(Column::UniqueKey.eq(unique_key))
        .one(tx)
        .await?;
    let Some(job) = waiting else { return Ok(None) };
    let withdrawn = Entity::delete_many()
        .filter(Column::Id.eq(job.id))
        .filter(Column::ClaimedUntilAt.is_null())
        .exec(tx)
        .await?;
    Ok((withdrawn.rows_affected == 1).then_some(job))
}

/// Claims the next due job for `lease`, so that no other runner takes it meanwhile.
///
/// # Errors
/// When the database refuses.
pub async fn claim(tx: &Tx, now: DateTime<Utc>, lease: Duration) -> Result<Option<Model>> {
    let now_ms = to_millis(now);
    let free = || {
        Condition::all()
            .add(Column::FailedAt.is_null())
            .add(Column::RunAt.lte(now_ms))
            .add(
                Condition::any()
                    .add(Column::ClaimedUntilAt.is_null())
                    .add(Column::ClaimedUntilAt.lte(now_ms)),
            )
    };
    let Some(job) = Entity::find()
        .filter(free())
        .order_by_asc(Column::RunAt)
        .order_by_asc(Column::Id)
        .one(tx)
        .await?
    else {
        return Ok(None);
    };
    let claimed = Entity::update_many()
        .col_expr(Column::ClaimedUntilAt, Expr::value(to_millis(now + lease)))
        .col_expr(Column::Tries, Expr::col(Column::Tries).add(1))
        .filter(Column::Id.eq(job.id))
        .filter(free())
        .exec(tx)
        .await?;
    Ok((claimed.rows_affected == 1).then_some(job))
}

/// Removes a finished job.
///
/// # Errors
/// When the database refuses.
pub async fn finish(tx: &Tx, id: i64) -> Result<()> {
    Entity::delete_by_id(id).exec(tx).await?;
    Ok(())
}

/// Puts a failed job back for a later try, or, without one, leaves it for an operator.
///
/// # Errors
/// When the database refuses.
pub async fn fail(
    tx: &Tx,
    id: i64,
    now: DateTime<Utc>,
    retry_at: Option<DateTime<Utc>>,
    error: &str,
) -> Result<()> {
    let mut update = Entity::update_many()
        .col_expr(Column::ClaimedUntilAt, Expr::value(Option::<i64>::None))
        .col_expr(Column::LastError, Expr::value(error))
        .filter(Column::Id.eq(id));
    update = match retry_at {
        Some(retry_at) => update.col_expr(Column::RunAt, Expr::value(to_millis(retry_at))),
        // Without its key it stands in nobody's way: the same work can be queued again.
        None => update
            .col_expr(Column::FailedAt, Expr::value(to_millis(now)))
            .col_expr(Column::UniqueKey, Expr::value(Option::<String>::None)),
    };
    update.exec(tx).await?;
    Ok(())
}

/// Jobs still to be done, for tests and for operators.
///
/// # Errors
/// When the database refuses.
pub async fn waiting(connection: &impl ConnectionTrait) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::FailedAt.is_null())
        .order_by_asc(Column::Id)
        .all(connection)
        .await?)
}

/// The jobs of a kind that were given up last, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn given_up(
    connection: &impl ConnectionTrait,
    kind: &str,
    limit: u64,
) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::Kind.eq(kind))
        .filter(Column::FailedAt.is_not_null())
        .order_by_desc(Column::FailedAt)
        .limit(limit)
        .all(connection)
        .await?)
}
