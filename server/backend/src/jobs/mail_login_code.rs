//! Makes a one-time code for an address with an account, and mails it.

use super::JobError;
use crate::backend::Backend;
use crate::error::Result;
use crate::mail_text::{self, AccountMail};
use crate::store::account::find_by_email;
use crate::store::login_code::{CodePurpose, code_hash, replace};
use crate::store::message::queue_mail;

/// An address without an account gets no mail. A second run mails another code, and only
/// that one is good.
///
/// # Errors
/// [`JobError`] when the database refuses.
pub async fn mail_login_code(
    backend: &Backend,
    email_hash: &str,
    purpose: CodePurpose,
) -> Result<(), JobError> {
    Ok(make_and_mail(backend, email_hash, purpose).await?)
}

async fn make_and_mail(backend: &Backend, email_hash: &str, purpose: CodePurpose) -> Result<()> {
    let Some(account) = find_by_email(&backend.database, email_hash).await? else {
        return Ok(());
    };
    let email = backend
        .cipher
        .decrypt("account.email", &account.email_encrypted)?;
    let code = six_digits(backend);
    let (language, provider) = (&account.language, &backend.settings.provider);
    let (subject, body) = match purpose {
        CodePurpose::LogIn => mail_text::of_login_code(language, &code, provider),
        CodePurpose::NewPassword => mail_text::of_account(
            language,
            &AccountMail::PasswordCode { code: &code },
            provider,
        ),
    };
    let code_hash = code_hash(&backend.cipher, purpose, email_hash, &code);
    let now = backend.now();
    let tx = backend.begin().await?;
    replace(&tx, email_hash, code_hash, now).await?;
    queue_mail(&tx, backend, &email, &subject, &body, now).await?;
    tx.commit().await
}

/// Each of the million codes is as likely as the others to one part in four thousand.
fn six_digits(backend: &Backend) -> String {
    let mut bytes = [0_u8; 4];
    backend.random.fill(&mut bytes);
    format!("{:06}", u32::from_le_bytes(bytes) % 1_000_000)
}
