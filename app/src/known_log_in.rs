//! Whether somebody is logged in, known before the frame of a page has been fetched: the help
//! stands in the console's frame for them and in the public one for others.

use crate::api::page_data::PageData;
use crate::api::session::Frame;
use leptos::prelude::*;

/// What is known now; fetching a frame may correct it.
#[derive(Debug, Clone, Copy)]
struct KnownLogIn(RwSignal<bool>);

/// Puts it into context; the application's root calls it once.
pub fn provide_known_log_in() {
    provide_context(KnownLogIn(RwSignal::new(known_of_page())));
}

/// Of this page load. The server asks the request, the browser the `<html data-logged-in>` that
/// the server wrote.
#[cfg(feature = "ssr")]
#[must_use]
pub fn known_of_page() -> bool {
    crate::api::context::caller().is_some()
}

#[cfg(not(feature = "ssr"))]
fn known_of_page() -> bool {
    document()
        .document_element()
        .is_some_and(|html| html.has_attribute("data-logged-in"))
}

/// What is known now.
#[must_use]
pub fn use_known_log_in() -> Signal<bool> {
    use_context().map_or_else(|| false.into(), |KnownLogIn(known)| known.into())
}

/// Follows what fetching the frame has told: people log in and out while pages are open.
pub fn learn_from(frame: PageData<Frame>) {
    let Some(KnownLogIn(known)) = use_context() else {
        return;
    };
    Effect::new(move || {
        if let Some(Ok(frame)) = frame.get() {
            known.set(frame.viewer.is_some());
        }
    });
}
