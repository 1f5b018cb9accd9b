//! The document's title.

use crate::language::use_language;
use crate::text::common;
use leptos::prelude::*;

/// Names the page that is shown: `My Licenses · License System`.
#[component]
pub fn PageTitle(#[prop(into)] text: String) -> impl IntoView {
    let title = format!("{text} · {}", common::license_system(use_language()));
    // The server's is known once it is made; it draws nothing here.
    #[cfg(feature = "ssr")]
    drop(view! { <leptos_meta::Title text=title /> });
    // In the browser Leptos's own keeps the titles of parts that were drawn anew, and empties
    // the title of a page with two such parts.
    #[cfg(not(feature = "ssr"))]
    document().set_title(&title);
}
