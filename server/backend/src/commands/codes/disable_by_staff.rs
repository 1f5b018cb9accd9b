//! A supervisor disables a code that is not Used; an application that uses it is held.

use super::lifecycle::{Cause, change, lock_with_application};
use crate::backend::Backend;
use crate::caller::Caller;
use crate::commands::applications::hold::hold;
use crate::error::{Error, Result};
use crate::store::message::{tell, tell_on_page};
use crate::store::{authorization_code, cloud_server};
use shared::application::HoldCause;
use shared::authorization_code::{CodeStatus, InvalidReason};
use shared::field::Field;
use shared::parsed_text::tidy_lines;
use shared::problem::Problem;
use shared::role::Action;
use shared::wire::message::Notice;

/// The owner is told, with `reason`, which goes into the audit trail as well. Disabling again
/// what oneself has disabled changes nothing.
///
/// # Errors
/// Refused when the code is Used or Invalid, or no reason is given.
pub async fn disable_by_staff(
    backend: &Backend,
    caller: &Caller,
    code_id: i64,
    reason: &str,
) -> Result<()> {
    let permit = caller.permit(Action::DisableAnyCode)?;
    let reason = &*tidy_lines(reason);
    if reason.is_empty() {
        return Err(Error::refused_on(Field::RejectionReason, Problem::Required));
    }
    let now = backend.now();
    let tx = backend.begin().await?;
    let (code, application) = lock_with_application(&tx, code_id).await?;
    let before = authorization_code::status(&code)?;
    if is_disabled_by(&before, permit.account_id()) {
        return Ok(());
    }
    let after = before
        .disable_by_staff(permit.account_id(), now)
        .map_err(|why| Error::refused(Problem::CodeNotDisabled { why }))?;
    let held = application.filter(|_| matches!(before, CodeStatus::Licensing(_)));
    let actor = (&permit).into();
    let cause = Cause {
        actor,
        at: now,
        application_id: held.as_ref().map(|row| row.id),
        note: Some(reason),
    };
    change(&tx, backend, &code, &after, cause).await?;
    let mut mailed_to = None;
    if let Some(application) = held {
        let words = reason.to_owned();
        let cause = HoldCause::CodeDisabled { words };
        let told = hold(&tx, backend, actor, &application, cause, now).await?;
        mailed_to = told.then_some(application.account_id);
    }
    let server = cloud_server::find(&tx, code.server_id).await?;
    let notice = Notice::CodeDisabledByStaff {
        code: authorization_code::text(backend, &code)?.to_string(),
        server_name: server.name,
        reason: reason.to_owned(),
    };
    // Who uses a code of their own has the reason from the mail about the application.
    if mailed_to == Some(code.account_id) {
        tell_on_page(&tx, backend, code.account_id, now, &notice).await?;
    } else {
        tell(&tx, backend, code.account_id, now, &notice, None).await?;
    }
    tx.commit().await
}

fn is_disabled_by(status: &CodeStatus, account: i64) -> bool {
    matches!(
        status,
        CodeStatus::Invalid { reason: InvalidReason::DisabledByStaff, disabled_by, .. }
            if *disabled_by == Some(account)
    )
}
