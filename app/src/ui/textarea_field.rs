//! Several lines of text.

use super::field::{Field, described_by, invalid};
use leptos::prelude::*;

/// A text area with its label, hint and error. What was typed stays on an error.
#[component]
pub fn TextareaField(
    /// The form key; also the id.
    name: &'static str,
    /// The accessible name.
    #[prop(into)]
    label: String,
    /// What the field starts with: what was typed, when the page comes back with an error.
    #[prop(optional, into)]
    value: String,
    /// What would be right, said before anything is wrong.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong, in words.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// May stay empty.
    #[prop(optional)]
    optional: bool,
    /// Height in lines.
    #[prop(default = 4)]
    rows: u32,
    /// Takes the focus when the page or its dialog opens.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let hint = hint.get_untracked();
    let describedby = described_by(name, optional, hint.is_some(), error);
    view! {
        <Field id=name.to_owned() label hint error optional>
            <textarea
                id=name
                name=name
                autofocus=autofocus
                rows=rows.to_string()
                class="textarea w-full mt-1"
                class:textarea-error=move || error.get().is_some()
                aria-required=(!optional).then_some("true")
                aria-invalid=invalid(error)
                aria-describedby=describedby
            >
                {value}
            </textarea>
        </Field>
    }
    .into_any()
}
