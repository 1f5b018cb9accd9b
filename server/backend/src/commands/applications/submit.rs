//! `Submit` and `Modify and Submit`: a complete filing goes to the provider's review.

use super::filing;
use super::pre_check::pre_check;
use crate::backend::Backend;
use crate::caller::{Caller, Permit};
use crate::commands::license_password::{self, Confirmation};
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::store::application::{apply, find, find_own, kind, save, set_status};
use crate::store::audit::{Event, record};
use crate::store::entities::application::{ActiveModel, Model};
use crate::store::{account, attempt, calendar, cloud_server, license, message};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use shared::application::{ApplicationStatus, Command, FilingSubmission};
use shared::calendar_date::shanghai_date;
use shared::cloud_server::check_eligibility;
use shared::field::Field;
use shared::problem::Problem;
use shared::review::review_due;
use shared::role::Action;
use shared::wire::application::TimelineEvent;
use shared::wire::message::Notice;
use shared::wire::review::CheckView;

/// What was confirmed outside of the transaction.
struct Confirmed {
    checks: Vec<CheckView>,
    /// The entity whose license password the authority accepted.
    password_of: Option<String>,
}

/// Submitting what is in review already changes nothing (double click).
///
/// # Errors
/// Refused with everything that is wrong with the form, with what the authority has on
/// record against it, with a wrong license password, or while another order is running.
pub async fn submit(
    backend: &Backend,
    caller: &Caller,
    application_id: i64,
    version: i64,
) -> Result<()> {
    let permit = caller.permit(Action::FileApplication)?;
    let row = find_own(&backend.database, &permit, application_id).await?;
    if row.status == "provider_review" {
        return Ok(());
    }
    if row.version != version {
        return Err(Error::refused(Problem::ChangedMeanwhile));
    }
    // Asked early, so that a refusal costs no call to the authority.
    apply(
        &row,
        &submit_command(backend, &row, backend.now(), &backend.database).await?,
    )?;
    let form = filing::form(backend, &row)?;
    let submission = filing::parse(&backend.database, backend, &row, &form)
        .await?
        .map_err(Error::Refused)?;
    check_not_served_here(backend, &submission).await?;
    let confirmed = confirm(backend, &row, &submission).await?;
    let now = backend.now();
    let tx = backend.begin().await?;
    check_server(&tx, backend, &row, now).await?;
    record_submission(&tx, backend, &permit, &row, confirmed, now).await?;
    tx.commit().await
}

async fn confirm(
    backend: &Backend,
    row: &Model,
    submission: &FilingSubmission,
) -> Result<Confirmed> {
    let found = pre_check(backend, submission).await;
    found.refuse()?;
    let FilingSubmission::NewAccess(new_access) = submission else {
        return Ok(Confirmed {
            checks: found.checks,
            password_of: None,
        });
    };
    let number = new_access.entity.license_number().as_str();
    let password = crate::commands::authority::queue_report::license_password(backend, row)?
        .ok_or_else(|| Error::refused_on(Field::LicensePassword, Problem::Required))?;
    match license_password::confirm(backend, number, &password).await? {
        Confirmation::Accepted => Ok(Confirmed {
            checks: found.checks,
            password_of: Some(number.to_owned()),
        }),
        Confirmation::Unanswered => Err(Error::refused(Problem::AuthorityUnreachable)),
    }
}

async fn check_not_served_here(backend: &Backend, submission: &FilingSubmission) -> Result<()> {
    let domain = match submission {
        FilingSubmission::FirstLicense(first) => &first.website.domain,
        FilingSubmission::NewAccess(new_access) => &new_access.domain,
    };
    if license::is_served_here(&backend.database, domain.as_str()).await? {
        return Err(Error::refused_on(
            Field::WebsiteDomain,
            Problem::DomainServedHere,
        ));
    }
    Ok(())
}

async fn check_server(tx: &Tx, backend: &Backend, row: &Model, now: DateTime<Utc>) -> Result<()> {
    let server_id = row
        .server_id
        .ok_or_else(|| Error::refused(Problem::ProductNotVerified))?;
    let server = cloud_server::find(tx, server_id).await?;
    let facts = cloud_server::facts(&server)?;
    let failed = check_eligibility(&backend.settings.policy.server, &facts, shanghai_date(now));
    if failed.is_empty() {
        Ok(())
    } else {
        Err(Error::refused_on(
            Field::Server,
            Problem::ServerNotEligible { failed },
        ))
    }
}

async fn submit_command(
    backend: &Backend,
    row: &Model,
    now: DateTime<Utc>,
    connection: &impl sea_orm::ConnectionTrait,
) -> Result<Command> {
    let calendar = calendar::load(connection).await?;
    let due = review_due(&calendar, &backend.settings.policy.review, kind(row)?, now);
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
    confirmed: Confirmed,
    now: DateTime<Utc>,
) -> Result<()> {
    if let Some(other) = account::take_order_place(tx, permit.account_id(), row.id).await? {
        let other = find(tx, other).await?;
        return Err(Error::refused(Problem::OrderInProgress {
            application_id: other.id,
            number: other.number,
        }));
    }
    let status = apply(row, &submit_command(backend, row, now, tx).await?)?;
    let accepted = confirmed.password_of.as_ref().map(|_| to_millis(now));
    let mut change = ActiveModel {
        checks: Set(serde_json::to_string(&confirmed.checks)?),
        password_accepted_at: Set(accepted),
        rejection_encrypted: Set(None),
        ..ActiveModel::default()
    };
    set_status(&mut change, &status, now);
    save(tx, row, change, now).await?;
    if let Some(number) = &confirmed.password_of {
        attempt::clear(tx, &license_password::tries_key(number)).await?;
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
        domain: row.domain.clone(),
        due_at,
    };
    message::tell(tx, backend, row.account_id, now, &notice, Some(row.id)).await
}
