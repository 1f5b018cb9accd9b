//! Reports, downloads and the state of the channel.

use super::entities::authority_channel::{
    Column as ChannelColumn, Entity as Channel, Model as ChannelRow,
};
use super::entities::authority_report::{ActiveModel, Column, Entity, Model};
use super::entities::{authority_download, authority_download::Model as DownloadRow};
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::transaction::Tx;
use chrono::{DateTime, Duration, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder};
use shared::wire::authority_channel::{ChannelState, ReportState};

/// The one channel.
///
/// # Errors
/// [`Error::Internal`] when migrations have not run.
pub async fn find(connection: &impl ConnectionTrait) -> Result<ChannelRow> {
    Channel::find_by_id(1)
        .one(connection)
        .await?
        .ok_or_else(|| Error::inconsistent("authority_channel", 1, "missing"))
}

/// Takes the channel for one sender over all processes. `false` when another one has it.
///
/// # Errors
/// When the database refuses.
pub async fn lease(tx: &Tx, holder: &str, now: DateTime<Utc>, length: Duration) -> Result<bool> {
    let taken = Channel::update_many()
        .col_expr(ChannelColumn::Lease, Expr::value(holder))
        .col_expr(
            ChannelColumn::LeasedUntilAt,
            Expr::value(to_millis(now + length)),
        )
        .filter(ChannelColumn::Id.eq(1))
        .filter(
            ChannelColumn::LeasedUntilAt
                .lte(to_millis(now))
                .or(ChannelColumn::Lease.eq(holder)),
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
    Channel::update_many()
        .col_expr(ChannelColumn::LeasedUntilAt, Expr::value(0))
        .filter(ChannelColumn::Lease.eq(holder))
        .exec(tx)
        .await?;
    Ok(())
}

/// Notes how the channel is, and why if it is not open.
///
/// # Errors
/// When the database refuses.
pub async fn set_state(tx: &Tx, state: ChannelState, problem: Option<&str>) -> Result<()> {
    Channel::update_many()
        .col_expr(ChannelColumn::State, Expr::value(state.code()))
        .col_expr(ChannelColumn::Problem, Expr::value(problem))
        .filter(ChannelColumn::Id.eq(1))
        .exec(tx)
        .await?;
    Ok(())
}

/// Notes that the authority has everything up to `sequence`.
///
/// # Errors
/// When the database refuses.
pub async fn confirm_sequence(tx: &Tx, sequence: i64, now: DateTime<Utc>) -> Result<()> {
    Channel::update_many()
        .col_expr(ChannelColumn::LastConfirmedSequence, Expr::value(sequence))
        .col_expr(ChannelColumn::LastUploadAt, Expr::value(to_millis(now)))
        .filter(ChannelColumn::Id.eq(1))
        .filter(ChannelColumn::LastConfirmedSequence.lt(sequence))
        .exec(tx)
        .await?;
    Ok(())
}

/// Notes that results were asked for.
///
/// # Errors
/// When the database refuses.
pub async fn note_download(tx: &Tx, now: DateTime<Utc>) -> Result<()> {
    Channel::update_many()
        .col_expr(ChannelColumn::LastDownloadAt, Expr::value(to_millis(now)))
        .filter(ChannelColumn::Id.eq(1))
        .exec(tx)
        .await?;
    Ok(())
}

/// The oldest report in a state.
///
/// # Errors
/// When the database refuses.
pub async fn oldest_in(
    connection: &impl ConnectionTrait,
    state: ReportState,
) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::State.eq(state.code()))
        .order_by_asc(Column::Id)
        .one(connection)
        .await?)
}

/// The report that went out under a sequence number.
///
/// # Errors
/// When the database refuses.
pub async fn find_by_sequence(
    connection: &impl ConnectionTrait,
    sequence: i64,
) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::Sequence.eq(sequence))
        .one(connection)
        .await?)
}

/// The newest report of an application.
///
/// # Errors
/// When the database refuses.
pub async fn newest_of(
    connection: &impl ConnectionTrait,
    application_id: i64,
) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::ApplicationId.eq(application_id))
        .order_by_desc(Column::Id)
        .one(connection)
        .await?)
}

/// Reports of one operation the authority has not answered yet.
///
/// # Errors
/// When the database refuses.
pub async fn unanswered(connection: &impl ConnectionTrait, operation: &str) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::Operation.eq(operation))
        .filter(Column::State.is_in([ReportState::InFlight.code(), ReportState::Accepted.code()]))
        .order_by_asc(Column::Id)
        .all(connection)
        .await?)
}

/// Writes a report to be sent.
///
/// # Errors
/// When the database refuses.
pub async fn insert_report(tx: &Tx, row: ActiveModel) -> Result<()> {
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Changes a report that is still in the state it was read in. `false` when it is not.
///
/// # Errors
/// When the database refuses.
pub async fn change_report(tx: &Tx, before: &Model, change: ActiveModel) -> Result<bool> {
    let changed = Entity::update_many()
        .set(change)
        .filter(Column::Id.eq(before.id))
        .filter(Column::State.eq(before.state.as_str()))
        .exec(tx)
        .await?;
    Ok(changed.rows_affected == 1)
}

/// Keeps a downloaded file; one that is there already stays as it is.
///
/// # Errors
/// When the database refuses.
pub async fn keep_download(tx: &Tx, row: authority_download::ActiveModel) -> Result<()> {
    authority_download::Entity::insert(row)
        .on_conflict(
            OnConflict::column(authority_download::Column::FileName)
                .do_nothing()
                .to_owned(),
        )
        .try_insert()
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Notes that the authority knows we have the file.
///
/// # Errors
/// When the database refuses.
pub async fn note_acknowledged(tx: &Tx, file_name: &str, now: DateTime<Utc>) -> Result<()> {
    authority_download::Entity::update_many()
        .col_expr(
            authority_download::Column::AcknowledgedAt,
            Expr::value(to_millis(now)),
        )
        .filter(authority_download::Column::FileName.eq(file_name))
        .exec(tx)
        .await?;
    Ok(())
}

/// The oldest file that was not processed yet.
///
/// # Errors
/// When the database refuses.
pub async fn oldest_unprocessed(connection: &impl ConnectionTrait) -> Result<Option<DownloadRow>> {
    Ok(authority_download::Entity::find()
        .filter(authority_download::Column::ProcessedAt.is_null())
        .order_by_asc(authority_download::Column::ReceivedAt)
        .order_by_asc(authority_download::Column::FileName)
        .one(connection)
        .await?)
}

/// Marks a file as processed; `false` when another process did so first.
///
/// # Errors
/// When the database refuses.
pub async fn take_for_processing(tx: &Tx, file_name: &str, now: DateTime<Utc>) -> Result<bool> {
    let taken = authority_download::Entity::update_many()
        .col_expr(
            authority_download::Column::ProcessedAt,
            Expr::value(to_millis(now)),
        )
        .filter(authority_download::Column::FileName.eq(file_name))
        .filter(authority_download::Column::ProcessedAt.is_null())
        .exec(tx)
        .await?;
    Ok(taken.rows_affected == 1)
}

/// A change to a report's state, to be completed by the caller.
#[must_use]
pub fn report_in(state: ReportState) -> ActiveModel {
    ActiveModel {
        state: Set(state.code().to_owned()),
        ..ActiveModel::default()
    }
}
