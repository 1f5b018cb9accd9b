//! Mails a one-time code to log in with.

use super::{ClientInfo, client_hash, limit, parse_email};
use crate::backend::Backend;
use crate::error::Result;
use crate::jobs::{Job, JobV1};
use crate::store::account::email_hash;
use crate::store::job::enqueue;
use crate::store::login_code::CodePurpose;

/// Whether the address has an account is looked up by a job: nothing here, not even the time
/// that it takes, depends on it.
///
/// # Errors
/// Refused with [`shared::problem::Problem::TooManyTries`] after 3 codes for the address or
/// 30 of the client in 15 minutes.
pub async fn request_login_code(backend: &Backend, email: &str, client: &ClientInfo) -> Result<()> {
    request(backend, email, client, CodePurpose::LogIn).await
}

pub(super) async fn request(
    backend: &Backend,
    email: &str,
    client: &ClientInfo,
    purpose: CodePurpose,
) -> Result<()> {
    let email = parse_email(email)?;
    let email_hash = email_hash(&backend.cipher, &email);
    let now = backend.now();
    let tx = backend.begin().await?;
    limit::MAILS_BY_CLIENT
        .spend(&tx, &client_hash(backend, client), now)
        .await?;
    limit::MAILS_TO_ADDRESS.spend(&tx, &email_hash, now).await?;
    let job = Job::V1(match purpose {
        CodePurpose::LogIn => JobV1::MailLoginCode { email_hash },
        CodePurpose::NewPassword => JobV1::MailPasswordCode { email_hash },
    });
    enqueue(&tx, &job, None, now, now).await?;
    tx.commit().await
}
