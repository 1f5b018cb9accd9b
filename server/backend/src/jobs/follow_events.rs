//! Feeds open pages from the audit trail, whichever process made the change.

use crate::backend::Backend;
use crate::error::Result;
use crate::live::{Gap, Position};
use crate::store::audit::running_transactions;
use crate::store::entities::application;
use crate::store::entities::audit_event::{Column, Entity};
use crate::store::submitted_application::never_submitted;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashSet;

/// Most events of one statement.
const BATCH: u64 = 500;
/// Events before the first round between which others may still be to come. A transaction that
/// took its id before all of these would have lasted for as long as they took.
const LOOKED_BACK_AT: u64 = 1000;

/// Publishes what became visible since the last round, each event once.
///
/// # Errors
/// When the database refuses.
pub async fn follow_events(backend: &Backend) -> Result<()> {
    let Some(has_gaps) = backend.live.position().as_ref().map(Position::has_gaps) else {
        let newest = newest_events(backend).await?;
        *backend.live.position() = Some(Position::after(&newest));
        return Ok(());
    };
    let running = if has_gaps {
        Some(running_transactions(&backend.database).await?)
    } else {
        None
    };
    if let (Some(running), Some(position)) = (&running, backend.live.position().as_mut()) {
        position.bound_gaps(running.next);
    }
    while publish(backend).await? == BATCH {}
    if let (Some(running), Some(position)) = (&running, backend.live.position().as_mut()) {
        position.forget_gaps(running.oldest);
    }
    Ok(())
}

/// Reads what is new and what was skipped; returns how many events these are.
async fn publish(backend: &Backend) -> Result<u64> {
    let (newest, gaps) = match backend.live.position().as_ref() {
        Some(position) => (position.newest(), position.gaps().to_vec()),
        None => return Ok(0),
    };
    let is_in = |gap: &Gap| Column::Id.between(gap.first, gap.last);
    let unread = gaps
        .iter()
        .map(is_in)
        .fold(Condition::any().add(Column::Id.gt(newest)), Condition::add);
    let rows: Vec<(i64, String, Option<i64>, Option<i64>)> = Entity::find()
        .select_only()
        .columns([
            Column::Id,
            Column::Subject,
            Column::ApplicationId,
            Column::AccountId,
        ])
        .filter(unread)
        .order_by_asc(Column::Id)
        .limit(BATCH)
        .into_tuple()
        .all(&backend.database)
        .await?;
    let count = rows.len();
    let drafts = drafts(backend, rows.iter().filter_map(|row| row.2)).await?;
    for (event_id, subject, application_id, account_id) in rows {
        // An event of a code names the application that uses it, which is somebody else's than
        // the code.
        let application_id = application_id.filter(|_| subject == "application");
        let of_draft = application_id.is_some_and(|id| drafts.contains(&id));
        let live = &backend.live;
        live.publish(event_id, application_id, account_id, of_draft);
    }
    Ok(u64::try_from(count).unwrap_or(BATCH))
}

/// Those of the applications that were never submitted.
async fn drafts(
    backend: &Backend,
    applications: impl Iterator<Item = i64>,
) -> Result<HashSet<i64>> {
    let ids: Vec<i64> = applications.collect();
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let drafts: Vec<i64> = application::Entity::find()
        .select_only()
        .column(application::Column::Id)
        .filter(application::Column::Id.in_subquery(never_submitted()))
        .filter(application::Column::Id.is_in(ids))
        .into_tuple()
        .all(&backend.database)
        .await?;
    Ok(drafts.into_iter().collect())
}

async fn newest_events(backend: &Backend) -> Result<Vec<i64>> {
    let mut newest: Vec<i64> = Entity::find()
        .select_only()
        .column(Column::Id)
        .order_by_desc(Column::Id)
        .limit(LOOKED_BACK_AT)
        .into_tuple()
        .all(&backend.database)
        .await?;
    newest.reverse();
    Ok(newest)
}
