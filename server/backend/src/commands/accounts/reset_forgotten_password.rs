//! Chooses a new password with a code that was mailed, in place of a forgotten one.

use super::log_in_try::LogInTry;
use super::replace_password::replace_password;
use super::{ClientInfo, LoggedIn, finish_log_in, limit, parse_log_in, password, refuse_blocked};
use crate::backend::Backend;
use crate::caller::Actor;
use crate::error::{Error, Result};
use crate::store::account::{email_hash, find_by_email};
use crate::store::login_code::{self, CodePurpose, code_hash};
use shared::audit::EventKind;
use shared::field::Field;
use shared::problem::Problem;

/// Ends every session of the account and logs in anew. Spaces in the code are ignored. Every
/// address costs the same work and gets the same answer until the code is right.
///
/// # Errors
/// Refused on the field that is wrong; with [`Problem::LoginCodeWrong`] as for a code to log in
/// with, [`Problem::TooManyTries`] as there, [`Problem::AccountBlocked`] after the right code.
pub async fn reset_forgotten_password(
    backend: &Backend,
    email: &str,
    code: &str,
    new: &str,
    client: &ClientInfo,
) -> Result<LoggedIn> {
    let code: String = code
        .chars()
        .filter(|character| !character.is_whitespace())
        .collect();
    let parsed = parse_log_in(email, &code, Field::LoginCode);
    let wrong = password::check_new(backend, new, email);
    let email = match (parsed, wrong) {
        (Ok(email), None) => email,
        (Err(Error::Refused(mut violations)), wrong) => {
            violations.extend(wrong);
            return Err(Error::Refused(violations));
        }
        (Err(error), _) => return Err(error),
        (Ok(_), Some(wrong)) => return Err(Error::Refused(vec![wrong])),
    };
    let email_hash = email_hash(&backend.cipher, &email);
    let of_address = limit::CODES_OF_ADDRESS;
    let log_in = LogInTry::new(backend, client, &email_hash, "password_code", of_address);
    log_in.count().await?;

    let hash = password::hash(backend, new).await?;
    let purpose = CodePurpose::NewPassword;
    let code_hash = code_hash(&backend.cipher, purpose, &email_hash, &code);
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
    let (actor, kind) = (Actor::Account(account.id), EventKind::PasswordReset);
    replace_password(&tx, backend, actor, kind, account, hash, None).await?;
    log_in.succeeded(&tx, account).await?;
    let account = crate::store::account::find(&tx, account.id).await?;
    let logged_in = finish_log_in(&tx, backend, &account, client).await?;
    tx.commit().await?;
    Ok(logged_in)
}
