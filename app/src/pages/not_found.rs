use crate::parts::failure::Failure;
use crate::parts::public_layout::PublicLayout;
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
        <PublicLayout provider="">
            <Failure error=ApiError::NotFound.into() />
        </PublicLayout>
    }
}
