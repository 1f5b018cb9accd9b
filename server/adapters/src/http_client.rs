//! The only place that builds an HTTP client.

use std::time::Duration;

/// A client without redirects: a service that answers with one is not the one that was set.
///
/// # Errors
/// When the TLS library cannot be set up.
pub fn http_client(
    connect_timeout: Duration,
    timeout: Duration,
) -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder()
        .connect_timeout(connect_timeout)
        .timeout(timeout)
        .redirect(reqwest::redirect::Policy::none())
        .user_agent(concat!("license-server/", env!("CARGO_PKG_VERSION")))
        .build()
}
