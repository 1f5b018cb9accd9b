//! How a call ends that does not succeed.

use axum::Json;
use axum::extract::rejection::{JsonRejection, QueryRejection};
use axum::http::StatusCode;
use axum::http::header::WWW_AUTHENTICATE;
use axum::response::{IntoResponse, Response};
use backend::commands::inventory::RowError;
use backend::error::Error;
use serde_json::{Value, json};
use shared::wire::error::ApiError;

/// An answer that is no success; see the `IntoResponse` implementation for the statuses.
#[derive(Debug)]
pub enum ApiFailure {
    Failed(Error),
    /// The request itself cannot be read.
    Malformed(String),
    /// Rows of an inventory are wrong; nothing was taken over.
    Rows(Vec<RowError>),
    MethodNotAllowed,
}

impl From<Error> for ApiFailure {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<JsonRejection> for ApiFailure {
    fn from(rejection: JsonRejection) -> Self {
        Self::Malformed(rejection.body_text())
    }
}

impl From<QueryRejection> for ApiFailure {
    fn from(rejection: QueryRejection) -> Self {
        Self::Malformed(rejection.body_text())
    }
}

impl IntoResponse for ApiFailure {
    fn into_response(self) -> Response {
        let (status, body) = match self {
            Self::Failed(error) => return failed(error),
            Self::Malformed(message) => (
                StatusCode::BAD_REQUEST,
                json!({ "error": "malformed", "message": message }),
            ),
            Self::Rows(rows) => (
                StatusCode::UNPROCESSABLE_ENTITY,
                json!({ "error": "rows", "rows": rows }),
            ),
            Self::MethodNotAllowed => (
                StatusCode::METHOD_NOT_ALLOWED,
                json!({ "error": "method_not_allowed" }),
            ),
        };
        (status, Json(body)).into_response()
    }
}

fn failed(error: Error) -> Response {
    // The request id of the log line is in the answer's header; the reference says so.
    let error = error.into_api("x-request-id");
    let status = match &error {
        ApiError::NotLoggedIn => StatusCode::UNAUTHORIZED,
        ApiError::Forbidden => StatusCode::FORBIDDEN,
        ApiError::NotFound => StatusCode::NOT_FOUND,
        ApiError::Refused { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        ApiError::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        ApiError::Internal { .. } => StatusCode::INTERNAL_SERVER_ERROR,
    };
    let body = serde_json::to_value(&error).unwrap_or(Value::Null);
    let mut response = (status, Json(body)).into_response();
    if status == StatusCode::UNAUTHORIZED {
        response.headers_mut().insert(
            WWW_AUTHENTICATE,
            axum::http::HeaderValue::from_static("Bearer"),
        );
    }
    response
}
