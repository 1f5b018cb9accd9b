//! Feeds open pages from the audit trail, whichever process made the change.

use crate::backend::Backend;
use crate::error::Result;
use crate::live::Change;
use crate::store::entities::audit_event::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Publishes what was appended since the last round. Without listeners it only moves on.
///
/// # Errors
/// When the database refuses.
pub async fn follow_events(backend: &Backend) -> Result<()> {
    let last = backend.live.position();
    if last.is_none() || !backend.live.has_listeners() {
        let newest: Option<i64> = Entity::find()
            .select_only()
            .column_as(Column::Id.max(), "newest")
            .into_tuple::<Option<i64>>()
            .one(&backend.database)
            .await?
            .flatten();
        backend.live.move_to(newest.unwrap_or(0));
        return Ok(());
    }
    let rows = Entity::find()
        .filter(Column::Id.gt(last.unwrap_or(0)))
        .order_by_asc(Column::Id)
        .limit(500)
        .all(&backend.database)
        .await?;
    for row in rows {
        backend.live.publish(Change {
            event_id: row.id,
            application_id: row.application_id,
            account_id: row.account_id,
        });
        backend.live.move_to(row.id);
    }
    Ok(())
}
