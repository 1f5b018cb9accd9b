//! Slows down a system that checks codes without end: with a token that leaked, or in a loop.
//! Codes cannot be guessed, but what is answered about them tells something of customers.

use super::ApiFailure;
use backend::service_token::ServiceCaller;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

/// Checks a minute with one token: a shop asks once for each order.
const CHECKS: NonZeroU32 = NonZeroU32::MIN.saturating_add(119);

/// Counts checks by token.
#[derive(Debug, Clone)]
pub struct CodeCheckLimit(Arc<DefaultKeyedRateLimiter<i64>>);

impl Default for CodeCheckLimit {
    /// A limit that has counted nothing yet.
    fn default() -> Self {
        Self(Arc::new(RateLimiter::keyed(Quota::per_minute(CHECKS))))
    }
}

impl CodeCheckLimit {
    /// Counts one check.
    ///
    /// # Errors
    /// [`ApiFailure::TooManyCalls`] with the time to wait.
    pub fn count(&self, caller: &ServiceCaller) -> Result<(), ApiFailure> {
        self.0.check_key(&caller.token_id).map_err(|not_until| {
            let wait = not_until.wait_time_from(DefaultClock::default().now());
            ApiFailure::TooManyCalls {
                retry_after: whole_seconds(wait),
            }
        })
    }
}

/// Rounded up: who comes back at that time must not be too early.
fn whole_seconds(wait: Duration) -> u64 {
    wait.as_millis().div_ceil(1000).try_into().unwrap_or(60)
}
