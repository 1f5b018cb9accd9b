//! A second supervisor restores a code that staff disabled (S34).

use super::lifecycle::{Cause, change, facts, lock_with_application};
use crate::backend::Backend;
use crate::caller::Caller;
use crate::commands::applications::hold::lift_hold;
use crate::error::{Error, Result};
use crate::store::entities::application::Model;
use crate::store::message::{tell, tell_on_page};
use crate::store::{application, authorization_code, cloud_server};
use shared::application::{ApplicationStatus, HoldReason};
use shared::authorization_code::{CodeStatus, FormerHolder};
use shared::problem::Problem;
use shared::role::Action;
use shared::wire::message::Notice;

/// What it becomes depends on the application that used it ([`CodeStatus::restore`]). Its
/// owner is told when it can be used again, or is in use.
///
/// # Errors
/// Refused when staff did not disable the code, or when the same person did.
pub async fn restore(backend: &Backend, caller: &Caller, code_id: i64) -> Result<()> {
    let permit = caller.permit(Action::RestoreCode)?;
    let now = backend.now();
    let tx = backend.begin().await?;
    let (code, held_by) = lock_with_application(&tx, code_id).await?;
    let before = authorization_code::status(&code)?;
    let holder = match &held_by {
        Some(row) => former_holder(backend, row, code.id)?,
        None => FormerHolder::Gone,
    };
    let facts = facts(&tx, backend, &code, now).await?;
    let after = before
        .restore(permit.account_id(), holder, &facts, now)
        .map_err(|why| Error::refused(Problem::CodeNotRestored { why }))?;
    let actor = (&permit).into();
    let application_id = held_by.as_ref().map(|row| row.id);
    let cause = Cause {
        actor,
        at: now,
        application_id,
        note: None,
    };
    change(&tx, backend, &code, &after, cause).await?;
    let mut mailed_to = None;
    if let Some(row) = held_by.filter(|_| holder == FormerHolder::Running) {
        let told = lift_hold(&tx, backend, actor, &row, HoldReason::CodeDisabled, now).await?;
        mailed_to = told.then_some(row.account_id);
    }
    if !matches!(after, CodeStatus::Invalid { .. }) {
        let server = cloud_server::find(&tx, code.server_id).await?;
        let notice = Notice::CodeRestored {
            code: authorization_code::text(backend, &code)?.to_string(),
            server_name: server.name,
        };
        // The mail about the application says it to who uses a code of their own.
        if mailed_to == Some(code.account_id) {
            tell_on_page(&tx, backend, code.account_id, now, &notice).await?;
        } else {
            tell(&tx, backend, code.account_id, now, &notice, None).await?;
        }
    }
    tx.commit().await
}

fn former_holder(backend: &Backend, row: &Model, code_id: i64) -> Result<FormerHolder> {
    if row.code_id != Some(code_id) {
        return Ok(FormerHolder::Gone);
    }
    Ok(match application::status(row)? {
        ApplicationStatus::Completed { completed_at } => {
            FormerHolder::Completed { at: completed_at }
        }
        status if !status.is_final() => FormerHolder::Running,
        _ if row.was_submitted => FormerHolder::Abandoned(backend.settings.policy.code.on_abandon),
        _ => FormerHolder::Gone,
    })
}
