//! `Next`: confirms a cancellation with the license password and submits it (S11, S14).

mod check_form;
mod keep_unsubmitted;
mod open_or_create;
mod target;

use crate::backend::Backend;
use crate::caller::{Caller, Permit};
use crate::commands::applications::order_place;
use crate::commands::license_password::{self, Confirmation};
use crate::error::{Error, Result};
use crate::forms::CancellationForm;
use crate::instant::to_millis;
use crate::store::application::{save, set_status, shown_domain};
use crate::store::audit::{Event, record_all};
use crate::store::entities::application::ActiveModel;
use crate::store::entity_name::{self, set_of_application};
use crate::store::submitted_application::keep_submitted;
use crate::store::{account, application, calendar, message};
use check_form::check_form;
use keep_unsubmitted::keep_unsubmitted;
use open_or_create::open_or_create;
use sea_orm::ActiveValue::Set;
use sea_orm::ConnectionTrait;
use shared::application::{ApplicationKind, Command};
use shared::problem::Problem;
use shared::review::review_due;
use shared::role::Action;
use shared::wire::application::TimelineEvent;
use shared::wire::license::{CancelAccessInput, CancelAccessOutcome};
use shared::wire::message::Notice;
use target::{Target, load_target};

/// Submits the cancellation of one website's access here. The same form sent again gives the
/// answer of the first time. A request that came back is submitted again.
///
/// # Errors
/// Refused with everything that is wrong with the form; with a wrong password, a lock or
/// another running order. Nothing is kept of a refused request (S11).
pub async fn submit(
    backend: &Backend,
    caller: &Caller,
    input: CancelAccessInput,
) -> Result<CancelAccessOutcome> {
    let permit = caller.permit(Action::CancelAccess)?;
    let input = input.tidied();
    if let Some(outcome) = earlier_outcome(&backend.database, &permit, &input).await? {
        return Ok(outcome);
    }
    match confirm_and_submit(backend, &permit, &input).await {
        // The same form, sent twice at once, met its own order.
        Err(Error::Refused(violations)) => earlier_outcome(&backend.database, &permit, &input)
            .await?
            .ok_or(Error::Refused(violations)),
        other => other,
    }
}

async fn confirm_and_submit(
    backend: &Backend,
    permit: &Permit,
    input: &CancelAccessInput,
) -> Result<CancelAccessOutcome> {
    let target = load_target(backend, permit, input.website_id).await?;
    let form = check_form(backend, &target, input).await?;
    match license_password::confirm(
        backend,
        permit,
        &target.entity_license_number,
        &input.license_password,
    )
    .await?
    {
        Confirmation::Accepted => submit_confirmed(backend, permit, &target, input, &form).await,
        Confirmation::Unanswered => keep_unsubmitted(backend, permit, &target, input, &form).await,
    }
}

/// What became of the same form when it was sent before; `None` when it was not, or was kept
/// because the authority did not answer. A form whose request is over by now is out of date.
async fn earlier_outcome(
    connection: &impl ConnectionTrait,
    permit: &Permit,
    input: &CancelAccessInput,
) -> Result<Option<CancelAccessOutcome>> {
    let key = &input.request_key;
    let Some(row) = application::find_by_request_key(connection, permit, key).await? else {
        return Ok(None);
    };
    if row.was_submitted {
        return Ok(Some(CancelAccessOutcome::Submitted {
            application_id: row.id,
        }));
    }
    if application::status(&row)?.is_final() || row.website_id != Some(input.website_id) {
        return Err(Error::refused(Problem::ChangedMeanwhile));
    }
    Ok(None)
}

async fn submit_confirmed(
    backend: &Backend,
    permit: &Permit,
    target: &Target,
    input: &CancelAccessInput,
    form: &CancellationForm,
) -> Result<CancelAccessOutcome> {
    let now = backend.now();
    let tx = backend.begin().await?;
    account::lock(&tx, permit.account_id()).await?;
    if let Some(outcome) = earlier_outcome(&tx, permit, input).await? {
        return Ok(outcome);
    }
    let row = open_or_create(&tx, backend, permit, target, input, form, now).await?;
    order_place::take(&tx, backend, &row).await?;
    let calendar = calendar::load_for_due_time(&tx).await?;
    let kind = ApplicationKind::CancelAccess;
    let due = review_due(&calendar, &backend.settings.policy.review, kind, now);
    let command = Command::Submit {
        at: now,
        due_at: due.at,
        due_is_provisional: due.provisional,
    };
    let status = application::apply(&row, &command)?;
    let password = backend
        .cipher
        .encrypt("application.license_password", &input.license_password)?;
    let mut change = ActiveModel {
        form_encrypted: Set(backend.cipher.seal("application.form", form)?),
        license_password_encrypted: Set(Some(password)),
        password_accepted_at: Set(Some(to_millis(now))),
        rejection_encrypted: Set(None),
        request_key: Set(input.request_key.clone()),
        ..ActiveModel::default()
    };
    keep_submitted(&row, &mut change);
    let name = entity_name::of_entity(&backend.cipher, &target.entity)?;
    set_of_application(&tx, backend, row.id, &mut change, &name).await?;
    set_status(&mut change, &status, now);
    save(&tx, &row, change, now).await?;
    let submitted = if row.was_submitted {
        TimelineEvent::Resubmitted
    } else {
        TimelineEvent::Submitted
    };
    let events =
        [TimelineEvent::PasswordAccepted, submitted].map(|kind| Event::of_application(kind, &row));
    record_all(&tx, backend, permit.into(), now, events.into()).await?;
    let notice = Notice::CancellationSubmitted {
        number: row.number.clone(),
        domain: shown_domain(&row),
        due_at: due.at,
    };
    message::tell(
        &tx,
        backend,
        permit.account_id(),
        now,
        &notice,
        Some(row.id),
    )
    .await?;
    tx.commit().await?;
    Ok(CancelAccessOutcome::Submitted {
        application_id: row.id,
    })
}
