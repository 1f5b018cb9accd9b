//! Newer and older: pages of a list that is read by keys, not by page numbers.

use super::button::{ButtonKind, ButtonLink, ButtonSize};
use crate::language::use_language;
use crate::text::common;
use leptos::prelude::*;

/// The two links below a list; a missing one is left out, and nothing at all is shown when
/// the list fits on one page.
#[component]
pub fn Pagination(
    /// The page of newer entries.
    #[prop(into)]
    newer: Option<String>,
    /// The page of older entries.
    #[prop(into)]
    older: Option<String>,
) -> impl IntoView {
    let language = use_language();
    let step = |href: String, label: &'static str| {
        view! { <ButtonLink label href kind=ButtonKind::Outline size=ButtonSize::Small /> }
    };
    (newer.is_some() || older.is_some()).then(|| {
        view! {
            <nav class="flex justify-end gap-2 mt-4" aria-label=common::pages(language)>
                {newer.map(|href| step(href, common::newer(language)))}
                {older.map(|href| step(href, common::older(language)))}
            </nav>
        }
    })
}
