//! The provider's logo, where there is one (`LICENSE_PROVIDER__LOGO`).

use app::parts::provider_brand::LOGO;
use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::CACHE_CONTROL;
use backend::backend::Backend;
use tower_http::services::ServeFile;
use tower_http::set_header::SetResponseHeaderLayer;

/// Short, because the file may be replaced under the same address.
const AN_HOUR: HeaderValue = HeaderValue::from_static("public, max-age=3600");

/// `GET /provider-logo`.
pub fn router(backend: &Backend) -> Router {
    match &backend.settings.provider.logo {
        None => Router::new(),
        Some(file) => Router::new()
            .route_service(LOGO, ServeFile::new(file))
            .layer(SetResponseHeaderLayer::overriding(CACHE_CONTROL, AN_HOUR)),
    }
}
