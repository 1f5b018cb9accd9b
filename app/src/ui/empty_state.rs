//! What stands where a list would, when there is nothing in it.

use super::icon::{Icon, IconSize};
use leptos::prelude::*;

/// Says what is missing and what to do.
#[component]
pub fn EmptyState(
    #[prop(default = icondata::LuInbox)] icon: icondata::Icon,
    /// What is missing: "No codes yet".
    #[prop(into)]
    title: String,
    /// What to do, or why it is right so.
    #[prop(into)]
    hint: String,
    /// The button or link that does it.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="card-box empty-state text-center">
            <div class="muted mb-3">
                <Icon symbol=icon size=IconSize::Huge />
            </div>
            <p class="font-semibold">{title}</p>
            <p class="muted mt-1 mx-auto max-w-prose">{hint}</p>
            {children.map(|children| view! { <div class="mt-5">{children()}</div> })}
        </div>
    }
    .into_any()
}
