//! How a call ends that does not succeed, and how that is described.

use axum::Json;
use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::http::header::{RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use backend::commands::inventory::RowError;
use backend::error::Error;
use serde::Serialize;
use serde_json::{Value, json};
use shared::problem::Violation;
use shared::wire::error::ApiError;
use utoipa::{IntoResponses, ToSchema};

/// An answer that is no success; see the `IntoResponse` implementation for the statuses.
#[derive(Debug)]
pub enum ApiFailure {
    Failed(Error),
    /// The request itself cannot be read.
    Malformed(String),
    /// What was asked for cannot exist; this is why.
    CannotExist(Vec<Violation>),
    /// Rows of an inventory are wrong; nothing was taken over.
    Rows(Vec<RowError>),
    /// Rows of an inventory are as described and contradict each other or what is here; nothing was
    /// taken over.
    Contradiction(Vec<RowError>),
    MethodNotAllowed,
    TooLarge,
    /// Seconds until the next call is taken.
    TooManyCalls {
        retry_after: u64,
    },
}

/// The body of an answer that is no success.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct Failure {
    /// A stable code: `malformed`, `not_logged_in`, `forbidden`, `not_found`,
    /// `method_not_allowed`, `too_large`, `refused`, `rows`, `too_many_calls`, `unavailable` or
    /// `internal`.
    #[schema(example = "refused")]
    error: &'static str,
    /// With `malformed`: what cannot be read, for developers.
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<String>,
    /// With `refused`, and with `not_found` for what cannot exist: everything that is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    violations: Option<Vec<Refused>>,
    /// With `rows`: everything that is wrong with an inventory.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Vec<WrongRow>>)]
    rows: Option<Vec<RowError>>,
    /// With `internal`: the header of the answer that has the reference for our log.
    #[serde(skip_serializing_if = "Option::is_none")]
    reference: Option<String>,
}

/// The field, the stable code of what is wrong with it, and the code's values.
#[derive(Debug, Serialize, ToSchema)]
pub struct Refused {
    field: Option<&'static str>,
    problem: &'static str,
    detail: Value,
}

/// What is wrong with one row of an inventory.
#[derive(ToSchema)]
#[expect(
    dead_code,
    reason = "describes `RowError`, which the back end does not"
)]
pub struct WrongRow {
    /// Position in the request, from 1.
    line: u64,
    column: &'static str,
    problem: String,
}

/// How every operation may end.
#[derive(IntoResponses)]
#[allow(dead_code, reason = "describes what `ApiFailure` answers")]
pub enum Failures {
    /// The request cannot be read
    #[response(status = BAD_REQUEST)]
    Malformed(Failure),
    /// There is no token, or it counts no more
    #[response(status = UNAUTHORIZED)]
    NotLoggedIn(Failure),
    /// The token lacks the scope
    #[response(status = FORBIDDEN)]
    Forbidden(Failure),
    /// A defect on our side
    #[response(status = INTERNAL_SERVER_ERROR)]
    Internal(Failure),
    /// Not available at the moment; nothing was changed
    #[response(status = SERVICE_UNAVAILABLE)]
    Unavailable(Failure),
}

impl From<Error> for ApiFailure {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<JsonRejection> for ApiFailure {
    fn from(rejection: JsonRejection) -> Self {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
            return Self::TooLarge;
        }
        Self::Malformed(rejection.body_text())
    }
}

impl From<QueryRejection> for ApiFailure {
    fn from(rejection: QueryRejection) -> Self {
        Self::Malformed(rejection.body_text())
    }
}

impl From<PathRejection> for ApiFailure {
    fn from(rejection: PathRejection) -> Self {
        Self::Malformed(rejection.body_text())
    }
}

impl IntoResponse for ApiFailure {
    fn into_response(self) -> Response {
        match self {
            // The request id of the log line is in the answer's header; the reference says so.
            Self::Failed(error) => failed(error.into_api("x-request-id")),
            Self::Malformed(message) => answer(
                StatusCode::BAD_REQUEST,
                Failure {
                    message: Some(message),
                    ..failure("malformed")
                },
            ),
            Self::CannotExist(violations) => answer(
                StatusCode::NOT_FOUND,
                Failure {
                    violations: Some(violations.iter().map(refused).collect()),
                    ..failure("not_found")
                },
            ),
            Self::Rows(rows) => wrong_rows(StatusCode::UNPROCESSABLE_ENTITY, rows),
            Self::Contradiction(rows) => wrong_rows(StatusCode::CONFLICT, rows),
            Self::TooLarge => answer(StatusCode::PAYLOAD_TOO_LARGE, failure("too_large")),
            Self::TooManyCalls { retry_after } => {
                let status = StatusCode::TOO_MANY_REQUESTS;
                let mut response = answer(status, failure("too_many_calls"));
                let headers = response.headers_mut();
                headers.insert(RETRY_AFTER, retry_after.into());
                response
            }
            Self::MethodNotAllowed => answer(
                StatusCode::METHOD_NOT_ALLOWED,
                failure("method_not_allowed"),
            ),
        }
    }
}

fn failed(error: ApiError) -> Response {
    match error {
        ApiError::NotLoggedIn => {
            let mut response = answer(StatusCode::UNAUTHORIZED, failure("not_logged_in"));
            let headers = response.headers_mut();
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
            response
        }
        ApiError::Forbidden => answer(StatusCode::FORBIDDEN, failure("forbidden")),
        ApiError::NotFound => answer(StatusCode::NOT_FOUND, failure("not_found")),
        ApiError::Refused { violations } => answer(
            StatusCode::UNPROCESSABLE_ENTITY,
            Failure {
                violations: Some(violations.iter().map(refused).collect()),
                ..failure("refused")
            },
        ),
        ApiError::Malformed => answer(StatusCode::BAD_REQUEST, failure("malformed")),
        ApiError::Unavailable => answer(StatusCode::SERVICE_UNAVAILABLE, failure("unavailable")),
        ApiError::Internal { reference } => answer(
            StatusCode::INTERNAL_SERVER_ERROR,
            Failure {
                reference: Some(reference),
                ..failure("internal")
            },
        ),
    }
}

fn wrong_rows(status: StatusCode, rows: Vec<RowError>) -> Response {
    let rows = Some(rows);
    answer(
        status,
        Failure {
            rows,
            ..failure("rows")
        },
    )
}

fn failure(error: &'static str) -> Failure {
    Failure {
        error,
        ..Failure::default()
    }
}

fn refused(violation: &Violation) -> Refused {
    Refused {
        field: violation.field.map(shared::field::Field::code),
        problem: violation.problem.code(),
        detail: json!(violation.problem),
    }
}

fn answer(status: StatusCode, failure: Failure) -> Response {
    (status, Json(failure)).into_response()
}
