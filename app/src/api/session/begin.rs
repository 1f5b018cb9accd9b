//! What every way to log in ends with.

use super::landing::landing;
use crate::api::PageError;
use crate::api::context::{backend, session};
use axum::http::{HeaderValue, header};
use backend::commands::accounts::LoggedIn;
use backend::commands::accounts::known_browser::{COOKIE_PREFIX, KnownBrowser, LIFETIME};
use backend::store::session::{ACCOUNT, ACCOUNT_EPOCH};
use leptos::prelude::use_context;
use leptos_axum::{ResponseOptions, redirect};
use shared::wire::error::ApiError;

/// Begins the session of the account under a new identifier, so that one that was slipped
/// to the browser before is worth nothing, and empty, so that nothing of whoever used the browser
/// before is in it; and goes on to `next`.
pub(super) async fn begin_session(logged_in: &LoggedIn, next: &str) -> Result<(), PageError> {
    let session = session()?;
    session.clear().await;
    session.cycle_id().await.map_err(not_kept)?;
    session
        .insert(ACCOUNT, logged_in.account_id)
        .await
        .map_err(not_kept)?;
    session
        .insert(ACCOUNT_EPOCH, logged_in.account_epoch)
        .await
        .map_err(not_kept)?;
    remember_browser(&logged_in.known_browser)?;
    redirect(&landing(logged_in.role, next));
    Ok(())
}

/// The browser tells from now on that this account was logged in to here. It is no way in.
fn remember_browser(known: &KnownBrowser) -> Result<(), PageError> {
    let is_secure = backend()?.settings.public_url.starts_with("https://");
    let secure = if is_secure { "; Secure" } else { "" };
    let KnownBrowser { account, value } = known;
    let seconds = LIFETIME.num_seconds();
    let cookie = format!(
        "{COOKIE_PREFIX}{account}={value}; Path=/; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}"
    );
    if let (Some(response), Ok(cookie)) = (
        use_context::<ResponseOptions>(),
        HeaderValue::from_str(&cookie),
    ) {
        response.append_header(header::SET_COOKIE, cookie);
    }
    Ok(())
}

fn not_kept(error: tower_sessions::session::Error) -> PageError {
    tracing::error!(error.source = %error, "a session cannot be written");
    ApiError::Unavailable.into()
}
