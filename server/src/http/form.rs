//! What a form may be like, checked before anything is done for it and before the database is
//! asked: its kind, its size, its time, its encoding and the length of each of its values.

use super::FORM_BYTES;
use super::body_time::TookTooLong;
use super::refuse::{FUNCTIONS, refuse};
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::Request;
use axum::http::header::CONTENT_TYPE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::LengthLimitError;
use percent_encoding::percent_decode;
use shared::field::check_length;
use shared::problem::Violation;
use shared::wire::error::ApiError;
use std::borrow::Cow;
use std::error::Error;

/// Characters of an address: a list's filter and where it goes on.
const LONGEST_ADDRESS: usize = 8 * 1024;
const KIND: &str = "application/x-www-form-urlencoded";
/// More than the longest form has.
const MOST_VALUES: usize = 300;

/// Lets a form pass that can be read and whose values are no longer than their fields allow.
pub async fn check(request: Request, next: Next) -> Response {
    let query = request.uri().query().unwrap_or_default();
    if request.uri().path().len() + query.len() > LONGEST_ADDRESS {
        return StatusCode::URI_TOO_LONG.into_response();
    }
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let bytes = match read(&parts.headers, body).await {
        Ok(bytes) => bytes,
        Err(status) => return refused(&parts, status, ApiError::Malformed),
    };
    let violations = match check_values(&bytes) {
        Ok(violations) => violations,
        Err(status) => return refused(&parts, status, ApiError::Malformed),
    };
    if !violations.is_empty() {
        let error = ApiError::Refused { violations };
        return refused(&parts, StatusCode::UNPROCESSABLE_ENTITY, error);
    }
    next.run(Request::from_parts(parts, Body::from(bytes)))
        .await
}

async fn read(headers: &HeaderMap, body: Body) -> Result<Bytes, StatusCode> {
    let bytes = to_bytes(body, FORM_BYTES)
        .await
        .map_err(|error| status_of(&error))?;
    let kind = headers
        .get(CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok());
    let is_form = kind.is_some_and(|kind| {
        let kind = kind.split(';').next().unwrap_or_default();
        kind.trim().eq_ignore_ascii_case(KIND)
    });
    if is_form || bytes.is_empty() {
        Ok(bytes)
    } else {
        Err(StatusCode::UNSUPPORTED_MEDIA_TYPE)
    }
}

/// Why a body could not be read to its end.
fn status_of(error: &(dyn Error + 'static)) -> StatusCode {
    let mut cause = Some(error);
    while let Some(error) = cause {
        if error.is::<LengthLimitError>() {
            return StatusCode::PAYLOAD_TOO_LARGE;
        }
        if error.is::<TookTooLong>() {
            return StatusCode::REQUEST_TIMEOUT;
        }
        cause = error.source();
    }
    StatusCode::BAD_REQUEST
}

fn check_values(bytes: &[u8]) -> Result<Vec<Violation>, StatusCode> {
    let mut violations = Vec::new();
    let pairs = bytes.split(|byte| *byte == b'&');
    for (position, pair) in pairs.filter(|pair| !pair.is_empty()).enumerate() {
        if position >= MOST_VALUES {
            return Err(StatusCode::PAYLOAD_TOO_LARGE);
        }
        let mut halves = pair.splitn(2, |byte| *byte == b'=');
        let name = decode(halves.next().unwrap_or_default())?;
        let value = decode(halves.next().unwrap_or_default())?;
        violations.extend(check_length(&name, &value));
    }
    Ok(violations)
}

fn decode(text: &[u8]) -> Result<String, StatusCode> {
    let spaces: Vec<_> = text
        .iter()
        .map(|byte| if *byte == b'+' { b' ' } else { *byte })
        .collect();
    percent_decode(&spaces)
        .decode_utf8()
        .map(Cow::into_owned)
        .map_err(|_| StatusCode::BAD_REQUEST)
}

fn refused(parts: &Parts, status: StatusCode, error: ApiError) -> Response {
    let path = parts.uri.path();
    if path.starts_with(FUNCTIONS) {
        refuse(&parts.headers, path, status, error)
    } else {
        status.into_response()
    }
}
