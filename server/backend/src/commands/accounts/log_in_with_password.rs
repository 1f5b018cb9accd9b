//! Logs in with e-mail and password.

use super::log_in_try::LogInTry;
use super::{ClientInfo, LoggedIn, finish_log_in, limit, parse_log_in, password, refuse_blocked};
use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::store::account::{email_hash, find_by_email};
use shared::field::Field;
use shared::problem::Problem;

/// An unknown address, an account without a password and a wrong password all get the same
/// answer, after the same work.
///
/// # Errors
/// Refused with [`Problem::WrongCredentials`], or [`Problem::TooManyTries`] after 5 wrong
/// passwords for the address or 50 failures of the client in 15 minutes (5 of its own where the
/// browser is known); [`Problem::AccountBlocked`] after the right password.
pub async fn log_in_with_password(
    backend: &Backend,
    email: &str,
    password: &str,
    client: &ClientInfo,
) -> Result<LoggedIn> {
    let email = parse_log_in(email, password, Field::Password)?;
    let email_hash = email_hash(&backend.cipher, &email);
    let of_address = limit::PASSWORDS_OF_ADDRESS;
    let log_in = LogInTry::new(backend, client, &email_hash, "password", of_address);
    let account = log_in.count().await?;

    let hash = account
        .as_ref()
        .and_then(|account| account.password_hash.as_deref());
    let fits = password::fits(hash, password).await?;
    if !fits {
        log_in.failed(account.as_ref()).await?;
        return Err(Error::refused(Problem::WrongCredentials));
    }
    let tx = backend.begin().await?;
    let current = find_by_email(&tx, &email_hash).await?;
    // A reset at this instant has logged everybody out: the old password must not log in after it.
    let Some(current) = current.filter(|row| row.password_hash.as_deref() == hash) else {
        drop(tx);
        log_in.failed(account.as_ref()).await?;
        return Err(Error::refused(Problem::WrongCredentials));
    };
    if let Err(blocked) = refuse_blocked(&current) {
        drop(tx);
        log_in.failed(Some(&current)).await?;
        return Err(blocked);
    }
    log_in.succeeded(&tx, &current).await?;
    let logged_in = finish_log_in(&tx, backend, &current, client).await?;
    tx.commit().await?;
    Ok(logged_in)
}
