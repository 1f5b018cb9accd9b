use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::instant::from_millis;
use crate::store::entities::blocked_domain::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::access::Resolution;
use shared::wire::block_feed::BlockedDomain;

/// Entries one answer holds at most.
const MAX_ENTRIES: u32 = 1000;

/// The block feed after a cursor: what was listed, taken off or seen anew since (S3, S4).
/// The caller has checked the service token.
///
/// # Errors
/// When the database refuses.
pub async fn blocked_domains(
    backend: &Backend,
    after: i64,
    limit: u32,
) -> Result<Vec<BlockedDomain>> {
    let rows = Entity::find()
        .filter(Column::Cursor.gt(after))
        .order_by_asc(Column::Cursor)
        .limit(u64::from(limit.min(MAX_ENTRIES)))
        .all(&backend.database)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(BlockedDomain {
                cursor: row.cursor,
                resolves: Resolution::from_code(&row.resolution).ok_or_else(|| {
                    Error::inconsistent("blocked_domain", row.cursor, "unknown resolution")
                })?,
                domain: row.domain,
                listed: row.is_listed,
                reason: row.reason,
                resolution_seen_at: row.resolution_seen_at.map(from_millis),
                changed_at: from_millis(row.changed_at),
            })
        })
        .collect()
}
