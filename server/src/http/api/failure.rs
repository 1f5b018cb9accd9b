//! How a call ends that does not succeed.

use axum::Json;
use axum::extract::rejection::{JsonRejection, QueryRejection};
use axum::http::StatusCode;
use axum::http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use axum::response::{IntoResponse, Response};
use backend::commands::inventory::RowError;
use backend::error::Error;
use serde_json::{Value, json};
use shared::problem::Violation;
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
    /// Seconds until the next call is taken.
    TooManyCalls {
        retry_after: u64,
    },
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
            Self::TooManyCalls { retry_after } => {
                let headers = [(RETRY_AFTER, retry_after.to_string())];
                let body = Json(json!({ "error": "too_many_calls" }));
                return (StatusCode::TOO_MANY_REQUESTS, headers, body).into_response();
            }
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
    let (status, body) = match error {
        ApiError::NotLoggedIn => (
            StatusCode::UNAUTHORIZED,
            json!({ "error": "not_logged_in" }),
        ),
        ApiError::Forbidden => (StatusCode::FORBIDDEN, json!({ "error": "forbidden" })),
        ApiError::NotFound => (StatusCode::NOT_FOUND, json!({ "error": "not_found" })),
        ApiError::Refused { violations } => (
            StatusCode::UNPROCESSABLE_ENTITY,
            json!({
                "error": "refused",
                "violations": violations.iter().map(violation).collect::<Vec<_>>(),
            }),
        ),
        ApiError::Unavailable => (
            StatusCode::SERVICE_UNAVAILABLE,
            json!({ "error": "unavailable" }),
        ),
        ApiError::Internal { reference } => (
            StatusCode::INTERNAL_SERVER_ERROR,
            json!({ "error": "internal", "reference": reference }),
        ),
    };
    let mut response = (status, Json(body)).into_response();
    if status == StatusCode::UNAUTHORIZED {
        response.headers_mut().insert(
            WWW_AUTHENTICATE,
            axum::http::HeaderValue::from_static("Bearer"),
        );
    }
    response
}

/// The field, the stable code of what is wrong with it, and the code's values.
fn violation(violation: &Violation) -> Value {
    json!({
        "field": violation.field,
        "problem": violation.problem.code(),
        "detail": violation.problem,
    })
}
