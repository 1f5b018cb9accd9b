//! Any number of a few values, all of them visible.

use super::field::{FieldError, described_by, error_id, hint_id, invalid};
use super::select_field::Choice;
use leptos::prelude::*;

/// Check boxes as a group of large targets. They are sent as the list `name[]`.
#[component]
pub fn CheckboxGroup(
    /// The form key; the ids are `name-value`, that of the group is `name`.
    name: &'static str,
    /// The question: the group's accessible name.
    #[prop(into)]
    label: String,
    /// The answers in their order.
    choices: Vec<Choice>,
    /// The values that are checked at first.
    values: Vec<String>,
    /// What would be right, said before anything is wrong.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong, in words.
    #[prop(optional, into)]
    error: MaybeProp<String>,
) -> impl IntoView {
    let hint = hint.get_untracked();
    let describedby = described_by(name, false, hint.is_some(), error);
    let boxes = choices
        .into_iter()
        .map(|choice| {
            let id = format!("{name}-{}", choice.value);
            let checked = values.contains(&choice.value);
            view! {
                <div class="choice">
                    <input
                        id=id.clone()
                        name=format!("{name}[]")
                        type="checkbox"
                        class="checkbox checkbox-primary mt-0.5 shrink-0"
                        value=choice.value
                        checked=checked
                        aria-invalid=invalid(error)
                    />
                    <label class="choice-label" for=id>
                        {choice.label}
                    </label>
                </div>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field" id=name tabindex="-1" aria-describedby=describedby>
            <legend class="font-medium">{label}</legend>
            {hint.map(|hint| view! { <p id=hint_id(name) class="text-sm muted">{hint}</p> })}
            <div class="mt-2 grid gap-2 sm:grid-cols-2">{boxes}</div>
            <FieldError id=error_id(name) error />
        </fieldset>
    }
    .into_any()
}
