//! Mails a one-time code to log in with.

use super::{ClientInfo, client_hash, limit, parse_email};
use crate::backend::Backend;
use crate::error::Result;
use crate::mail_text;
use crate::store::account::{email_hash, find_by_email};
use crate::store::{login_code, message};

/// Answers the same, after the same work, whether or not the address has an account.
///
/// # Errors
/// Refused with [`shared::problem::Problem::TooManyTries`] after 3 codes for the address or
/// 30 of the client in 15 minutes.
pub async fn request_login_code(backend: &Backend, email: &str, client: &ClientInfo) -> Result<()> {
    let email = parse_email(email)?;
    let email_hash = email_hash(&backend.cipher, &email);
    let now = backend.now();
    let tx = backend.begin().await?;
    limit::MAILS_BY_CLIENT
        .spend(&tx, &client_hash(backend, client), now)
        .await?;
    limit::MAILS_TO_ADDRESS.spend(&tx, &email_hash, now).await?;
    let account = find_by_email(&tx, &email_hash).await?;
    tx.commit().await?;

    let code = six_digits(backend);
    let language = account
        .as_ref()
        .map_or("en", |account| account.language.as_str());
    let (subject, body) = mail_text::of_login_code(language, &code, &backend.settings.provider);
    let tx = backend.begin().await?;
    login_code::replace(
        &tx,
        &email_hash,
        code_hash(backend, &email_hash, &code),
        now,
    )
    .await?;
    message::queue_mail(&tx, backend, email.as_str(), &subject, &body, now).await?;
    if account.is_some() {
        tx.commit().await?;
    }
    Ok(())
}

/// Bound to the address, so that equal codes of two people do not look equal.
pub(super) fn code_hash(backend: &Backend, email_hash: &str, code: &str) -> String {
    backend
        .cipher
        .keyed_hash("login_code", &format!("{email_hash} {code}"))
}

/// Each of the million codes is as likely as the others to one part in four thousand.
fn six_digits(backend: &Backend) -> String {
    let mut bytes = [0_u8; 4];
    backend.random.fill(&mut bytes);
    format!("{:06}", u32::from_le_bytes(bytes) % 1_000_000)
}
