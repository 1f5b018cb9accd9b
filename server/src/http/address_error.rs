//! The error of a refused plain form in its page's address. Leptos writes and shows it; this lets
//! only errors be shown that we wrote, so that no link makes a page say what somebody else likes,
//! and takes the error of the last try out before the next one is answered.

use super::refuse::text;
use app::api::{ERROR_PARAMETERS, without_error};
use axum::extract::{Request, State};
use axum::http::header::{LOCATION, REFERER};
use axum::http::{HeaderMap, HeaderValue, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use backend::backend::Backend;
use url::form_urlencoded;

/// The layer.
pub async fn guard(State(backend): State<Backend>, mut request: Request, next: Next) -> Response {
    if request.method() == Method::POST {
        strip_referer(request.headers_mut());
    } else if !is_proven(&backend, request.uri().query().unwrap_or_default()) {
        let query = without_our_names(request.uri().query().unwrap_or_default());
        let path = request.uri().path();
        return Redirect::to(&with_query(path, &query)).into_response();
    }
    let mut response = next.run(request).await;
    prove(&backend, response.headers_mut());
    response
}

/// Whether the query has no error, or one whose proof fits.
fn is_proven(backend: &Backend, query: &str) -> bool {
    let [path, error, given] = ERROR_PARAMETERS.map(|name| values(query, name));
    match (path.as_slice(), error.as_slice(), given.as_slice()) {
        ([], [], []) => true,
        ([path], [error], [given]) => proof(backend, path, error) == *given,
        _ => false,
    }
}

fn values(query: &str, name: &str) -> Vec<String> {
    form_urlencoded::parse(query.as_bytes())
        .filter(|(found, _)| found == name)
        .map(|(_, value)| value.into_owned())
        .collect()
}

/// Names may be encoded in ways in which we never write them.
fn without_our_names(query: &str) -> String {
    let kept = form_urlencoded::parse(query.as_bytes())
        .filter(|(name, _)| !ERROR_PARAMETERS.contains(&&**name));
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(kept)
        .finish()
}

fn proof(backend: &Backend, path: &str, error: &str) -> String {
    backend
        .cipher
        .keyed_hash("address.error", &format!("{path}\n{error}"))
}

/// Puts the proof beside an error that we send a browser back with.
fn prove(backend: &Backend, headers: &mut HeaderMap) {
    let proven = text(headers, LOCATION).and_then(|location| {
        let query = location.split_once('?')?.1;
        let [path, error, _] = ERROR_PARAMETERS.map(|name| values(query, name).pop());
        let proof = proof(backend, &path?, &error?);
        HeaderValue::from_str(&format!("{location}&__proof={proof}")).ok()
    });
    if let Some(proven) = proven {
        headers.insert(LOCATION, proven);
    }
}

/// The page that the form stands on, without the error of its last try.
fn strip_referer(headers: &mut HeaderMap) {
    let stripped = text(headers, REFERER).and_then(|page| {
        let (path, query) = page.split_once('?')?;
        HeaderValue::from_str(&with_query(path, &without_error(query))).ok()
    });
    if let Some(stripped) = stripped {
        headers.insert(REFERER, stripped);
    }
}

fn with_query(path: &str, query: &str) -> String {
    if query.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{query}")
    }
}
