//! Asking the authority about a license password without giving guessers a chance (S11).
//!
//! A try is counted before the authority is asked, so that parallel requests cannot pass
//! the limit; it is taken back when nobody said that the password is wrong. The right password ends the row of
//! wrong ones, whatever comes of the request it was given for.

use crate::backend::Backend;
use crate::caller::Permit;
use crate::error::{Error, Result};
use crate::store::attempt;
use crate::store::audit::{Event, record};
use crate::transaction::Tx;
use chrono::{DateTime, Duration, Utc};
use ports::authority::PasswordVerdict;
use serde_json::json;
use shared::audit::EventKind;
use shared::field::Field;
use shared::problem::Problem;

/// What came of asking.
#[derive(Debug)]
pub enum Confirmation {
    /// The authority accepts the password.
    Accepted,
    /// Nobody answered; nothing is known of the password.
    Unanswered,
}

/// The key under which an entity's tries are counted.
#[must_use]
pub fn tries_key(entity_license_number: &str) -> String {
    format!("license_password:{entity_license_number}")
}

/// Asks the authority (`isp_verifybamm`). Called outside of any transaction.
///
/// # Errors
/// Refused when the password is wrong (with the tries left), when the entity's confirmation
/// is locked (until when), or when the authority has stopped checking (msg_code 22).
pub async fn confirm(
    backend: &Backend,
    permit: &Permit,
    entity_license_number: &str,
    password: &str,
) -> Result<Confirmation> {
    let key = tries_key(entity_license_number);
    let policy = &backend.settings.policy.cancel;
    let now = backend.now();
    let lock = Duration::hours(policy.lock_hours.into());
    let tries = count_try(backend, &key, now, lock).await?;
    if tries.count > policy.password_tries {
        // Whoever made the last try may not have lived to tell of the lock.
        let tx = backend.begin().await?;
        tell_lock(&tx, backend, permit, entity_license_number).await?;
        tx.commit().await?;
        return Err(locked(tries.resets_at));
    }
    let verdict = backend
        .authority
        .verify_password(entity_license_number, password)
        .await;
    let tx = backend.begin().await?;
    let outcome = match verdict {
        Ok(PasswordVerdict::Correct) => {
            attempt::clear(&tx, &key).await?;
            Ok(Confirmation::Accepted)
        }
        Ok(PasswordVerdict::Wrong) if tries.count >= policy.password_tries => {
            attempt::lock_until(&tx, &key, now + lock).await?;
            tell_lock(&tx, backend, permit, entity_license_number).await?;
            Err(locked(now + lock))
        }
        Ok(PasswordVerdict::Wrong) => {
            let kind = EventKind::LicensePasswordWrong;
            record_wrong(&tx, backend, permit, kind, entity_license_number).await?;
            Err(refused(Problem::LicensePasswordWrong {
                tries_left: policy.password_tries - tries.count,
            }))
        }
        Ok(PasswordVerdict::TooManyTries) => {
            attempt::give_back(&tx, &key).await?;
            let kind = EventKind::LicensePasswordLockedByAuthority;
            record_wrong(&tx, backend, permit, kind, entity_license_number).await?;
            Err(refused(Problem::LicensePasswordTriedTooOften))
        }
        Err(error) => {
            let source = format!("{:#}", anyhow::Error::from(error));
            tracing::warn!(
                error.source = source,
                "the authority did not check a license password"
            );
            attempt::give_back(&tx, &key).await?;
            Ok(Confirmation::Unanswered)
        }
    };
    tx.commit().await?;
    outcome
}

/// Once for each lock, by whoever meets it first.
async fn tell_lock(
    tx: &Tx,
    backend: &Backend,
    permit: &Permit,
    entity_license_number: &str,
) -> Result<()> {
    let key = tries_key(entity_license_number);
    let tries = backend.settings.policy.cancel.password_tries;
    if attempt::tell_lock(tx, &key, tries, backend.now()).await? {
        let kind = EventKind::LicensePasswordLocked;
        record_wrong(tx, backend, permit, kind, entity_license_number).await?;
    }
    Ok(())
}

/// Tells in the audit trail why somebody was locked out.
async fn record_wrong(
    tx: &Tx,
    backend: &Backend,
    permit: &Permit,
    kind: EventKind,
    entity_license_number: &str,
) -> Result<()> {
    let event = Event {
        kind: kind.into(),
        subject: "account",
        subject_id: Some(permit.account_id()),
        application_id: None,
        account_id: Some(permit.account_id()),
        detail: json!({ "entity": entity_license_number }),
        note: None,
    };
    record(tx, backend, permit.into(), backend.now(), event).await
}

async fn count_try(
    backend: &Backend,
    key: &str,
    now: DateTime<Utc>,
    window: Duration,
) -> Result<attempt::Tries> {
    let tx = backend.begin().await?;
    let tries = attempt::count(&tx, key, now, window).await?;
    tx.commit().await?;
    Ok(tries)
}

fn refused(problem: Problem) -> Error {
    Error::refused_on(Field::LicensePassword, problem)
}

fn locked(until: DateTime<Utc>) -> Error {
    refused(Problem::LicensePasswordLocked { until })
}
