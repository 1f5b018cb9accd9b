//! In place of a page that cannot be shown: what is wrong and where to go from here.

use crate::api::PageError;
use crate::language::use_language;
use crate::parts::log_in_address::use_log_in_address;
use crate::parts::page_title::PageTitle;
use crate::routes::Path;
use crate::text::{common, failure, problem::api_error};
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::icon::{Icon, IconSize};
use leptos::prelude::*;
use shared::wire::error::ApiError;

/// The page's title, the error in words, and a way on.
#[component]
pub fn Failure(error: PageError) -> impl IntoView {
    let language = use_language();
    let title = failure::title(language, &error.0);
    let symbol = match error.0 {
        ApiError::NotLoggedIn | ApiError::Forbidden => icondata::LuLock,
        ApiError::NotFound => icondata::LuSearchX,
        _ => icondata::LuCircleAlert,
    };
    let (label, href) = match error.0 {
        ApiError::NotLoggedIn => (common::log_in(language), use_log_in_address()),
        _ => (
            failure::start_page(language),
            Signal::stored(Path::Home.to_string()),
        ),
    };
    view! {
        <PageTitle text=title />
        <div class="card-box empty-state text-center">
            <div class="muted mb-3">
                <Icon symbol size=IconSize::Huge />
            </div>
            <h1 class="text-xl font-semibold">{title}</h1>
            <p class="muted mt-1 mx-auto max-w-prose">{api_error(language, &error.0)}</p>
            <div class="mt-5">
                <ButtonLink label href kind=ButtonKind::Outline />
            </div>
        </div>
    }
    .into_any()
}
