//! Slows down machines that try many accounts. Tries on one account are counted in the
//! database; this stops a flood before it costs password hashing.

use super::refuse::{refuse, retry_after};
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use backend::backend::Backend;
use backend::commands::accounts::ClientInfo;
use backend::commands::accounts::known_browser::known_account;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use shared::problem::Problem;
use shared::wire::error::ApiError;
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

/// Server functions that check or send a secret.
const LOG_IN: [&str; 5] = [
    "/api/session/log_in_with_password",
    "/api/session/log_in_with_code",
    "/api/session/request_login_code",
    "/api/session/request_password_code",
    "/api/session/reset_forgotten_password",
];
/// Tries a minute from one client: an office behind one address on Monday morning.
const TRIES: NonZeroU32 = NonZeroU32::MIN.saturating_add(119);

/// Counts tries by [`ClientInfo::network`]; a browser in which an account was logged in to before
/// is counted by that account, and not stopped by what its network does.
#[derive(Debug, Clone)]
pub struct Limiter {
    tries: Arc<DefaultKeyedRateLimiter<String>>,
    backend: Backend,
}

impl Limiter {
    /// A limiter that has counted nothing yet.
    pub fn new(backend: Backend) -> Self {
        Self {
            tries: Arc::new(RateLimiter::keyed(Quota::per_minute(TRIES))),
            backend,
        }
    }

    fn key(&self, client: &ClientInfo) -> String {
        known_account(&self.backend, client).map_or_else(|| client.network(), str::to_owned)
    }

    fn refuse(&self, request: &Request, wait: Duration) -> Response {
        let seconds = wait.as_secs() + 1;
        let until = self.backend.now() + Duration::from_secs(seconds);
        let error = ApiError::refused(Problem::TooManyTries { until });
        let path = request.uri().path();
        let status = StatusCode::TOO_MANY_REQUESTS;
        retry_after(refuse(request.headers(), path, status, error), seconds)
    }
}

/// Answers 429 to an address that tries too often, before its form is read.
pub async fn limit(State(limiter): State<Limiter>, request: Request, next: Next) -> Response {
    let is_try = request.method() == Method::POST && LOG_IN.contains(&request.uri().path());
    if let Some(client) = request.extensions().get::<ClientInfo>().filter(|_| is_try) {
        let tries = &limiter.tries;
        if let Err(not_until) = tries.check_key(&limiter.key(client)) {
            let wait = not_until.wait_time_from(DefaultClock::default().now());
            return limiter.refuse(&request, wait);
        }
        // Addresses that came to rest are forgotten, so that the table stays small.
        if tries.len() > 10_000 {
            tries.retain_recent();
        }
    }
    next.run(request).await
}
