//! `Withdraw`: the holder takes an application back until it is handed to the authority.

use crate::backend::Backend;
use crate::caller::Caller;
use crate::commands::authority::proposed_rows::drop_proposed;
use crate::error::{Error, Result};
use crate::store::account::free_order_place;
use crate::store::application::{apply, find_own, kind, save, set_status, shown_domain, status};
use crate::store::audit::{Event, record};
use crate::store::authority_channel::delete_unsent;
use crate::store::entities::application::ActiveModel;
use crate::store::message::tell;
use sea_orm::ActiveValue::Set;
use shared::application::{ApplicationStatus, Command, HoldReason};
use shared::problem::Problem;
use shared::role::Action;
use shared::wire::application::{CodeFate, TimelineEvent};
use shared::wire::message::Notice;

/// A cancellation ends; a filing becomes a draft again and keeps its code. Withdrawing what
/// was withdrawn already changes nothing.
///
/// # Errors
/// Refused when its report to the authority was sent already, or it is over.
pub async fn withdraw(backend: &Backend, caller: &Caller, application_id: i64) -> Result<()> {
    let permit = caller.permit(Action::FileApplication)?;
    let now = backend.now();
    let tx = backend.begin().await?;
    let row = find_own(&tx, &permit, application_id).await?;
    let withdrawn_before = match status(&row)? {
        ApplicationStatus::Withdrawn { .. } => true,
        ApplicationStatus::Draft => row.was_submitted,
        _ => false,
    };
    if withdrawn_before {
        return Ok(());
    }
    let after = apply(&row, &Command::Withdraw { at: now })?;
    if row.status == ApplicationStatus::SUBMITTING {
        if !delete_unsent(&tx, row.id).await? {
            let status = row.status.clone();
            return Err(Error::refused(Problem::NotPossibleNow { status }));
        }
        drop_proposed(&tx, &row).await?;
    }
    let mut change = ActiveModel::default();
    // A server is looked at again at the next submission; a disabled code stays disabled.
    if row.hold_reason.as_deref() != Some(HoldReason::CodeDisabled.code()) {
        change.hold_reason = Set(None);
    }
    if !kind(&row)?.is_filing() {
        change.license_password_encrypted = Set(None);
    }
    set_status(&mut change, &after, now);
    save(&tx, &row, change, now).await?;
    free_order_place(&tx, row.account_id, row.id).await?;
    let event = Event::of_application(TimelineEvent::Withdrawn, &row);
    record(&tx, backend, (&permit).into(), now, event).await?;
    let notice = Notice::ApplicationWithdrawn {
        number: row.number.clone(),
        domain: shown_domain(&row),
        code: row
            .code_id
            .map(|_| CodeFate::of(true, backend.settings.policy.code.on_abandon)),
    };
    tell(&tx, backend, row.account_id, now, &notice, Some(row.id)).await?;
    tx.commit().await
}
