//! Search in the list below it: a form that changes the page's address.

use super::button::{Button, ButtonKind};
use super::icon::Icon;
use crate::language::use_language;
use crate::text::common;
use leptos::prelude::*;
use leptos_router::components::Form;

/// A search field with its button.
#[component]
pub fn SearchField(
    /// The address of the list.
    #[prop(into)]
    action: String,
    /// What can be searched for: the accessible name and the placeholder.
    #[prop(into)]
    label: String,
    /// The query key.
    #[prop(default = "search")]
    name: &'static str,
    /// What was searched for.
    #[prop(optional, into)]
    value: String,
    /// Query keys and values that stay: the filter that is on.
    #[prop(optional)]
    keep: Vec<(&'static str, String)>,
) -> impl IntoView {
    let language = use_language();
    let kept = keep
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect_view();
    view! {
        <search>
            <Form method="get" action attr:class="flex gap-2">
                {kept}
                <label class="input w-full sm:w-72">
                    <Icon symbol=icondata::LuSearch />
                    <span class="sr-only">{label.clone()}</span>
                    <input type="search" name=name value=value placeholder=label />
                </label>
                <Button label=common::search(language) kind=ButtonKind::Outline />
            </Form>
        </search>
    }
    .into_any()
}
