//! The document's title.

use crate::language::use_language;
use crate::text::common;
use leptos::prelude::*;

/// Names the page that is shown: `My Licenses · License System`.
#[component]
pub fn PageTitle(#[prop(into)] text: String) -> impl IntoView {
    let title = format!("{text} · {}", common::license_system(use_language()));
    #[cfg(feature = "ssr")]
    {
        view! { <leptos_meta::Title text=title /> }
    }
    // Leptos's own keeps the titles of parts that were drawn anew, and empties the title of a
    // page with two such parts.
    #[cfg(not(feature = "ssr"))]
    document().set_title(&title);
}
