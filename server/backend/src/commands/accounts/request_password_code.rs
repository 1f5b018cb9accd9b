//! Mails a one-time code to choose a new password with, to somebody who has forgotten theirs.

use super::ClientInfo;
use super::request_login_code::request;
use crate::backend::Backend;
use crate::error::Result;
use crate::store::login_code::CodePurpose;

/// Like [`request_login_code`](super::request_login_code::request_login_code), and counted
/// together with it.
///
/// # Errors
/// As there.
pub async fn request_password_code(
    backend: &Backend,
    email: &str,
    client: &ClientInfo,
) -> Result<()> {
    request(backend, email, client, CodePurpose::NewPassword).await
}
