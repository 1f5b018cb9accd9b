//! What every form field has around its control: label, hint, error, and their ties.

use super::icon::{Icon, IconSize};
use crate::language::use_language;
use crate::text::common;
use leptos::prelude::*;

/// The ids of what describes a control, for its `aria-describedby`.
pub(super) fn described_by(
    id: &str,
    optional: bool,
    has_hint: bool,
    error: MaybeProp<String>,
) -> Signal<Option<String>> {
    let mark = optional.then(|| optional_id(id));
    let hint = has_hint.then(|| hint_id(id));
    let error_id = error_id(id);
    Signal::derive(move || {
        let error = error.get().map(|_| error_id.clone());
        let ids = [error, mark.clone(), hint.clone()];
        let ids: Vec<_> = ids.into_iter().flatten().collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    })
}

/// `aria-invalid` of a control.
pub(super) fn invalid(error: MaybeProp<String>) -> impl Fn() -> Option<&'static str> + Copy + Send {
    move || error.get().map(|_| "true")
}

fn optional_id(id: &str) -> String {
    format!("{id}-optional")
}

pub(super) fn hint_id(id: &str) -> String {
    format!("{id}-hint")
}

pub(super) fn error_id(id: &str) -> String {
    format!("{id}-error")
}

/// Label above, control, error, hint.
#[component]
pub(super) fn Field(
    id: String,
    label: String,
    hint: Option<String>,
    error: MaybeProp<String>,
    optional: bool,
    children: Children,
) -> impl IntoView {
    let mark = optional.then(|| view! { <OptionalMark id=optional_id(&id) /> });
    let hint_id = hint_id(&id);
    let error_id = error_id(&id);
    view! {
        <div class="field">
            <label class="font-medium" for=id>
                {label}
            </label>
            {mark}
            {children()}
            <FieldError id=error_id error />
            {hint.map(|hint| view! { <p id=hint_id class="text-sm muted mt-1">{hint}</p> })}
        </div>
    }
    .into_any()
}

/// Says that a field may stay empty; everything else is required. It is no part of the label,
/// which is the field's accessible name.
#[component]
fn OptionalMark(id: String) -> impl IntoView {
    let language = use_language();
    view! { <span id=id class="muted text-sm">" (" {common::optional(language)} ")"</span> }
}

/// What is wrong with a field and what would be right; nothing while nothing is wrong.
#[component]
pub(super) fn FieldError(id: String, error: MaybeProp<String>) -> impl IntoView {
    move || {
        error.get().map(|message| {
            view! {
                <p id=id.clone() class="text-error text-sm mt-1 flex gap-1.5">
                    <span class="mt-0.5">
                        <Icon symbol=icondata::LuCircleAlert size=IconSize::Medium />
                    </span>
                    <span>{message}</span>
                </p>
            }
        })
    }
}
