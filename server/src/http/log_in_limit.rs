//! Slows down machines that try many accounts. Tries on one account are counted in the
//! database; this stops a flood before it costs password hashing.

use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use backend::commands::accounts::ClientInfo;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::num::NonZeroU32;
use std::sync::Arc;

/// Server functions that check or send a secret.
const LOG_IN: [&str; 3] = [
    "/api/session/log_in_with_password",
    "/api/session/log_in_with_code",
    "/api/session/request_login_code",
];
/// Tries a minute from one client: an office behind one address on Monday morning.
const TRIES: NonZeroU32 = NonZeroU32::MIN.saturating_add(119);

/// Counts tries by [`ClientInfo::network`].
pub type Limiter = Arc<DefaultKeyedRateLimiter<String>>;

/// A limiter that has counted nothing yet.
pub fn limiter() -> Limiter {
    Arc::new(RateLimiter::keyed(Quota::per_minute(TRIES)))
}

/// Answers 429 to an address that tries too often.
pub async fn limit(State(limiter): State<Limiter>, request: Request, next: Next) -> Response {
    let is_try = request.method() == Method::POST && LOG_IN.contains(&request.uri().path());
    if let Some(client) = request.extensions().get::<ClientInfo>().filter(|_| is_try) {
        if limiter.check_key(&client.network()).is_err() {
            return (
                StatusCode::TOO_MANY_REQUESTS,
                "Too many tries. Wait a minute.",
            )
                .into_response();
        }
        // Addresses that came to rest are forgotten, so that the table stays small.
        if limiter.len() > 10_000 {
            limiter.retain_recent();
        }
    }
    next.run(request).await
}
