//! What an action does, in plain words with the facts of this case, before its button.

use crate::ui::icon::{Icon, IconSize};
use crate::ui::whole_words::WholeWords;
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

/// One consequence, in a sentence.
#[component]
pub fn ConsequenceItem(kind: Consequence, #[prop(into)] text: String) -> impl IntoView {
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
            <div class="max-w-prose">
                <WholeWords text />
            </div>
        </li>
    }
    .into_any()
}
