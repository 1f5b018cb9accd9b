//! What narrows the list below: a form that changes the page's address.

use super::button::{Button, ButtonKind};
use super::disclosure::Disclosure;
use super::query_form::QueryForm;
use super::select_field::Choice;
use crate::language::use_language;
use crate::text::common;
use leptos::prelude::*;

/// The form; its children are the filters. On a phone they are folded away, so that the list
/// begins on the first screen.
#[component]
pub fn FilterForm(
    /// The address of the list.
    #[prop(into)]
    action: String,
    /// The list is narrowed now: the filters are unfolded.
    active: bool,
    children: Children,
) -> impl IntoView {
    let language = use_language();
    view! {
        <search>
            <Disclosure summary=common::filter(language) open=active class="disclosure list-filter">
                <QueryForm action class="flex flex-wrap items-end gap-3">
                    {children()}
                    <Button label=common::search(language) kind=ButtonKind::Outline />
                </QueryForm>
            </Disclosure>
        </search>
    }
    .into_any()
}

/// One of several values; the first choice is usually "all", with an empty value.
#[component]
pub fn FilterSelect(
    name: &'static str,
    #[prop(into)] label: String,
    choices: Vec<Choice>,
    #[prop(optional, into)] value: String,
) -> impl IntoView {
    let options = choices
        .into_iter()
        .map(|choice| {
            let selected = choice.value == value;
            view! { <option value=choice.value selected=selected>{choice.label}</option> }
        })
        .collect_view();
    view! {
        <label class="flex flex-col gap-1 w-full sm:w-48">
            <span class="text-sm muted">{label}</span>
            <select name=name class="select w-full">
                {options}
            </select>
        </label>
    }
    .into_any()
}

/// A text, or a day with `html_type="date"`.
#[component]
pub fn FilterText(
    name: &'static str,
    #[prop(into)] label: String,
    #[prop(default = "search")] html_type: &'static str,
    #[prop(optional, into)] value: String,
) -> impl IntoView {
    view! {
        <label class="flex flex-col gap-1 w-full sm:w-48">
            <span class="text-sm muted">{label}</span>
            <input type=html_type name=name class="input w-full" value=value />
        </label>
    }
    .into_any()
}
