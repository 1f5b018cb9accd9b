//! a draft that was never submitted and is left alone gives its code back after
//! `code.draft_hold_days`, its holder being reminded before. The draft stays.

use super::broken_row::pass_over;
use crate::backend::Backend;
use crate::caller::Actor;
use crate::commands::codes::lifecycle::{facts_of, lock_with_application};
use crate::commands::codes::return_from_draft::return_from_draft;
use crate::commands::codes::tell_owner::tell_owner;
use crate::error::{Error, Result};
use crate::instant::{from_millis, to_millis};
use crate::store::application::shown_domain;
use crate::store::entities::application::{Column, Entity, Model};
use crate::store::message::{tell, tell_once, was_told};
use crate::store::{authorization_code, cloud_server};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::authorization_code::DraftHold;
use shared::wire::application::TimelineEvent;
use shared::wire::message::Notice;

/// Drafts of one round's page.
const PAGE: u64 = 500;

/// # Errors
/// When the database refuses.
pub async fn end_draft_holds(backend: &Backend) -> Result<()> {
    let hold_days = backend.settings.policy.code.draft_hold_days;
    let changed_by = DraftHold::reminded_if_changed_by(backend.now(), hold_days);
    let mut last = 0;
    loop {
        // Index application_by_status.
        let page = Entity::find()
            .filter(Column::Status.eq("draft"))
            .filter(Column::WasSubmitted.eq(false))
            .filter(Column::CodeId.is_not_null())
            .filter(Column::UpdatedAt.lte(to_millis(changed_by)))
            .filter(Column::Id.gt(last))
            .order_by_asc(Column::Id)
            .limit(PAGE)
            .all(&backend.database)
            .await?;
        let Some(end) = page.last() else {
            return Ok(());
        };
        last = end.id;
        for row in &page {
            pass_over("application", row.id, look_at(backend, row).await)?;
        }
    }
}

async fn look_at(backend: &Backend, row: &Model) -> Result<()> {
    let hold_days = backend.settings.policy.code.draft_hold_days;
    let hold = DraftHold::of(from_millis(row.updated_at), hold_days);
    if backend.now() < hold.ends_at {
        return remind(backend, row, hold).await;
    }
    match end(backend, row, hold_days).await {
        // The holder went on with it, or the owner took the code back, at this instant.
        Err(Error::Refused(_)) => Ok(()),
        other => other,
    }
}

/// Once for each time that the draft is left alone.
async fn remind(backend: &Backend, row: &Model, hold: DraftHold) -> Result<()> {
    let notice = Notice::CodeHoldReminder {
        number: row.number.clone(),
        domain: shown_domain(row),
        ends_at: hold.ends_at,
    };
    let key = format!("code_hold:{}:{}", row.id, row.updated_at);
    if was_told(&backend.database, &key).await? {
        return Ok(());
    }
    let (account, now) = (row.account_id, backend.now());
    let tx = backend.begin().await?;
    tell_once(&tx, backend, account, now, &notice, Some(row.id), &key).await?;
    tx.commit().await
}

async fn end(backend: &Backend, row: &Model, hold_days: u32) -> Result<()> {
    let Some(code_id) = row.code_id else {
        return Ok(());
    };
    let now = backend.now();
    let tx = backend.begin().await?;
    let (code, application) = lock_with_application(&tx, code_id).await?;
    let untouched = application.filter(|current| current.version == row.version);
    let server = cloud_server::find(&tx, code.server_id).await?;
    let facts = facts_of(backend, &code, &server, now)?;
    let released = authorization_code::status(&code)?.release(row.id, &facts, now);
    let (Some(draft), Some(after)) = (untouched, released) else {
        return Ok(());
    };
    let event = TimelineEvent::CodeHoldEnded;
    let both = (&code, &draft);
    return_from_draft(&tx, backend, Actor::System, both, &after, event, now).await?;
    tell_owner(&tx, backend, &code, &server.name, &draft, &after, now).await?;
    let notice = Notice::CodeHoldEnded {
        number: draft.number.clone(),
        domain: shown_domain(&draft),
        hold_days,
    };
    tell(&tx, backend, draft.account_id, now, &notice, Some(draft.id)).await?;
    tx.commit().await
}
