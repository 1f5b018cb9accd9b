//! `Submit` and `Modify and Submit`: a complete filing goes to the provider's review.

use super::obstacles::{check_holdings, obstacles};
use super::pre_check::pre_check;
use super::{filing, order_place};
use crate::backend::Backend;
use crate::caller::{Caller, Permit};
use crate::commands::license_password::{self, Confirmation};
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::store::application::{apply, find_own, kind, save, set_status, shown_domain};
use crate::store::audit::{Event, record};
use crate::store::entities::application::{ActiveModel, Column, Entity, Model};
use crate::store::entity_name::set_of_application;
use crate::store::submitted_application::keep_submitted;
use crate::store::{account, calendar, message};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::application::{ApplicationStatus, Command, FilingSubmission};
use shared::field::Field;
use shared::problem::Problem;
use shared::review::review_due;
use shared::role::Action;
use shared::wire::application::TimelineEvent;
use shared::wire::message::Notice;
use shared::wire::review::CheckView;
use shared::working_days::WorkingCalendar;

/// What was confirmed outside of the transaction.
struct Confirmed {
    checks: Vec<CheckView>,
    /// The authority accepted the entity's license password.
    password_accepted: bool,
}

/// Submitting what is in review already changes nothing (double click).
///
/// # Errors
/// Refused with everything that is wrong with the form, with what the authority has on
/// record against it, with a wrong license password, when its server, code or entity is not
/// its to use any more, or while another order is running.
pub async fn submit(
    backend: &Backend,
    caller: &Caller,
    application_id: i64,
    version: i64,
) -> Result<()> {
    let permit = caller.permit(Action::FileApplication)?;
    match submit_once(backend, &permit, application_id, version).await {
        // The same click, twice at once, met its own submission.
        Err(Error::Refused(violations)) => {
            let row = find_own(&backend.database, &permit, application_id).await?;
            if row.status == ApplicationStatus::PROVIDER_REVIEW {
                Ok(())
            } else {
                Err(Error::Refused(violations))
            }
        }
        other => other,
    }
}

async fn submit_once(
    backend: &Backend,
    permit: &Permit,
    application_id: i64,
    version: i64,
) -> Result<()> {
    let row = find_own(&backend.database, permit, application_id).await?;
    if row.status == ApplicationStatus::PROVIDER_REVIEW {
        return Ok(());
    }
    if row.version != version {
        return Err(Error::refused(Problem::ChangedMeanwhile));
    }
    // Asked early, so that a refusal costs no call to the authority.
    apply(
        &row,
        &submit_command(
            backend,
            &row,
            backend.now(),
            &calendar::load(&backend.database).await?,
        )?,
    )?;
    let form = filing::form(backend, &row)?;
    let submission = filing::parse(&backend.database, backend, &row, &form)
        .await?
        .map_err(Error::Refused)?;
    let in_the_way = obstacles(backend, &row, Some(&submission)).await?;
    if !in_the_way.is_empty() {
        return Err(Error::Refused(in_the_way));
    }
    let confirmed = confirm(backend, permit, &row, &submission).await?;
    let now = backend.now();
    let tx = backend.begin().await?;
    account::lock(&tx, row.account_id).await?;
    check_holdings(&tx, backend, &row, &submission).await?;
    record_submission(&tx, backend, permit, &row, &submission, confirmed, now).await?;
    tx.commit().await
}

