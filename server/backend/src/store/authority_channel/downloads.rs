//! The authority's files.

use crate::error::Result;
use crate::instant::to_millis;
use crate::store::entities::authority_download;
use crate::store::entities::authority_download::Model as DownloadRow;
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

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
