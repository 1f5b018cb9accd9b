//! Tells the browser in a page's head which file holds the modules that the page needs, so that
//! it loads them at once.
//!
//! Leptos has a function for this, but it names each module, and reads what it collected after
//! the page is made, outside of the page's context: about every other page went without.

use super::lazy::PAGES;
use axum::http::request::Parts;
use leptos::WasmSplitManifest;
use leptos::prelude::*;
use leptos::tachys::html::InertElement;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The links of the page that is being made. Needs what `HydrationScripts` provides.
pub fn module_links() -> Option<InertElement> {
    static LINKS: OnceLock<HashMap<&str, String>> = OnceLock::new();

    let parts = use_context::<Parts>()?;
    let page = page_at(parts.uri.path())?;
    let manifest = use_context::<WasmSplitManifest>()?;
    let links = LINKS.get_or_init(|| links_of_pages(&manifest));
    links
        .get(page)
        .map(|links| InertElement::new(links.as_str()))
}

/// The page that an address belongs to: `applications/new` is not `applications/:id`.
fn page_at(path: &str) -> Option<&'static str> {
    let exact = PAGES.iter().find(|(pattern, _)| *pattern == path);
    exact
        .or_else(|| PAGES.iter().find(|(pattern, _)| is_at(pattern, path)))
        .map(|(_, page)| *page)
}

fn is_at(pattern: &str, path: &str) -> bool {
    let (mut expected, mut found) = (pattern.split('/'), path.split('/'));
    loop {
        match (expected.next(), found.next()) {
            (None, None) => return true,
            (Some(":id"), Some(_)) => {}
            (Some(expected), Some(found)) if expected == found => {}
            _ => return false,
        }
    }
}

fn links_of_pages(manifest: &WasmSplitManifest) -> HashMap<&'static str, String> {
    let Some(manifest) = manifest.0.try_read_value() else {
        return HashMap::new();
    };
    let (package, _, loader) = &*manifest;
    PAGES
        .iter()
        .map(|(_, page)| {
            let links = format!(
                r#"<link rel="preload" href="{package}/{page}.modules" as="fetch" crossorigin="anonymous"><link rel="modulepreload" href="{package}/{loader}"><link rel="modulepreload" href="{package}/modules.js">"#
            );
            (*page, links)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::page_at;

    #[test]
    fn each_address_has_the_modules_of_its_page() {
        for (path, page) in [
            ("/console", Some("Licenses")),
            ("/console/applications/new", Some("NewApplication")),
            ("/console/applications/7", Some("Application")),
            ("/console/applications/7/edit", Some("EditApplication")),
            ("/console/codes/apply", Some("ApplyForCode")),
            ("/review/applications/12", Some("ReviewApplication")),
            ("/", Some("Home")),
            ("/help", Some("Help")),
            ("/help/statuses", Some("Help")),
            ("/console/nothing", None),
        ] {
            assert_eq!(page_at(path), page, "{path}");
        }
    }
}
