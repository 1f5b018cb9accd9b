//! Logs in with e-mail and password.

use super::{
    ClientInfo, LoggedIn, client_hash, finish_log_in, limit, parse_log_in, password,
    record_failed_log_in,
};
use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::store::account::{email_hash, find_by_email};
use crate::store::entities::account::Model;
use shared::field::Field;
use shared::problem::Problem;

/// An unknown address, an account without a password and a wrong password all get the same
/// answer, after the same work.
///
/// # Errors
/// Refused with [`Problem::WrongCredentials`], or [`Problem::TooManyTries`] after 5 wrong
/// passwords for the address or 50 failures of the client in 15 minutes.
pub async fn log_in_with_password(
    backend: &Backend,
    email: &str,
    password: &str,
    client: &ClientInfo,
) -> Result<LoggedIn> {
    let email = parse_log_in(email, password, Field::Password)?;
    let email_hash = email_hash(&backend.cipher, &email);
    let now = backend.now();
    let tx = backend.begin().await?;
    limit::FAILURES_OF_CLIENT
        .spend(&tx, &client_hash(backend, client), now)
        .await?;
    limit::PASSWORDS_OF_ADDRESS
        .spend(&tx, &email_hash, now)
        .await?;
    let account = find_by_email(&tx, &email_hash).await?;
    tx.commit().await?;

    let hash = account
        .as_ref()
        .and_then(|account| account.password_hash.as_deref());
    let fits = password::fits(hash, password).await?;
    if !fits {
        return refuse(backend, account.as_ref(), client).await;
    }
    let tx = backend.begin().await?;
    let current = find_by_email(&tx, &email_hash).await?;
    // A reset at this instant has logged everybody out: the old password must not log in after it.
    let Some(current) = current.filter(|row| row.password_hash.as_deref() == hash) else {
        drop(tx);
        return refuse(backend, account.as_ref(), client).await;
    };
    limit::PASSWORDS_OF_ADDRESS.clear(&tx, &email_hash).await?;
    let logged_in = finish_log_in(&tx, backend, &current, client, "password").await?;
    tx.commit().await?;
    Ok(logged_in)
}

async fn refuse(
    backend: &Backend,
    account: Option<&Model>,
    client: &ClientInfo,
) -> Result<LoggedIn> {
    record_failed_log_in(backend, account, client, "password").await?;
    Err(Error::refused(Problem::WrongCredentials))
}