async fn confirm(
    backend: &Backend,
    permit: &Permit,
    row: &Model,
    submission: &FilingSubmission,
) -> Result<Confirmed> {
    let found = pre_check(backend, submission).await;
    found.refuse()?;
    let FilingSubmission::NewAccess(new_access) = submission else {
        return Ok(Confirmed {
            checks: found.checks,
            password_accepted: false,
        });
    };
    let number = new_access.entity.license_number().as_str();
    let password = crate::commands::authority::queue_report::license_password(backend, row)?
        .ok_or_else(|| Error::refused_on(Field::LicensePassword, Problem::Required))?;
    match license_password::confirm(backend, permit, number, &password).await {
        Ok(Confirmation::Accepted) => Ok(Confirmed {
            checks: found.checks,
            password_accepted: true,
        }),
        Ok(Confirmation::Unanswered) => Err(Error::refused(Problem::AuthorityUnreachable)),
        Err(error) => {
            if is_wrong_password(&error) {
                forget_password(backend, row).await?;
            }
            Err(error)
        }
    }
}

fn is_wrong_password(error: &Error) -> bool {
    let Error::Refused(violations) = error else {
        return false;
    };
    violations
        .iter()
        .any(|violation| matches!(violation.problem, Problem::LicensePasswordWrong { .. }))
}

/// A wrong password that stayed in the draft would use up the next try as well. The page the
/// holder has open stays valid.
async fn forget_password(backend: &Backend, row: &Model) -> Result<()> {
    let tx = backend.begin().await?;
    Entity::update_many()
        .col_expr(
            Column::LicensePasswordEncrypted,
            Expr::value(Option::<Vec<u8>>::None),
        )
        .filter(Column::Id.eq(row.id))
        .filter(Column::Version.eq(row.version))
        .exec(&tx)
        .await?;
    tx.commit().await
}

fn submit_command(
    backend: &Backend,
    row: &Model,
    now: DateTime<Utc>,
    calendar: &WorkingCalendar,
) -> Result<Command> {
    let due = review_due(calendar, &backend.settings.policy.review, kind(row)?, now);
    Ok(Command::Submit {
        at: now,
        due_at: due.at,
        due_is_provisional: due.provisional,
    })
}

async fn record_submission(
    tx: &Tx,
    backend: &Backend,
    permit: &Permit,
    row: &Model,
    submission: &FilingSubmission,
    confirmed: Confirmed,
    now: DateTime<Utc>,
) -> Result<()> {
    order_place::take(tx, backend, row).await?;
    let calendar = calendar::load_for_due_time(tx).await?;
    let status = apply(row, &submit_command(backend, row, now, &calendar)?)?;
    let accepted = confirmed.password_accepted.then(|| to_millis(now));
    let mut change = ActiveModel {
        checks: Set(serde_json::to_string(&confirmed.checks)?),
        password_accepted_at: Set(accepted),
        rejection_encrypted: Set(None),
        public_ip: Set(filing::public_ip(tx, row).await?),
        // Server and code have just been found good.
        hold_reason: Set(None),
        ..ActiveModel::default()
    };
    keep_submitted(row, &mut change);
    let name = filing::entity_name(tx, backend, row, submission).await?;
    set_of_application(tx, backend, row.id, &mut change, &name).await?;
    set_status(&mut change, &status, now);
    save(tx, row, change, now).await?;
    if row.hold_reason.is_some() {
        let event = Event::of_application(TimelineEvent::HoldLifted, row);
        record(tx, backend, permit.into(), now, event).await?;
    }
    if confirmed.password_accepted {
        let event = Event::of_application(TimelineEvent::PasswordAccepted, row);
        record(tx, backend, permit.into(), now, event).await?;
    }
    let again = row.was_submitted;
    let kind = if again {
        TimelineEvent::Resubmitted
    } else {
        TimelineEvent::Submitted
    };
    record(
        tx,
        backend,
        permit.into(),
        now,
        Event::of_application(kind, row),
    )
    .await?;
    let ApplicationStatus::ProviderReview { due_at, .. } = status else {
        return Err(Error::inconsistent(
            "application",
            row.id,
            "submitted into another status",
        ));
    };
    let notice = Notice::FilingSubmitted {
        number: row.number.clone(),
        domain: shown_domain(row),
        due_at,
    };
    message::tell(tx, backend, row.account_id, now, &notice, Some(row.id)).await
}
