//! `Abandon`: the holder gives an application up; its code meets its fate (S32b, R-1).

use super::filing::let_go_of_code;
use crate::backend::Backend;
use crate::caller::{Actor, Caller};
use crate::commands::authority::proposed_rows::drop_proposed;
use crate::error::Result;
use crate::store::account::free_order_place;
use crate::store::application::{apply, find_own, save, set_status, shown_domain};
use crate::store::audit::{Event, record};
use crate::store::entities::application::{ActiveModel, Model};
use crate::store::message::tell;
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use shared::application::Command;
use shared::role::Action;
use shared::wire::application::{CodeFate, TimelineEvent};
use shared::wire::message::Notice;

/// Abandoning what was abandoned already changes nothing.
///
/// # Errors
/// Refused when the authority has it, or it is over.
pub async fn abandon(backend: &Backend, caller: &Caller, application_id: i64) -> Result<()> {
    let permit = caller.permit(Action::FileApplication)?;
    let now = backend.now();
    let tx = backend.begin().await?;
    let row = find_own(&tx, &permit, application_id).await?;
    if row.status == "abandoned" {
        return Ok(());
    }
    let code = end(
        &tx,
        backend,
        (&permit).into(),
        &row,
        TimelineEvent::Abandoned,
        now,
    )
    .await?;
    let notice = Notice::ApplicationAbandoned {
        number: row.number.clone(),
        domain: shown_domain(&row),
        code,
    };
    tell(&tx, backend, row.account_id, now, &notice, Some(row.id)).await?;
    tx.commit().await
}

/// Ends an application that its holder gave up or left alone; says what became of its code.
///
/// # Errors
/// Refused when its status does not allow it.
pub async fn end(
    tx: &Tx,
    backend: &Backend,
    actor: Actor,
    row: &Model,
    event: TimelineEvent,
    now: DateTime<Utc>,
) -> Result<Option<CodeFate>> {
    let after = apply(row, &Command::Abandon { at: now })?;
    let code = let_go_of_code(tx, backend, actor, row, now).await?;
    drop_proposed(tx, row).await?;
    let mut change = ActiveModel {
        license_password_encrypted: Set(None),
        hold_reason: Set(None),
        ..ActiveModel::default()
    };
    set_status(&mut change, &after, now);
    save(tx, row, change, now).await?;
    free_order_place(tx, row.account_id, row.id).await?;
    record(tx, backend, actor, now, Event::of_application(event, row)).await?;
    Ok(code)
}
