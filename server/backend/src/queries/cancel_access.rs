use super::application_facts::{domain_impacts, rejection};
use crate::backend::Backend;
use crate::caller::{Caller, Permit};
use crate::commands::license_password::tries_key;
use crate::error::Result;
use crate::forms::CancellationForm;
use crate::store::entities::access;
use crate::store::entities::application::{Column, Entity};
use crate::store::{account, attempt, base_code, calendar, license};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use shared::application::{ApplicationKind, ApplicationStatus};
use shared::cancel_access::check_availability;
use shared::review::review_due;
use shared::role::Action;
use shared::wire::license::{
    CancelAccessPage, OrderLink, ResumedCancellation, SubmittedCancellation,
};

/// The consequences of canceling one website's access, with the facts of this case.
///
/// # Errors
/// Not found also for somebody else's website.
pub async fn cancel_access(
    backend: &Backend,
    caller: &Caller,
    website_id: i64,
) -> Result<CancelAccessPage> {
    let permit = caller.permit(Action::CancelAccess)?;
    let database = &backend.database;
    let policy = &backend.settings.policy;
    let (entity, website) = license::find_own_website(database, &permit, website_id).await?;
    let access = license::find_access(database, website.id).await?;
    let state = access
        .as_ref()
        .map(license::access_state)
        .transpose()?
        .flatten();
    let is_known = access.as_ref().is_some_and(license::is_known_to_authority);
    let one_at_a_time = policy.entity.one_order_at_a_time;
    let order = account::find(database, permit.account_id())
        .await?
        .open_application_id;
    let submitted = submitted(backend, &permit, website.id, access.as_ref()).await?;
    let entity_license_number = entity.license_number.unwrap_or_default();
    let now = backend.now();
    let calendar = calendar::load(database).await?;
    let due = review_due(
        &calendar,
        &policy.review,
        ApplicationKind::CancelAccess,
        now,
    );
    Ok(CancelAccessPage {
        website_id: website.id,
        website_name: website.name,
        website_license_number: website.license_number.unwrap_or_default(),
        domains: domain_impacts(backend, website.id).await?,
        only_access: !license::has_other_access(database, website.id).await?,
        reasons: base_code::cancellation_reasons(database, policy.cancel.reasons).await?,
        review_due_at: due.at,
        review_due_is_provisional: due.provisional,
        locked_until: locked_until(backend, &entity_license_number, now).await?,
        resumed: resumed(backend, &permit, website.id).await?,
        unavailable: check_availability(one_at_a_time, state, is_known, order).err(),
        submitted,
        request_key: backend.random_key(),
        entity_license_number,
    })
}

async fn locked_until(
    backend: &Backend,
    entity_license_number: &str,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>> {
    let tries = attempt::find(&backend.database, &tries_key(entity_license_number), now).await?;
    let limit = backend.settings.policy.cancel.password_tries;
    Ok(tries
        .filter(|tries| tries.count >= limit)
        .map(|tries| tries.resets_at))
}

/// The request that the provider or the authority has to decide; once the access has ended, the
/// one that ended it.
async fn submitted(
    backend: &Backend,
    permit: &Permit,
    website_id: i64,
    access: Option<&access::Model>,
) -> Result<Option<SubmittedCancellation>> {
    let ended = access.filter(|access| access.canceled_at.is_some());
    let has_ended_it = Condition::all()
        .add(Column::Status.eq("completed"))
        .add(Column::AccessId.eq(ended.map_or(0, |access| access.id)));
    let row = Entity::find()
        .filter(Column::AccountId.eq(permit.account_id()))
        .filter(Column::WebsiteId.eq(website_id))
        .filter(Column::Kind.eq(ApplicationKind::CancelAccess.code()))
        .filter(
            Condition::any()
                .add(Column::Status.is_in(ApplicationStatus::IN_PROGRESS))
                .add(has_ended_it),
        )
        .order_by_desc(Column::Id)
        .one(&backend.database)
        .await?;
    Ok(row.map(|row| SubmittedCancellation {
        order: OrderLink {
            application_id: row.id,
            number: row.number,
        },
        status: row.status,
    }))
}

/// The request that was kept or came back, which `Next` submits again.
async fn resumed(
    backend: &Backend,
    permit: &Permit,
    website_id: i64,
) -> Result<Option<ResumedCancellation>> {
    let row = Entity::find()
        .filter(Column::AccountId.eq(permit.account_id()))
        .filter(Column::WebsiteId.eq(website_id))
        .filter(Column::Kind.eq(ApplicationKind::CancelAccess.code()))
        .filter(Column::Status.is_in(ApplicationStatus::EDITABLE))
        .order_by_desc(Column::Id)
        .one(&backend.database)
        .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let form: CancellationForm = backend
        .cipher
        .open("application.form", &row.form_encrypted)?;
    Ok(Some(ResumedCancellation {
        rejection: rejection(backend, &row)?,
        application_id: row.id,
        number: row.number,
        reason_code: form.reason_code,
        note: form.note,
        new_provider: form.new_provider,
    }))
}
