//! What a server function finds around it, and how its answer leaves.

use super::{PageError, local_path};
use crate::language::Language;
use crate::routes::Path;
use axum::http::{HeaderName, StatusCode, header, request::Parts};
use backend::backend::Backend;
use backend::caller::Caller;
use backend::commands::accounts::ClientInfo;
use chrono::{DateTime, Utc};
use leptos::prelude::*;
use leptos_axum::{ResponseOptions, redirect};
use shared::problem::Problem;
use shared::wire::error::ApiError;
use tower_sessions::Session;

/// Where server functions live; every other address is a page.
const FUNCTIONS: &str = "/api/";

/// The back end, for what anybody may ask.
///
/// # Errors
/// Internal when the server is wired wrongly.
pub fn backend() -> Result<Backend, PageError> {
    use_context().ok_or_else(|| not_wired("backend"))
}

/// The back end and who asks it.
///
/// # Errors
/// Not logged in: the reader is sent to the log-in page and comes back from there.
pub fn signed_in() -> Result<(Backend, Caller), PageError> {
    match caller() {
        Some(caller) => Ok((backend()?, caller)),
        None => Err(fail(ApiError::NotLoggedIn)),
    }
}

/// Who asks, if somebody is logged in.
#[must_use]
pub fn caller() -> Option<Caller> {
    use_context::<Parts>()?
        .extensions
        .get::<Option<Caller>>()?
        .clone()
}

/// The browser's session, also before the log-in.
///
/// # Errors
/// Internal when the server is wired wrongly.
pub fn session() -> Result<Session, PageError> {
    let session = use_context::<Parts>().and_then(|parts| parts.extensions.get().cloned());
    session.ok_or_else(|| not_wired("session"))
}

/// Where the request comes from.
#[must_use]
pub fn client() -> ClientInfo {
    let client = use_context::<Parts>().and_then(|parts| parts.extensions.get().cloned());
    client.unwrap_or_else(|| ClientInfo {
        ip: String::new(),
        user_agent: String::new(),
        language: Language::default().code(),
        known_browsers: Vec::new(),
    })
}

/// The value of a request header, if it is text.
#[must_use]
pub fn request_header(name: HeaderName) -> Option<String> {
    let parts = use_context::<Parts>()?;
    parts.headers.get(name)?.to_str().ok().map(str::to_owned)
}

/// Turns the back end's answer into the server function's: an error gets its reference for
/// the log, and the response its status.
///
/// # Errors
/// The back end's.
pub fn answer<T>(result: backend::error::Result<T>) -> Result<T, PageError> {
    result.map_err(|error| {
        let reference = use_context::<Backend>().map(|backend| backend.random_key());
        fail(error.into_api(&reference.unwrap_or_default()))
    })
}

/// The error as it leaves, with the status that belongs to it.
#[must_use]
pub fn fail(error: ApiError) -> PageError {
    let Some(response) = use_context::<ResponseOptions>() else {
        return PageError(error);
    };
    // A page that calls keeps what is typed in it and offers the way to the log-in itself.
    let goes_to_log_in = error == ApiError::NotLoggedIn && (!is_call() || is_plain_form());
    if goes_to_log_in {
        redirect(&log_in_path());
    }
    let wait = tries_again_at(&error).map(seconds_until);
    if let Some(wait) = wait {
        response.insert_header(header::RETRY_AFTER, wait.into());
    }
    let needs_status = wait.is_some() || error == ApiError::Malformed;
    if goes_to_log_in && !is_call() {
        response.set_status(StatusCode::FOUND);
    } else if needs_status || !is_plain_form() {
        response.set_status(status(&error));
    }
    PageError(error)
}

/// When somebody who tried too often may try again.
fn tries_again_at(error: &ApiError) -> Option<DateTime<Utc>> {
    let ends = error.violations().iter().map(|found| &found.problem);
    ends.filter_map(|problem| match problem {
        Problem::TooManyTries { until } | Problem::LicensePasswordLocked { until } => Some(*until),
        _ => None,
    })
    .max()
}

/// For `Retry-After`, rounded up: who comes back at that time must not be too early.
fn seconds_until(until: DateTime<Utc>) -> u64 {
    let now = use_context::<Backend>().map_or(until, |backend| backend.now());
    let wait = (until - now).num_milliseconds().max(0).unsigned_abs();
    wait.div_ceil(1000).max(1)
}

/// A call of a server function, not the making of a page.
fn is_call() -> bool {
    use_context::<Parts>().is_some_and(|parts| parts.uri.path().starts_with(FUNCTIONS))
}

/// A form that a browser without JavaScript has sent. It is answered by a redirect to its
/// page, which carries the error. Where the status matters to whoever sends it, the web server
/// answers with that page itself.
#[must_use]
pub fn is_plain_form() -> bool {
    is_call() && request_header(header::ACCEPT).is_some_and(|accept| accept.contains("text/html"))
}

fn status(error: &ApiError) -> StatusCode {
    match error {
        ApiError::Refused { .. } if tries_again_at(error).is_some() => {
            StatusCode::TOO_MANY_REQUESTS
        }
        ApiError::NotLoggedIn => StatusCode::UNAUTHORIZED,
        ApiError::Forbidden => StatusCode::FORBIDDEN,
        ApiError::NotFound => StatusCode::NOT_FOUND,
        ApiError::Refused { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        ApiError::Malformed => StatusCode::BAD_REQUEST,
        ApiError::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        ApiError::Internal { .. } => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// The log-in page, with the page that was asked for as `next`.
fn log_in_path() -> String {
    match asked_page().as_deref().and_then(local_path) {
        Some(page) => format!("{}?next={}", Path::LogIn, escape_query(&page)),
        None => Path::LogIn.to_string(),
    }
}

/// The page whose data is asked for: this one while it is made on the server, the one that
/// sent the request when it calls from the browser.
fn asked_page() -> Option<String> {
    let address = use_context::<Parts>()?.uri;
    if !address.path().starts_with(FUNCTIONS) {
        return address.path_and_query().map(ToString::to_string);
    }
    let sender: axum::http::Uri = request_header(header::REFERER)?.parse().ok()?;
    sender.path_and_query().map(ToString::to_string)
}

/// A local path inside a query: only what would end or split the value is escaped.
pub(super) fn escape_query(path: &str) -> String {
    path.replace('%', "%25")
        .replace('&', "%26")
        .replace('+', "%2B")
        .replace('#', "%23")
}

fn not_wired(what: &str) -> PageError {
    PageError(ApiError::Internal {
        reference: format!("no {what} in context"),
    })
}
