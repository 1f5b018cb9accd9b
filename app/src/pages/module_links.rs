//! Tells the browser in a page's head which file holds the modules that the page needs, so that
//! it loads them at once.
//!
//! Leptos has a function for this, but it names each module, and reads what it collected after
//! the page is made, outside of the page's context: about every other page went without.

use axum::http::request::Parts;
use leptos::WasmSplitManifest;
use leptos::prelude::*;
use leptos::tachys::html::InertElement;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The links of the page that is being made. Needs what `HydrationScripts` provides.
pub fn module_links() -> Option<InertElement> {
    static LINKS: OnceLock<HashMap<String, String>> = OnceLock::new();

    let parts = use_context::<Parts>()?;
    let area = area_of(parts.uri.path())?;
    let manifest = use_context::<WasmSplitManifest>()?;
    let links = LINKS.get_or_init(|| links_of_areas(&manifest));
    links
        .get(area)
        .map(|links| InertElement::new(links.as_str()))
}

/// The area of `lazy_pages!` that an address belongs to.
fn area_of(path: &str) -> Option<&'static str> {
    const AREAS: [(&str, &str); 10] = [
        ("/console/codes", "codes"),
        ("/console/applications/new", "filing"),
        ("/console/applications", "applications"),
        ("/console/messages", "account"),
        ("/console/account", "account"),
        ("/console", "licenses"),
        ("/review", "review"),
        ("/admin", "admin"),
        ("/help", "public"),
        ("/login", "public"),
    ];
    if path.starts_with("/console/applications/") && path.ends_with("/edit") {
        return Some("filing");
    }
    let mut areas = AREAS.iter();
    areas
        .find(|(beginning, _)| path.starts_with(beginning))
        .map(|(_, area)| *area)
}

fn links_of_areas(manifest: &WasmSplitManifest) -> HashMap<String, String> {
    let Some(manifest) = manifest.0.try_read_value() else {
        return HashMap::new();
    };
    let (package, areas, loader) = &*manifest;
    areas
        .keys()
        .map(|area| {
            let links = format!(
                r#"<link id="modules" rel="preload" href="{package}/{area}.modules" as="fetch" crossorigin="anonymous"><link rel="modulepreload" href="{package}/{loader}"><link rel="modulepreload" href="{package}/modules.js">"#
            );
            (area.clone(), links)
        })
        .collect()
}
