//! Something the page has to say: a result, a warning, a refusal.

use super::icon::{Icon, IconSize};
use super::status_badge::Tone;
use super::whole_words::WholeWords;
use leptos::prelude::*;

/// A box with an icon, a bold line and, as children, what follows from it.
#[component]
pub fn Notice(
    #[prop(optional)] tone: Tone,
    /// The bold first line.
    #[prop(into)]
    title: String,
    /// Read out at once: for what has just happened, not for what is always there.
    #[prop(optional)]
    live: bool,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let class = format!("notice {}", tone.class());
    view! {
        <div class=class role=live.then_some("status")>
            <Icon symbol=tone.icon() size=IconSize::Large />
            <div class="max-w-prose">
                <p class="notice-title font-semibold"><WholeWords text=title /></p>
                {children.map(|children| view! { <div class="mt-1">{children()}</div> })}
            </div>
        </div>
    }
    .into_any()
}
