//! What an action does, in plain words with the facts of this case, before its button.

use crate::ui::icon::{Icon, IconSize};
use leptos::prelude::*;

/// What kind of consequence it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consequence {
    /// Stays as it is.
    Stays,
    /// Happens, and should be known.
    Warning,
    /// Is lost for good.
    Loss,
}

/// The list. Its children are [`ConsequenceItem`]s.
#[component]
pub fn ConsequenceList(children: Children) -> impl IntoView {
    view! { <ul class="space-y-3">{children()}</ul> }
}

/// One consequence: the children are the sentence.
#[component]
pub fn ConsequenceItem(kind: Consequence, children: Children) -> impl IntoView {
    let (class, symbol) = match kind {
        Consequence::Stays => ("text-success", icondata::LuCheck),
        Consequence::Warning => ("text-warning", icondata::LuTriangleAlert),
        Consequence::Loss => ("text-error", icondata::LuOctagonX),
    };
    view! {
        <li class="flex gap-3">
            <span class=format!("{class} mt-0.5")>
                <Icon symbol size=IconSize::Large />
            </span>
            <div class="max-w-prose">{children()}</div>
        </li>
    }
    .into_any()
}
