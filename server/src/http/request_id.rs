//! Ids that join the log lines of a request. A reverse proxy may give them; anybody else could
//! write what they like into the log.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

const REQUEST_ID: &str = "x-request-id";
const LONGEST: usize = 128;

/// Takes an id away that no proxy of ours has given, or that is none. The state says whether
/// there is a proxy.
pub async fn distrust(
    State(trust_forwarded_for): State<bool>,
    mut request: Request,
    next: Next,
) -> Response {
    let is_id = |id: &axum::http::HeaderValue| {
        let is_plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_.:".contains(byte);
        id.len() <= LONGEST && id.as_bytes().iter().all(is_plain)
    };
    let given = request.headers().get(REQUEST_ID);
    if !given.is_some_and(|id| trust_forwarded_for && is_id(id)) {
        request.headers_mut().remove(REQUEST_ID);
    }
    next.run(request).await
}
