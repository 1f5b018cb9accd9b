//! Facts with their names.

use leptos::prelude::*;

/// Terms at the left, facts at the right; on a phone below each other. Its children are
/// [`Definition`]s.
#[component]
pub fn DefinitionList(children: Children) -> impl IntoView {
    view! { <dl class="definition-list">{children()}</dl> }
}

/// One fact.
#[component]
pub fn Definition(
    /// Its name.
    #[prop(into)]
    term: String,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="definition">
            <dt class="muted">{term}</dt>
            <dd>{children()}</dd>
        </div>
    }
    .into_any()
}
