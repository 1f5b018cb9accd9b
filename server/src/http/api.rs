//! The machine interface `/api/v1`: bearer service tokens with scopes, JSON in and out.
//!
//! What it takes and gives is typed here and nowhere else, so that a change of the screens
//! does not change what other systems rely on.

mod accesses;
mod applications;
mod blocked_domains;
mod code_check_limit;
mod codes;
mod failure;
mod inventory;
mod token;

pub use failure::ApiFailure;

use axum::routing::get;
use axum::{Extension, Json, Router};
use backend::backend::Backend;
use backend::error::Error;
use code_check_limit::CodeCheckLimit;
use utoipa::openapi::OpenApi as Description;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

#[derive(OpenApi)]
#[openapi(
    info(title = "License system", description = "Interface for the provider's other systems"),
    servers((url = "/api/v1")),
    modifiers(&BearerToken),
)]
struct Head;

/// Every path but the description's own wants a token.
struct BearerToken;

impl Modify for BearerToken {
    fn modify(&self, description: &mut Description) {
        let scheme = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some(
                "A service token; its scopes stand with each operation.",
            ))
            .build();
        if let Some(components) = description.components.as_mut() {
            components.add_security_scheme("token", SecurityScheme::Http(scheme));
        }
    }
}

/// The routes and their description, which is served at `/openapi.json`.
pub fn router(backend: Backend) -> (Router, Description) {
    let (router, description) = OpenApiRouter::with_openapi(Head::openapi())
        .routes(routes!(blocked_domains::list))
        .routes(routes!(inventory::put_servers))
        .routes(routes!(codes::check))
        .routes(routes!(applications::show))
        .routes(routes!(accesses::list))
        .split_for_parts();
    let served = description.clone();
    let router = router
        .route("/openapi.json", get(move || async move { Json(served) }))
        .fallback(async || ApiFailure::from(Error::NotFound))
        .method_not_allowed_fallback(async || ApiFailure::MethodNotAllowed)
        .layer(Extension(CodeCheckLimit::default()))
        .with_state(backend);
    (router, description)
}
