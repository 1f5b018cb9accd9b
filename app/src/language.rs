//! The language of a page load.

use leptos::prelude::*;

pub use shared::language::Language;

/// Puts the language of this page load into context; the application's root calls it once.
/// The server asks the request, the browser the `<html lang>` that the server wrote.
pub fn provide_language() -> Language {
    let language = language_of_page();
    provide_context(language);
    language
}

#[cfg(feature = "ssr")]
fn language_of_page() -> Language {
    use axum::http::{header, request::Parts};
    let Some(parts) = use_context::<Parts>() else {
        return Language::default();
    };
    let value = |name| {
        parts
            .headers
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    Language::negotiate(value(header::COOKIE), value(header::ACCEPT_LANGUAGE))
}

#[cfg(not(feature = "ssr"))]
fn language_of_page() -> Language {
    document()
        .document_element()
        .and_then(|html| html.get_attribute("lang"))
        .and_then(|tag| Language::from_code(&tag))
        .unwrap_or_default()
}

/// The language of this page load.
#[must_use]
pub fn use_language() -> Language {
    use_context().unwrap_or_default()
}
