//! Copies a text to the clipboard. Without JavaScript it is not there, and the text beside
//! it can be selected.

use super::icon::Icon;
use super::toast::use_toaster;
use crate::language::use_language;
use crate::text::common;
use leptos::prelude::*;

/// A small button beside the text it copies.
#[component]
pub fn CopyButton(
    /// What is copied.
    #[prop(into)]
    text: String,
    /// What the text is, for screen readers: `Copy` + this.
    #[prop(optional, into)]
    subject: Option<String>,
) -> impl IntoView {
    let language = use_language();
    let toaster = use_toaster();
    let usable = RwSignal::new(false);
    let copied = RwSignal::new(false);
    Effect::new(move || usable.set(window().is_secure_context()));
    let copy = move |_| {
        let text = text.clone();
        leptos::task::spawn_local(async move {
            let done = write_to_clipboard(&text).await;
            copied.set(done);
            toaster.show(if done {
                common::copied(language)
            } else {
                common::copy_failed(language)
            });
        });
    };
    view! {
        <button
            type="button"
            class="btn btn-sm btn-ghost gap-1"
            hidden=move || !usable.get()
            on:click=copy
        >
            {move || {
                let symbol = if copied.get() { icondata::LuCheck } else { icondata::LuCopy };
                view! { <Icon symbol /> }
            }}
            {common::copy(language)}
            {subject.map(|subject| view! { <span class="sr-only">" " {subject}</span> })}
        </button>
    }
    .into_any()
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
