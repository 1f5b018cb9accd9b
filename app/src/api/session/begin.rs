//! What every way to log in ends with.

use super::landing::landing;
use crate::api::PageError;
use crate::api::context::session;
use backend::commands::accounts::LoggedIn;
use backend::store::session::ACCOUNT;
use leptos_axum::redirect;
use shared::wire::error::ApiError;

/// Begins the session of the account under a new identifier, so that one that was slipped
/// to the browser before is worth nothing, and goes on to `next`.
pub(super) async fn begin_session(logged_in: &LoggedIn, next: &str) -> Result<(), PageError> {
    let session = session()?;
    session.cycle_id().await.map_err(not_kept)?;
    session
        .insert(ACCOUNT, logged_in.account_id)
        .await
        .map_err(not_kept)?;
    redirect(&landing(logged_in.role, next));
    Ok(())
}

fn not_kept(error: tower_sessions::session::Error) -> PageError {
    tracing::error!(error.source = %error, "a session cannot be written");
    ApiError::Unavailable.into()
}
