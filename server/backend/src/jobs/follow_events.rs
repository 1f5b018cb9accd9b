//! Feeds open pages from the audit trail, whichever process made the change.

use crate::backend::Backend;
use crate::error::Result;
use crate::live::{Change, OVERLAP};
use crate::store::entities::audit_event::{Column, Entity};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Most events of one round; the next round goes on.
const BATCH: u64 = 500;

/// Publishes what was appended since the last round, each event once. Without listeners it
/// only moves on.
///
/// # Errors
/// When the database refuses.
pub async fn follow_events(backend: &Backend) -> Result<()> {
    let Some(after) = backend
        .live
        .read_after()
        .filter(|_| backend.live.has_listeners())
    else {
        return pass_over(backend).await;
    };
    let rows: Vec<(i64, String, Option<i64>, Option<i64>)> = Entity::find()
        .select_only()
        .columns([
            Column::Id,
            Column::Subject,
            Column::ApplicationId,
            Column::AccountId,
        ])
        .filter(Column::Id.gt(after))
        .order_by_asc(Column::Id)
        .limit(BATCH)
        .into_tuple()
        .all(&backend.database)
        .await?;
    for (event_id, subject, application_id, account_id) in rows {
        backend.live.publish(Change {
            event_id,
            // An event of a code names the application that uses it, which is somebody else's
            // than the code.
            application_id: application_id.filter(|_| subject == "application"),
            account_id,
        });
    }
    Ok(())
}

async fn pass_over(backend: &Backend) -> Result<()> {
    let newest: Vec<i64> = Entity::find()
        .select_only()
        .column(Column::Id)
        .order_by_desc(Column::Id)
        .limit(OVERLAP.unsigned_abs())
        .into_tuple()
        .all(&backend.database)
        .await?;
    backend.live.pass_over(newest);
    Ok(())
}
