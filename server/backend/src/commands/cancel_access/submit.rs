//! `Next`: confirms a cancellation with the license password and submits it (S11, S14).

use crate::backend::Backend;
use crate::caller::{Caller, Permit};
use crate::commands::applications::order_place;
use crate::commands::license_password::{self, Confirmation};
use crate::error::{Error, Result};
use crate::forms::CancellationForm;
use crate::instant::to_millis;
use crate::store::application::{next_number, save, set_status, shown_domain};
use crate::store::audit::{Event, record};
use crate::store::entities::application::{ActiveModel, Column, Entity, Model};
use crate::store::entities::{access, entity, website};
use crate::store::{account, application, base_code, calendar, license, message};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::application::{ApplicationKind, ApplicationStatus, Command, WaitsFor};
use shared::cancel_access::{self, Unavailable, check_availability, check_confirmation};
use shared::problem::Problem;
use shared::review::review_due;
use shared::role::Action;
use shared::wire::application::TimelineEvent;
use shared::wire::license::{CancelAccessInput, CancelAccessOutcome};
use shared::wire::message::Notice;

/// The website the request is about, with what belongs to it.
struct Target {
    entity: entity::Model,
    website: website::Model,
    access: access::Model,
    entity_license_number: String,
    domain: String,
}

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

async fn load_target(backend: &Backend, permit: &Permit, website_id: i64) -> Result<Target> {
    let database = &backend.database;
    let (entity, website) = license::find_own_website(database, permit, website_id).await?;
    let access = license::find_access(database, website.id).await?;
    let state = access
        .as_ref()
        .map(license::access_state)
        .transpose()?
        .flatten();
    let order = account::find(database, permit.account_id())
        .await?
        .open_application_id;
    let one_at_a_time = backend.settings.policy.entity.one_order_at_a_time;
    let is_known = access.as_ref().is_some_and(license::is_known_to_authority);
    if let Err(unavailable) = check_availability(one_at_a_time, state, is_known, order) {
        return Err(explain(backend, unavailable).await?);
    }
    let no_access = || Error::refused(Problem::NoLiveAccess);
    let domains = license::list_domains(database, website.id).await?;
    Ok(Target {
        access: access.ok_or_else(no_access)?,
        entity_license_number: entity.license_number.clone().ok_or_else(no_access)?,
        domain: domains
            .into_iter()
            .next()
            .map(|row| row.name)
            .unwrap_or_default(),
        entity,
        website,
    })
}

async fn explain(backend: &Backend, unavailable: Unavailable) -> Result<Error> {
    Ok(match unavailable {
        Unavailable::NoLiveAccess => Error::refused(Problem::NoLiveAccess),
        Unavailable::AuthorityDataPending => Error::refused(Problem::AuthorityDataPending),
        Unavailable::OrderInProgress { application_id } => {
            let other = application::find(&backend.database, application_id).await?;
            order_place::in_progress(other, WaitsFor::AnyOrder)
        }
    })
}

async fn check_form(
    backend: &Backend,
    target: &Target,
    input: &CancelAccessInput,
) -> Result<CancellationForm> {
    let reasons =
        base_code::cancellation_reasons(&backend.database, backend.settings.policy.cancel.reasons)
            .await?;
    let offered: Vec<i32> = reasons.iter().map(|reason| reason.code).collect();
    let only_access = !license::has_other_access(&backend.database, target.website.id).await?;
    let reason_code = input.cancel_reason.trim().parse().ok();
    let violations = check_confirmation(&cancel_access::Confirmation {
        reason_code,
        offered_reasons: &offered,
        note: &input.note,
        new_provider: &input.new_provider,
        password: &input.license_password,
        only_access,
        acknowledged: input.only_access_acknowledged,
    });
    if !violations.is_empty() {
        return Err(Error::Refused(violations));
    }
    let reason = reasons
        .into_iter()
        .find(|reason| Some(reason.code) == reason_code);
    Ok(CancellationForm {
        reason_code,
        reason_text: reason.and_then(|reason| reason.text),
        note: input.note.trim().to_owned(),
        new_provider: input.new_provider.trim().to_owned(),
        only_access,
    })
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
    let calendar = calendar::load(&tx).await?;
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
    set_status(&mut change, &status, now);
    save(&tx, &row, change, now).await?;
    let actor = permit.into();
    let accepted = Event::of_application(TimelineEvent::PasswordAccepted, &row);
    record(&tx, backend, actor, now, accepted).await?;
    let again = row.was_submitted;
    let submitted = if again {
        TimelineEvent::Resubmitted
    } else {
        TimelineEvent::Submitted
    };
    record(
        &tx,
        backend,
        actor,
        now,
        Event::of_application(submitted, &row),
    )
    .await?;
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

async fn keep_unsubmitted(
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
    let change = ActiveModel {
        form_encrypted: Set(backend.cipher.seal("application.form", form)?),
        ..ActiveModel::default()
    };
    save(&tx, &row, change, now).await?;
    let event = Event::of_application(TimelineEvent::KeptUnsubmitted, &row);
    record(&tx, backend, permit.into(), now, event).await?;
    let notice = Notice::CancellationKept {
        number: row.number.clone(),
        domain: shown_domain(&row),
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
    Ok(CancelAccessOutcome::KeptUnsubmitted {
        application_id: row.id,
    })
}

/// The website's cancellation that was kept or came back, or a new one.
async fn open_or_create(
    tx: &Tx,
    backend: &Backend,
    permit: &Permit,
    target: &Target,
    input: &CancelAccessInput,
    form: &CancellationForm,
    now: DateTime<Utc>,
) -> Result<Model> {
    let open = Entity::find()
        .filter(Column::AccountId.eq(permit.account_id()))
        .filter(Column::WebsiteId.eq(target.website.id))
        .filter(Column::Kind.eq(ApplicationKind::CancelAccess.code()))
        .filter(Column::Status.is_in(ApplicationStatus::EDITABLE))
        .order_by_desc(Column::Id)
        .one(tx)
        .await?;
    if let Some(row) = open {
        return Ok(row);
    }
    let row = ActiveModel {
        number: Set(next_number(tx, ApplicationKind::CancelAccess, now).await?),
        kind: Set(ApplicationKind::CancelAccess.code().to_owned()),
        account_id: Set(permit.account_id()),
        status: Set("draft".to_owned()),
        status_at: Set(to_millis(now)),
        entity_id: Set(Some(target.entity.id)),
        website_id: Set(Some(target.website.id)),
        access_id: Set(Some(target.access.id)),
        domain: Set(target.domain.clone()),
        entity_name: Set(target.entity.name.clone()),
        form_encrypted: Set(backend.cipher.seal("application.form", form)?),
        request_key: Set(input.request_key.clone()),
        created_at: Set(to_millis(now)),
        updated_at: Set(to_millis(now)),
        ..ActiveModel::default()
    };
    let id = Entity::insert(row).exec(tx).await?.last_insert_id;
    let row = application::find(tx, id).await?;
    record(
        tx,
        backend,
        permit.into(),
        now,
        Event::of_application(TimelineEvent::Created, &row),
    )
    .await?;
    Ok(row)
}
