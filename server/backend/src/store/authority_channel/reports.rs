//! Reports to the authority.

use crate::error::Result;
use crate::instant::to_millis;
use crate::store::entities::application;
use crate::store::entities::authority_report::{ActiveModel, Column, Entity, Model};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use shared::wire::authority_channel::ReportState;

/// The report that was sent, or is about to be, and has no answer yet.
///
/// # Errors
/// When the database refuses.
pub async fn oldest_in_flight(connection: &impl ConnectionTrait) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::State.eq(ReportState::InFlight.code()))
        .order_by_asc(Column::Id)
        .one(connection)
        .await?)
}

/// The oldest report that waits and whose application is not held.
///
/// # Errors
/// When the database refuses.
pub async fn oldest_sendable(connection: &impl ConnectionTrait) -> Result<Option<Model>> {
    let held = application::Entity::find()
        .select_only()
        .column(application::Column::Id)
        .filter(application::Column::HoldReason.is_not_null())
        .into_query();
    Ok(Entity::find()
        .filter(Column::State.eq(ReportState::Pending.code()))
        .filter(Column::ApplicationId.not_in_subquery(held))
        .order_by_asc(Column::Id)
        .one(connection)
        .await?)
}

/// Whether an application's report waits to be sent.
///
/// # Errors
/// When the database refuses.
pub async fn is_waiting(connection: &impl ConnectionTrait, application_id: i64) -> Result<bool> {
    let waiting = Entity::find()
        .filter(Column::ApplicationId.eq(application_id))
        .filter(Column::State.eq(ReportState::Pending.code()));
    Ok(waiting.one(connection).await?.is_some())
}

/// Ids of the applications whose report waits to be sent.
#[must_use]
pub fn waiting_applications() -> SelectStatement {
    Entity::find()
        .select_only()
        .column(Column::ApplicationId)
        .filter(Column::State.eq(ReportState::Pending.code()))
        .into_query()
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

/// Whether an application's report waits and was never sent.
///
/// # Errors
/// When the database refuses.
pub async fn is_unsent(connection: &impl ConnectionTrait, application_id: i64) -> Result<bool> {
    let unsent = Entity::find().filter(unsent(application_id));
    Ok(unsent.one(connection).await?.is_some())
}

/// Removes an application's report if it was never sent; `false` when it was.
///
/// # Errors
/// When the database refuses.
pub async fn delete_unsent(tx: &Tx, application_id: i64) -> Result<bool> {
    let deleted = Entity::delete_many()
        .filter(unsent(application_id))
        .exec(tx)
        .await?;
    Ok(deleted.rows_affected == 1)
}

fn unsent(application_id: i64) -> Condition {
    Condition::all()
        .add(Column::ApplicationId.eq(application_id))
        .add(Column::State.eq(ReportState::Pending.code()))
        .add(Column::SentAt.is_null())
}

/// Reports the authority has not answered yet. Nobody else changes them until the transaction
/// ends: a verdict may arrive while the sender is still reading the answer to the upload.
///
/// # Errors
/// When the database refuses.
pub async fn lock_unanswered(tx: &Tx) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::State.is_in([ReportState::InFlight.code(), ReportState::Accepted.code()]))
        .order_by_asc(Column::Id)
        .lock_exclusive()
        .all(tx)
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

/// Erases the bytes of answered reports that were sent before an instant.
///
/// # Errors
/// When the database refuses.
pub async fn drop_packages(tx: &Tx, sent_before: DateTime<Utc>) -> Result<()> {
    Entity::update_many()
        .set(ActiveModel {
            package_encrypted: Set(None),
            ..ActiveModel::default()
        })
        .filter(Column::State.eq(ReportState::Answered.code()))
        .filter(Column::PackageEncrypted.is_not_null())
        .filter(Column::SentAt.lt(to_millis(sent_before)))
        .exec(tx)
        .await?;
    Ok(())
}

/// Takes the numbers of reports in flight away, so that they are sent under new ones.
///
/// # Errors
/// When the database refuses.
pub async fn put_back_in_flight(tx: &Tx) -> Result<()> {
    Entity::update_many()
        .set(put_back())
        .filter(Column::State.eq(ReportState::InFlight.code()))
        .exec(tx)
        .await?;
    Ok(())
}

/// A change that makes a report wait again, for a number that is not given yet.
#[must_use]
pub fn put_back() -> ActiveModel {
    ActiveModel {
        sequence: Set(None),
        package_encrypted: Set(None),
        ..report_in(ReportState::Pending)
    }
}

/// A change to a report's state, to be completed by the caller.
#[must_use]
pub fn report_in(state: ReportState) -> ActiveModel {
    ActiveModel {
        state: Set(state.code().to_owned()),
        ..ActiveModel::default()
    }
}
