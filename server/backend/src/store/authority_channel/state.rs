//! The one row that says how the channel is.

use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::store::entities::authority_channel::{Column, Entity, Model};
use crate::transaction::Tx;
use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, UpdateMany};
use shared::wire::authority_channel::ChannelState;

/// A call that failed, when no call is to be made before an instant.
#[derive(Debug, Clone, Copy)]
pub struct Pause<'a> {
    pub problem: &'a str,
    /// How many calls in a row have failed.
    pub failures: i64,
    pub until: DateTime<Utc>,
}

/// The one channel.
///
/// # Errors
/// [`Error::Internal`] when migrations have not run.
pub async fn find(connection: &impl ConnectionTrait) -> Result<Model> {
    Entity::find_by_id(1)
        .one(connection)
        .await?
        .ok_or_else(|| Error::inconsistent("authority_channel", 1, "missing"))
}

/// Takes the channel for one sender over all processes. `false` when another one has it.
///
/// # Errors
/// When the database refuses.
pub async fn lease(tx: &Tx, holder: &str, now: DateTime<Utc>, length: Duration) -> Result<bool> {
    let taken = the_channel()
        .col_expr(Column::Lease, Expr::value(holder))
        .col_expr(Column::LeasedUntilAt, Expr::value(to_millis(now + length)))
        .filter(
            Column::LeasedUntilAt
                .lte(to_millis(now))
                .or(Column::Lease.eq(holder)),
        )
        .exec(tx)
        .await?;
    Ok(taken.rows_affected == 1)
}

/// Gives the channel back.
///
/// # Errors
/// When the database refuses.
pub async fn end_lease(tx: &Tx, holder: &str) -> Result<()> {
    the_channel()
        .col_expr(Column::LeasedUntilAt, Expr::value(0))
        .filter(Column::Lease.eq(holder))
        .exec(tx)
        .await?;
    Ok(())
}

/// Notes that the authority has taken a report. A channel that was stopped stays so.
///
/// # Errors
/// When the database refuses.
pub async fn open(tx: &Tx) -> Result<()> {
    opened(the_channel().filter(Column::State.ne(ChannelState::Stopped.code())))
        .exec(tx)
        .await?;
    Ok(())
}

/// Notes that a report has to wait. A channel that was stopped stays so.
///
/// # Errors
/// When the database refuses.
pub async fn pause_uploads(tx: &Tx, pause: Pause<'_>) -> Result<()> {
    the_channel()
        .col_expr(Column::State, Expr::value(ChannelState::Retrying.code()))
        .col_expr(Column::Problem, Expr::value(pause.problem))
        .col_expr(Column::UploadFailures, Expr::value(pause.failures))
        .col_expr(Column::NextUploadAt, Expr::value(to_millis(pause.until)))
        .filter(Column::State.ne(ChannelState::Stopped.code()))
        .exec(tx)
        .await?;
    Ok(())
}

/// Stops the channel. `authority_sequence` is the authority's last number where it is ahead
/// of ours: an administrator may continue after it.
///
/// # Errors
/// When the database refuses.
pub async fn stop(tx: &Tx, problem: &str, authority_sequence: Option<i64>) -> Result<()> {
    the_channel()
        .col_expr(Column::State, Expr::value(ChannelState::Stopped.code()))
        .col_expr(Column::Problem, Expr::value(problem))
        .col_expr(Column::AuthoritySequence, Expr::value(authority_sequence))
        .exec(tx)
        .await?;
    Ok(())
}

/// Lets calls be made again; every process asks for the authority's last number first.
///
/// # Errors
/// When the database refuses.
pub async fn resume(tx: &Tx) -> Result<()> {
    opened(the_channel())
        .col_expr(Column::Resumptions, Expr::col(Column::Resumptions).add(1))
        .col_expr(Column::NextDownloadAt, Expr::value(0))
        .exec(tx)
        .await?;
    Ok(())
}

/// Notes that the authority has everything up to `sequence`.
///
/// # Errors
/// When the database refuses.
pub async fn confirm_sequence(tx: &Tx, sequence: i64, now: DateTime<Utc>) -> Result<()> {
    the_channel()
        .col_expr(Column::LastConfirmedSequence, Expr::value(sequence))
        .col_expr(Column::LastUploadAt, Expr::value(to_millis(now)))
        .filter(Column::LastConfirmedSequence.lt(sequence))
        .exec(tx)
        .await?;
    Ok(())
}

/// Takes over the authority's last number; the next report gets the one after it.
///
/// # Errors
/// When the database refuses.
pub async fn continue_after(tx: &Tx, sequence: i64) -> Result<()> {
    the_channel()
        .col_expr(Column::LastConfirmedSequence, Expr::value(sequence))
        .exec(tx)
        .await?;
    Ok(())
}

/// Notes that results were fetched, or that there were none.
///
/// # Errors
/// When the database refuses.
pub async fn note_download(tx: &Tx, now: DateTime<Utc>) -> Result<()> {
    the_channel()
        .col_expr(Column::LastDownloadAt, Expr::value(to_millis(now)))
        .col_expr(Column::DownloadProblem, Expr::value(Option::<String>::None))
        .col_expr(Column::DownloadFailures, Expr::value(0))
        .exec(tx)
        .await?;
    Ok(())
}

/// Notes that results could not be fetched.
///
/// # Errors
/// When the database refuses.
pub async fn pause_downloads(tx: &Tx, pause: Pause<'_>) -> Result<()> {
    the_channel()
        .col_expr(Column::DownloadProblem, Expr::value(pause.problem))
        .col_expr(Column::DownloadFailures, Expr::value(pause.failures))
        .col_expr(Column::NextDownloadAt, Expr::value(to_millis(pause.until)))
        .exec(tx)
        .await?;
    Ok(())
}

fn the_channel() -> UpdateMany<Entity> {
    Entity::update_many().filter(Column::Id.eq(1))
}

fn opened(update: UpdateMany<Entity>) -> UpdateMany<Entity> {
    update
        .col_expr(Column::State, Expr::value(ChannelState::Open.code()))
        .col_expr(Column::Problem, Expr::value(Option::<String>::None))
        .col_expr(Column::UploadFailures, Expr::value(0))
        .col_expr(Column::NextUploadAt, Expr::value(0))
        .col_expr(Column::AuthoritySequence, Expr::value(Option::<i64>::None))
}
