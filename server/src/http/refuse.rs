//! How a server function is refused before it is called: in the words that it would use itself.

use app::api::PageError;
use axum::http::header::{ACCEPT, CONTENT_TYPE, LOCATION, REFERER, RETRY_AFTER};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use leptos::server_fn::ContentType;
use leptos::server_fn::codec::PostcardEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnUrlError};
use shared::wire::error::ApiError;

/// Where server functions live.
pub const FUNCTIONS: &str = "/api/";

/// A form that a browser without JavaScript has sent.
pub fn is_plain_form(headers: &HeaderMap) -> bool {
    text(headers, ACCEPT).is_some_and(|accept| accept.contains("text/html"))
}

/// The answer to a call of the function at `path`. A plain form is sent back to its page with
/// the error, like one that the function itself refuses.
pub fn refuse(headers: &HeaderMap, path: &str, status: StatusCode, error: ApiError) -> Response {
    let error = PageError(error);
    let page = text(headers, REFERER).filter(|_| is_plain_form(headers));
    let back = page.and_then(|page| {
        let address = ServerFnUrlError::new(path, error.clone()).to_url(page);
        HeaderValue::from_str(address.ok()?.as_str()).ok()
    });
    match back {
        Some(back) => (status, [(LOCATION, back)]).into_response(),
        None => (
            status,
            [(CONTENT_TYPE, PostcardEncoding::CONTENT_TYPE)],
            error.ser(),
        )
            .into_response(),
    }
}

/// Says when the next call is taken, in seconds.
pub fn retry_after(mut response: Response, seconds: u64) -> Response {
    response.headers_mut().insert(RETRY_AFTER, seconds.into());
    response
}

pub fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name)?.to_str().ok()
}
