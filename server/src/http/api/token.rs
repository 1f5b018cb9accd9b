//! Who calls: the bearer token of the request.

use super::ApiFailure;
use axum::extract::FromRequestParts;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use backend::backend::Backend;
use backend::commands::service_tokens::authenticate::authenticate;
use backend::error::Error;
use backend::service_token::ServiceCaller;

/// The system that calls. Each operation demands its scope of it.
pub struct Service(pub ServiceCaller);

impl FromRequestParts<Backend> for Service {
    type Rejection = ApiFailure;

    async fn from_request_parts(parts: &mut Parts, backend: &Backend) -> Result<Self, ApiFailure> {
        let header = parts
            .headers
            .get(AUTHORIZATION)
            .and_then(|header| header.to_str().ok());
        let token = header.and_then(|header| {
            let (scheme, token) = header.split_once(' ')?;
            scheme
                .eq_ignore_ascii_case("bearer")
                .then_some(token.trim())
        });
        let token = token.ok_or(Error::NotLoggedIn)?;
        Ok(Self(authenticate(backend, token).await?))
    }
}
