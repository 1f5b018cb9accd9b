use super::frame::PublicPage;
use crate::parts::failure::Failure;
use leptos::prelude::*;
use shared::wire::error::ApiError;

/// Any address that no page has.
#[component]
pub fn NotFound() -> impl IntoView {
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(axum::http::StatusCode::NOT_FOUND);
    }
    view! {
        <PublicPage>
            <Failure error=ApiError::NotFound.into() />
        </PublicPage>
    }
}
