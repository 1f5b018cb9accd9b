//! Copies a text to the clipboard. Where the browser would not take it (without JavaScript, or
//! over plain HTTP) no button is shown, and the text beside it can be selected.
//!
//! The buttons are finished HTML that names its text; one listener serves all of them.

use super::icon::{IconSize, icon};
use super::inert::inert;
use super::toast::Toaster;
use crate::language::{Language, use_language};
use crate::text::common;
use leptos::ev;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;
use maud::{Markup, html};

/// A button's text, and on the document that there is a clipboard (`style/ui/button.css`).
const TEXT: &str = "data-copy";
const CLIPBOARD: &str = "data-clipboard";

/// A small button beside the text it copies. `subject` says what the text is, for screen
/// readers: `Copy` + this.
#[must_use]
pub fn copy_button(language: Language, text: &str, subject: &str) -> Markup {
    html! {
        button type="button" class="btn btn-sm btn-ghost gap-1 copy-button" data-copy=(text) {
            (icon(icondata::LuCopy, IconSize::Medium))
            (common::copy(language))
            span class="sr-only" { " " (subject) }
        }
    }
}

/// [`copy_button`] as a view.
#[component]
pub fn CopyButton(
    /// What is copied.
    #[prop(into)]
    text: String,
    /// What the text is, for screen readers.
    #[prop(into)]
    subject: String,
) -> impl IntoView {
    inert(copy_button(use_language(), &text, &subject))
}

/// Makes the copy buttons of all pages work, now and later; the layout calls it.
pub fn serve_copy_buttons(toaster: Toaster) {
    let language = use_language();
    Effect::new(move || {
        let root = document().document_element();
        if let Some(root) = root.filter(|_| window().is_secure_context()) {
            // Setting an attribute of a name that is well formed cannot fail.
            let _ = root.set_attribute(CLIPBOARD, "");
        }
        let listener = window_event_listener(ev::click, move |event| {
            let pressed = event.target().and_then(|target| target.dyn_into().ok());
            if let Some(text) = pressed.and_then(text_of) {
                leptos::task::spawn_local(copy(text, language, toaster));
            }
        });
        on_cleanup(move || listener.remove());
    });
}

/// The text of the copy button around what was pressed.
fn text_of(pressed: Element) -> Option<String> {
    let button = pressed.closest(".copy-button").ok().flatten()?;
    button.get_attribute(TEXT)
}

async fn copy(text: String, language: Language, toaster: Toaster) {
    toaster.show(if write_to_clipboard(&text).await {
        common::copied(language)
    } else {
        common::copy_failed(language)
    });
}

/// Whether the browser took the text.
#[cfg(feature = "hydrate")]
async fn write_to_clipboard(text: &str) -> bool {
    let written = window().navigator().clipboard().write_text(text);
    wasm_bindgen_futures::JsFuture::from(written).await.is_ok()
}

/// The server has no clipboard, and nobody presses buttons there.
#[cfg(not(feature = "hydrate"))]
async fn write_to_clipboard(_text: &str) -> bool {
    false
}
