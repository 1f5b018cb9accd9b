//! reminds holders of what they have not submitted and leave alone, a draft or what came
//! back for changes, and ends what stays alone: a code would be reserved for it for ever.

use super::broken_row::pass_over;
use crate::backend::Backend;
use crate::caller::Actor;
use crate::commands::applications::abandon::end;
use crate::error::{Error, Result};
use crate::instant::{from_millis, to_millis};
use crate::store::entities::application::{Column, Entity, Model};
use crate::store::message::tell;
use chrono::Duration;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::application::ApplicationStatus;
use shared::wire::application::{CodeFate, TimelineEvent};
use shared::wire::message::Notice;

/// Drafts of one round's page.
const PAGE: u64 = 500;

/// # Errors
/// When the database refuses.
pub async fn expire_drafts(backend: &Backend) -> Result<()> {
    let policy = &backend.settings.policy.draft;
    let Some(first) = policy
        .remind_after_days
        .iter()
        .copied()
        .chain([policy.expire_after_days])
        .min()
    else {
        return Ok(());
    };
    let idle_since = backend.now() - Duration::days(first.into());
    let mut last = 0;
    loop {
        let page = Entity::find()
            .filter(Column::Status.is_in(ApplicationStatus::EDITABLE))
            .filter(Column::UpdatedAt.lte(to_millis(idle_since)))
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
    let policy = &backend.settings.policy.draft;
    let idle_days = (backend.now() - from_millis(row.updated_at)).num_days();
    if idle_days >= i64::from(policy.expire_after_days) {
        return expire(backend, row).await;
    }
    let due = policy
        .remind_after_days
        .iter()
        .copied()
        .filter(|days| i64::from(*days) <= idle_days)
        .max();
    match due {
        Some(days) if i64::from(days) > row.reminded_days => {
            remind(backend, row, days, idle_days).await
        }
        _ => Ok(()),
    }
}

async fn expire(backend: &Backend, row: &Model) -> Result<()> {
    let now = backend.now();
    let tx = backend.begin().await?;
    let code = match end(
        &tx,
        backend,
        Actor::System,
        row,
        TimelineEvent::DraftExpired,
        now,
    )
    .await
    {
        Ok(code) => code,
        // The holder went on with it at this instant.
        Err(Error::Refused(_)) => return Ok(()),
        Err(error) => return Err(error),
    };
    let notice = Notice::DraftExpired {
        number: row.number.clone(),
        code,
    };
    tell(&tx, backend, row.account_id, now, &notice, Some(row.id)).await?;
    tx.commit().await
}

/// The compare-and-set lets one of several processes remind, and leaves `updated_at` as it is.
async fn remind(backend: &Backend, row: &Model, days: u32, idle_days: i64) -> Result<()> {
    let now = backend.now();
    let left = i64::from(backend.settings.policy.draft.expire_after_days) - idle_days;
    let tx = backend.begin().await?;
    let reminded = Entity::update_many()
        .col_expr(Column::RemindedDays, Expr::value(i64::from(days)))
        .filter(Column::Id.eq(row.id))
        .filter(Column::Version.eq(row.version))
        .filter(Column::RemindedDays.eq(row.reminded_days))
        .exec(&tx)
        .await?;
    if reminded.rows_affected == 0 {
        return Ok(());
    }
    let notice = Notice::DraftReminder {
        number: row.number.clone(),
        days_left: u32::try_from(left).unwrap_or(0),
        code: row
            .code_id
            .map(|_| CodeFate::of(row.was_submitted, backend.settings.policy.code.on_abandon)),
    };
    tell(&tx, backend, row.account_id, now, &notice, Some(row.id)).await?;
    tx.commit().await
}
