//! Logs in with a one-time code that was mailed.

use super::{
    ClientInfo, LoggedIn, client_hash, finish_log_in, limit, parse_log_in, record_failed_log_in,
};
use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::store::account::{email_hash, find_by_email};
use crate::store::login_code::{self, code_hash};
use shared::field::Field;
use shared::problem::Problem;

/// Spaces in the code are ignored: people copy them along.
///
/// # Errors
/// Refused with [`Problem::LoginCodeWrong`] on the code's field when the code is not the
/// newest one mailed to the address, was used, or is older than 10 minutes;
/// [`Problem::TooManyTries`] after 5 wrong codes for the address or 50 failures of the
/// client in 15 minutes.
pub async fn log_in_with_code(
    backend: &Backend,
    email: &str,
    code: &str,
    client: &ClientInfo,
) -> Result<LoggedIn> {
    let code: String = code
        .chars()
        .filter(|character| !character.is_whitespace())
        .collect();
    let email = parse_log_in(email, &code, Field::LoginCode)?;
    let email_hash = email_hash(&backend.cipher, &email);
    let now = backend.now();
    let tx = backend.begin().await?;
    limit::FAILURES_OF_CLIENT
        .spend(&tx, &client_hash(backend, client), now)
        .await?;
    limit::CODES_OF_ADDRESS.spend(&tx, &email_hash, now).await?;
    tx.commit().await?;

    let code_hash = code_hash(&backend.cipher, &email_hash, &code);
    let tx = backend.begin().await?;
    let account = find_by_email(&tx, &email_hash).await?;
    let taken = login_code::take(&tx, &email_hash, &code_hash, now).await?;
    let Some(account) = account.as_ref().filter(|_| taken) else {
        drop(tx);
        record_failed_log_in(backend, account.as_ref(), client, "login_code").await?;
        return Err(Error::refused_on(Field::LoginCode, Problem::LoginCodeWrong));
    };
    limit::CODES_OF_ADDRESS.clear(&tx, &email_hash).await?;
    let logged_in = finish_log_in(&tx, backend, account, client, "login_code").await?;
    tx.commit().await?;
    Ok(logged_in)
}
