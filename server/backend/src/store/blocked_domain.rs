//! The block feed: domains whose access here has ended (S3, S4).

use super::entities::blocked_domain::{ActiveModel, Column, Entity};
use super::entities::{block_feed, website_domain};
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::store::license::list_domains;
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter};

/// The next place in the feed. Whoever has one is the feed's only writer until the end of
/// its transaction, so places become visible in their order, and what is read of the feed
/// after taking one stays true.
#[derive(Debug)]
pub struct Place(i64);

/// Waits for the feed's present writer. To be taken before anything else that other writers
/// of the feed lock.
///
/// # Errors
/// When the database refuses.
pub async fn take_place(tx: &Tx) -> Result<Place> {
    block_feed::Entity::update_many()
        .col_expr(
            block_feed::Column::LastCursor,
            Expr::col(block_feed::Column::LastCursor).add(1),
        )
        .exec(tx)
        .await?;
    let row = block_feed::Entity::find_by_id(1)
        .one(tx)
        .await?
        .ok_or_else(|| Error::inconsistent("block_feed", 1, "missing"))?;
    Ok(Place(row.last_cursor))
}

/// Puts a website's domains on the list, or takes them off, and returns them. Each row gets a new
/// cursor, so that readers who follow the feed see the change.
///
/// # Errors
/// When the database refuses.
pub async fn set_listed(
    tx: &Tx,
    website_id: i64,
    is_listed: bool,
    now: DateTime<Utc>,
) -> Result<Vec<website_domain::Model>> {
    let mut place = take_place(tx).await?;
    // Read after the place is taken: a check that had it until now has written where they point.
    let domains = list_domains(tx, website_id).await?;
    for domain in &domains {
        set_domain_listed(tx, place, domain, is_listed, now).await?;
        place = take_place(tx).await?;
    }
    Ok(domains)
}

async fn set_domain_listed(
    tx: &Tx,
    place: Place,
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
        cursor: Set(place.0),
        domain: Set(domain.name.clone()),
        is_listed: Set(is_listed),
        website_id: Set(domain.website_id),
        reason: Set("access_canceled".to_owned()),
        resolution: Set(domain.resolution.clone()),
        resolution_seen_at: Set(domain.resolution_seen_at),
        changed_at: Set(to_millis(now)),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Notes where a domain points, if it is listed. A changed answer moves the entry to
/// `place`, so that readers see it; an unchanged one only notes when it was seen.
///
/// # Errors
/// When the database refuses.
pub async fn note_resolution(
    tx: &Tx,
    place: Place,
    seen: &website_domain::Model,
    now: DateTime<Utc>,
) -> Result<()> {
    let listed = Entity::find()
        .filter(Column::Domain.eq(seen.name.as_str()))
        .filter(Column::IsListed.eq(true))
        .one(tx)
        .await?;
    let Some(listed) = listed else {
        return Ok(());
    };
    let mut change = Entity::update_many()
        .col_expr(
            Column::ResolutionSeenAt,
            Expr::value(seen.resolution_seen_at),
        )
        .filter(Column::Cursor.eq(listed.cursor));
    if listed.resolution != seen.resolution {
        change = change
            .col_expr(Column::Cursor, Expr::value(place.0))
            .col_expr(Column::Resolution, Expr::value(seen.resolution.as_str()))
            .col_expr(Column::WebsiteId, Expr::value(seen.website_id))
            .col_expr(Column::ChangedAt, Expr::value(to_millis(now)));
    }
    change.exec(tx).await?;
    Ok(())
}
