//! A statement to agree to or a switch.

use super::field::{FieldError, described_by, error_id, hint_id, invalid};
use leptos::prelude::*;

/// A check box with its label to the right. Unchecked, it sends nothing.
#[component]
pub fn CheckboxField(
    /// The form key; also the id.
    name: &'static str,
    /// The accessible name: the whole statement.
    #[prop(into)]
    label: String,
    /// What it sends when checked.
    #[prop(default = "true".into(), into)]
    value: String,
    /// Whether it is checked at first.
    #[prop(optional)]
    checked: bool,
    /// A line below the label.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong, in words.
    #[prop(optional, into)]
    error: MaybeProp<String>,
) -> impl IntoView {
    let describedby = described_by(name, false, hint.is_some(), error);
    view! {
        <div class="field">
            <label class="flex gap-3 items-start cursor-pointer" for=name>
                <input
                    id=name
                    name=name
                    type="checkbox"
                    class="checkbox checkbox-primary mt-0.5 shrink-0"
                    value=value
                    checked=checked
                    aria-invalid=invalid(error)
                    aria-describedby=describedby
                />
                <span>{label}</span>
            </label>
            <FieldError id=error_id(name) error />
            {hint
                .map(|hint| {
                    view! { <p id=hint_id(name) class="text-sm muted mt-1 ml-9">{hint}</p> }
                })}
        </div>
    }
    .into_any()
}
