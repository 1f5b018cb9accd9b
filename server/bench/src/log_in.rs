//! Logs in as a browser does.

use crate::seed::PASSWORD;
use anyhow::{Context, Result};
use reqwest::header::SET_COOKIE;
use reqwest::redirect::Policy;

/// The cookie of a new session of one of the measured accounts.
pub async fn log_in(url: &str, email: &str) -> Result<String> {
    let answer = reqwest::Client::builder()
        .redirect(Policy::none())
        .build()?
        .post(format!("{url}/api/session/log_in_with_password"))
        .form(&[("email", email), ("password", PASSWORD)])
        .send()
        .await?;
    let cookie = answer
        .headers()
        .get(SET_COOKIE)
        .with_context(|| format!("{email} is not logged in: {}", answer.status()))?;
    Ok(cookie
        .to_str()?
        .split(';')
        .next()
        .unwrap_or_default()
        .to_owned())
}
