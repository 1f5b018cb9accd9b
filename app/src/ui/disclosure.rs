//! What is folded away until it is asked for. The browser folds it, also without JavaScript.

use super::icon::Icon;
use leptos::prelude::*;

/// A line that unfolds what stands below it.
#[component]
pub fn Disclosure(
    /// The line: the accessible name.
    #[prop(into)]
    summary: String,
    /// Unfolded at first.
    #[prop(optional)]
    open: bool,
    #[prop(default = "disclosure")] class: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <details class=class open=open>
            <summary>
                <Icon symbol=icondata::LuChevronRight />
                {summary}
            </summary>
            {children()}
        </details>
    }
    .into_any()
}
