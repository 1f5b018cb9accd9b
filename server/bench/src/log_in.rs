//! Logs in as a browser does.

use crate::seed::PASSWORD;
use anyhow::{Result, ensure};
use reqwest::header::SET_COOKIE;
use reqwest::redirect::Policy;

/// The cookies of a new session of one of the measured accounts: of the session, and of the
/// browser that is known from now on.
pub async fn log_in(url: &str, email: &str) -> Result<String> {
    let answer = reqwest::Client::builder()
        .redirect(Policy::none())
        .build()?
        .post(format!("{url}/api/session/log_in_with_password"))
        .form(&[("email", email), ("password", PASSWORD)])
        .send()
        .await?;
    let status = answer.status();
    let mut cookies = Vec::new();
    for cookie in answer.headers().get_all(SET_COOKIE) {
        cookies.extend(cookie.to_str()?.split(';').next());
    }
    ensure!(!cookies.is_empty(), "{email} is not logged in: {status}");
    Ok(cookies.join("; "))
}
