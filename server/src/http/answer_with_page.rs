//! A plain form whose refusal has a status that matters, like 429, is answered with its page
//! instead of being redirected there: a redirect has no status of its own.

use super::refuse::{is_plain_form, text};
use app::shell::WithoutProgram;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::header::{COOKIE, LOCATION, RETRY_AFTER, SET_COOKIE};
use axum::http::{Extensions, HeaderMap, HeaderValue, Uri};
use axum::middleware::Next;
use axum::response::Response;
use tower::ServiceExt;

/// Renders the page that the refused form would be redirected to. `pages` serves pages without
/// the checks that this request has passed already.
pub async fn answer(State(pages): State<Router>, request: Request, next: Next) -> Response {
    if !is_plain_form(request.headers()) {
        return next.run(request).await;
    }
    let headers = request.headers().clone();
    let extensions = request.extensions().clone();
    let response = next.run(request).await;
    match page_of(&response).filter(|_| response.status().is_client_error()) {
        Some(page) => render(pages, page, headers, extensions, response).await,
        None => response,
    }
}

/// The address of the page, on this host.
fn page_of(response: &Response) -> Option<Uri> {
    let location: Uri = text(response.headers(), LOCATION)?.parse().ok()?;
    location.path_and_query()?.as_str().parse().ok()
}

async fn render(
    pages: Router,
    page: Uri,
    headers: HeaderMap,
    extensions: Extensions,
    refused: Response,
) -> Response {
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = page;
    *request.headers_mut() = headers;
    *request.extensions_mut() = extensions;
    // The page has another address than the browser shows, which its program could not know.
    request.extensions_mut().insert(WithoutProgram);
    take_cookies(&refused, request.headers_mut());
    let Ok(mut response) = pages.oneshot(request).await;
    *response.status_mut() = refused.status();
    if let Some(wait) = refused.headers().get(RETRY_AFTER) {
        response.headers_mut().insert(RETRY_AFTER, wait.clone());
    }
    response
}

/// What the refused form has had the browser keep, which the page would be asked for with.
fn take_cookies(refused: &Response, headers: &mut HeaderMap) {
    let given = refused.headers().get_all(SET_COOKIE).iter();
    let given = given.filter_map(|cookie| cookie.to_str().ok()?.split(';').next());
    let had = text(headers, COOKIE).into_iter();
    let all: Vec<_> = given.chain(had).collect();
    if let Ok(cookies) = HeaderValue::from_str(&all.join("; ")) {
        headers.insert(COOKIE, cookies);
    }
}
