//! `POST /logout`: ends the session, with or without JavaScript.

use super::Web;
use axum::Extension;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use backend::caller::Caller;
use backend::commands::accounts;
use tower_sessions::Session;

/// Goes on to the public page.
pub async fn log_out(
    State(web): State<Web>,
    Extension(caller): Extension<Option<Caller>>,
    session: Session,
) -> Response {
    if let Some(caller) = caller
        && let Err(error) = accounts::log_out::log_out(&web.backend, &caller).await
    {
        return super::api::ApiFailure::from(error).into_response();
    }
    if let Err(error) = session.flush().await {
        tracing::error!(
            error.source = format!("{error:#}"),
            "a session cannot be ended"
        );
    }
    Redirect::to("/").into_response()
}
