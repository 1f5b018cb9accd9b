//! The block feed: domains whose access here has ended (S3, S4).

use super::entities::blocked_domain::{ActiveModel, Column, Entity};
use super::entities::website_domain;
use crate::error::Result;
use crate::instant::to_millis;
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// Puts a domain on the list, or takes it off. The row gets a new cursor, so that readers
/// who follow the feed see the change.
///
/// # Errors
/// When the database refuses.
pub async fn set_listed(
    tx: &Tx,
    domain: &website_domain::Model,
    is_listed: bool,
    now: DateTime<Utc>,
) -> Result<()> {
    let removed = Entity::delete_many()
        .filter(Column::Domain.eq(domain.name.as_str()))
        .exec(tx)
        .await?;
    if !is_listed && removed.rows_affected == 0 {
        return Ok(());
    }
    let row = ActiveModel {
        domain: Set(domain.name.clone()),
        is_listed: Set(is_listed),
        website_id: Set(domain.website_id),
        reason: Set("access_canceled".to_owned()),
        resolution: Set(domain.resolution.clone()),
        resolution_seen_at: Set(domain.resolution_seen_at),
        changed_at: Set(to_millis(now)),
        ..ActiveModel::default()
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Whether a domain is listed now.
///
/// # Errors
/// When the database refuses.
pub async fn is_listed(tx: &Tx, domain: &str) -> Result<bool> {
    Ok(Entity::find()
        .filter(Column::Domain.eq(domain))
        .filter(Column::IsListed.eq(true))
        .one(tx)
        .await?
        .is_some())
}
