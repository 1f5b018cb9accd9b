//! Logs in with a one-time code that was mailed.

use super::log_in_try::LogInTry;
use super::{ClientInfo, LoggedIn, finish_log_in, limit, parse_log_in, refuse_blocked};
use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::store::account::{email_hash, find_by_email};
use crate::store::login_code::{self, CodePurpose, code_hash};
use shared::field::Field;
use shared::parsed_text::tidy_without_spaces;
use shared::problem::Problem;

/// Blanks and what nobody sees are ignored: people copy them along. Full-width digits are digits.
///
/// # Errors
/// Refused with [`Problem::LoginCodeWrong`] on the code's field when the code is not the
/// newest one mailed to the address, was used, or is older than 10 minutes;
/// [`Problem::TooManyTries`] after 5 wrong codes for the address or 50 failures of the
/// client in 15 minutes (5 of its own where the browser is known); [`Problem::AccountBlocked`]
/// after the right code.
pub async fn log_in_with_code(
    backend: &Backend,
    email: &str,
    code: &str,
    client: &ClientInfo,
) -> Result<LoggedIn> {
    let code = tidy_without_spaces(code);
    let email = parse_log_in(email, &code, Field::LoginCode)?;
    let email_hash = email_hash(&backend.cipher, &email);
    let of_address = limit::CODES_OF_ADDRESS;
    let log_in = LogInTry::new(backend, client, &email_hash, "login_code", of_address);
    log_in.count().await?;

    let code_hash = code_hash(&backend.cipher, CodePurpose::LogIn, &email_hash, &code);
    let tx = backend.begin().await?;
    let account = find_by_email(&tx, &email_hash).await?;
    let taken = login_code::take(&tx, &email_hash, &code_hash, backend.now()).await?;
    let Some(account) = account.as_ref().filter(|_| taken) else {
        drop(tx);
        log_in.failed(account.as_ref()).await?;
        return Err(Error::refused_on(Field::LoginCode, Problem::LoginCodeWrong));
    };
    if let Err(blocked) = refuse_blocked(account) {
        drop(tx);
        log_in.failed(Some(account)).await?;
        return Err(blocked);
    }
    log_in.succeeded(&tx, account).await?;
    let logged_in = finish_log_in(&tx, backend, account, client).await?;
    tx.commit().await?;
    Ok(logged_in)
}
