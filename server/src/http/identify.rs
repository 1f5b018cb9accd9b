//! Turns the session into who asks.

use super::session_store::USER_AGENT;
use axum::extract::{Request, State};
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use backend::backend::Backend;
use backend::caller::Caller;
use backend::commands::accounts::ClientInfo;
use backend::store::session::{ACCOUNT, find_caller};
use tower_sessions::Session;

/// Puts `Option<Caller>` into the request. When the request has logged somebody in, notes
/// with the session what the browser calls itself.
pub async fn identify(
    State(backend): State<Backend>,
    session: Session,
    mut request: Request,
    next: Next,
) -> Response {
    let caller = match caller(&backend, &session).await {
        Ok(caller) => caller,
        Err(error) => {
            tracing::error!(
                error.source = format!("{error:#}"),
                "sessions cannot be read"
            );
            return StatusCode::SERVICE_UNAVAILABLE.into_response();
        }
    };
    let client = request.extensions().get::<ClientInfo>().cloned();
    request.extensions_mut().insert(caller);
    let mut response = next.run(request).await;
    // Pages differ by person and language, and hold personal data.
    response
        .headers_mut()
        .entry(CACHE_CONTROL)
        .or_insert(HeaderValue::from_static("no-store"));
    if session.is_modified()
        && let Err(error) = note_user_agent(&session, client).await
    {
        tracing::error!(
            error.source = format!("{error:#}"),
            "a session cannot be written"
        );
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    response
}

async fn caller(backend: &Backend, session: &Session) -> anyhow::Result<Option<Caller>> {
    match session.id() {
        Some(token) => Ok(find_caller(backend, &token.to_string()).await?),
        None => Ok(None),
    }
}

async fn note_user_agent(session: &Session, client: Option<ClientInfo>) -> anyhow::Result<()> {
    if let Some(client) = client
        && session.get::<i64>(ACCOUNT).await?.is_some()
    {
        session.insert(USER_AGENT, client.user_agent).await?;
    }
    Ok(())
}
