//! The authority's files.

use crate::error::Result;
use crate::instant::to_millis;
use crate::store::entities::authority_download::{ActiveModel, Column, Entity, Model};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

/// Keeps a downloaded file; one that another process has just kept stays as it is.
///
/// # Errors
/// When the database refuses.
pub async fn keep_download(tx: &Tx, row: ActiveModel) -> Result<()> {
    Entity::insert(row)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .try_insert()
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// A kept file by name.
///
/// # Errors
/// When the database refuses.
pub async fn find_download(
    connection: &impl ConnectionTrait,
    file_name: &str,
) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(file_name.to_owned())
        .one(connection)
        .await?)
}

/// A kept file by the keyed hash of its content.
///
/// # Errors
/// When the database refuses.
pub async fn find_content(
    connection: &impl ConnectionTrait,
    content_hash: &str,
) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::ContentHash.eq(content_hash))
        .one(connection)
        .await?)
}

/// Writes some columns of a kept file.
///
/// # Errors
/// When the database refuses.
pub async fn change_download(tx: &Tx, file_name: &str, change: ActiveModel) -> Result<()> {
    Entity::update_many()
        .set(change)
        .filter(Column::FileName.eq(file_name))
        .exec(tx)
        .await?;
    Ok(())
}

/// Notes that the authority knows we have the file.
///
/// # Errors
/// When the database refuses.
pub async fn note_acknowledged(tx: &Tx, file_name: &str, now: DateTime<Utc>) -> Result<()> {
    let change = ActiveModel {
        acknowledged_at: Set(Some(to_millis(now))),
        ..ActiveModel::default()
    };
    change_download(tx, file_name, change).await
}

/// The oldest file that was not processed yet, but for those that have failed and whose next
/// try is not due.
///
/// # Errors
/// When the database refuses.
pub async fn oldest_unprocessed(
    connection: &impl ConnectionTrait,
    now: DateTime<Utc>,
) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::ProcessedAt.is_null())
        .filter(Column::NextTryAt.lte(to_millis(now)))
        .order_by_asc(Column::ReceivedAt)
        .order_by_asc(Column::FileName)
        .one(connection)
        .await?)
}

/// Marks a file as processed; `false` when another process did so first.
///
/// # Errors
/// When the database refuses.
pub async fn take_for_processing(tx: &Tx, file_name: &str, now: DateTime<Utc>) -> Result<bool> {
    let change = ActiveModel {
        processed_at: Set(Some(to_millis(now))),
        problem: Set(None),
        ..ActiveModel::default()
    };
    change_unprocessed(tx, file_name, change).await
}

/// Writes some columns of a file that is not processed; `false` when it is meanwhile.
///
/// # Errors
/// When the database refuses.
pub async fn change_unprocessed(tx: &Tx, file_name: &str, change: ActiveModel) -> Result<bool> {
    let changed = Entity::update_many()
        .set(change)
        .filter(Column::FileName.eq(file_name))
        .filter(Column::ProcessedAt.is_null())
        .exec(tx)
        .await?;
    Ok(changed.rows_affected == 1)
}
