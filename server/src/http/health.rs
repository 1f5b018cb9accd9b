//! Whether the process lives, and whether it can work.

use crate::wiring::is_migrated;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use backend::backend::Backend;

/// `GET /healthz` and `GET /readyz`.
pub fn router(backend: Backend) -> Router {
    Router::new()
        .route("/healthz", get(async || "ok"))
        .route("/readyz", get(ready))
        .with_state(backend)
}

/// The database answers and has the tables this program expects.
async fn ready(State(backend): State<Backend>) -> (StatusCode, &'static str) {
    match is_migrated(&backend.database).await {
        Ok(true) => (StatusCode::OK, "ready"),
        Ok(false) => (
            StatusCode::SERVICE_UNAVAILABLE,
            "the database is not up to date",
        ),
        Err(error) => {
            tracing::warn!(error.source = format!("{error:#}"), "not ready");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "the database does not answer",
            )
        }
    }
}
