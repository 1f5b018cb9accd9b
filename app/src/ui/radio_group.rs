//! One of a few values, all of them visible.

use super::field::{FieldError, described_by, error_id, hint_id, invalid};
use super::select_field::Choice;
use leptos::prelude::*;

/// Radio buttons as a group of large targets.
#[component]
pub fn RadioGroup(
    /// The form key; the ids are `name-value`, that of the group is `name`.
    name: &'static str,
    /// The question: the group's accessible name.
    #[prop(into)]
    label: String,
    /// The answers in their order.
    choices: Vec<Choice>,
    /// The value that is chosen at first.
    #[prop(optional, into)]
    value: String,
    /// What would be right, said before anything is wrong.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong, in words.
    #[prop(optional, into)]
    error: MaybeProp<String>,
) -> impl IntoView {
    let describedby = described_by(name, false, hint.is_some(), error);
    let radios = choices
        .into_iter()
        .map(|choice| {
            let checked = choice.value == value;
            view! { <Radio name choice checked error /> }
        })
        .collect_view();
    view! {
        <fieldset class="field" id=name tabindex="-1" aria-describedby=describedby>
            <legend class="font-medium">{label}</legend>
            {hint.map(|hint| view! { <p id=hint_id(name) class="text-sm muted">{hint}</p> })}
            <div class="mt-2 grid gap-2">{radios}</div>
            <FieldError id=error_id(name) error />
        </fieldset>
    }
    .into_any()
}

#[component]
fn Radio(
    name: &'static str,
    choice: Choice,
    checked: bool,
    error: MaybeProp<String>,
) -> impl IntoView {
    let id = format!("{name}-{}", choice.value);
    let hint_id = hint_id(&id);
    let describedby = choice.hint.is_some().then(|| hint_id.clone());
    view! {
        <div class="choice">
            <input
                id=id.clone()
                name=name
                type="radio"
                class="radio radio-primary mt-0.5 shrink-0"
                value=choice.value
                checked=checked
                aria-invalid=invalid(error)
                aria-describedby=describedby
            />
            <div>
                <label class="choice-label" for=id>
                    {choice.label}
                </label>
                {choice
                    .hint
                    .map(|hint| view! { <p id=hint_id class="text-sm muted">{hint}</p> })}
            </div>
        </div>
    }
    .into_any()
}
