//! One line of text.

use super::field::{Field, described_by, invalid};
use leptos::prelude::*;

/// What kind of text is asked for: the keyboard on a phone, and the browser's help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextKind {
    #[default]
    Text,
    Email,
    Phone,
    Number,
    Date,
    /// Codes, numbers and addresses: a monospaced face, no correction of spelling.
    Code,
}

impl TextKind {
    const fn html_type(self) -> &'static str {
        match self {
            Self::Text | Self::Code => "text",
            Self::Email => "email",
            Self::Phone => "tel",
            Self::Number => "number",
            Self::Date => "date",
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Code => "input w-full mt-1 mono",
            _ => "input w-full mt-1",
        }
    }
}

/// A text field with its label, hint and error. What was typed stays on an error.
#[component]
pub fn TextField(
    /// The form key; also the id unless `id` is given.
    #[prop(into)]
    name: String,
    /// The accessible name.
    #[prop(into)]
    label: String,
    /// Where the same form key stands twice on a page.
    #[prop(optional, into)]
    id: Option<String>,
    #[prop(optional)] kind: TextKind,
    /// What the field starts with: what was typed, when the page comes back with an error.
    #[prop(optional, into)]
    value: Signal<String>,
    /// What would be right, said before anything is wrong.
    #[prop(optional, into)]
    hint: MaybeProp<String>,
    /// What is wrong, in words.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// May stay empty.
    #[prop(optional)]
    optional: bool,
    /// The HTML autofill token: `email`, `name`, `tel`, `off`.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// The smallest number, for `TextKind::Number`.
    #[prop(optional, into)]
    min: Option<i64>,
    /// The greatest number, for `TextKind::Number`.
    #[prop(optional, into)]
    max: Option<i64>,
    /// Takes the focus when the page or its dialog opens.
    #[prop(optional)]
    autofocus: bool,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| name.clone());
    let hint = hint.get_untracked();
    let describedby = described_by(&id, optional, hint.is_some(), error);
    view! {
        <Field id=id.clone() label hint error optional>
            <input
                id=id
                name=name
                type=kind.html_type()
                class=kind.class()
                class:input-error=move || error.get().is_some()
                value=value
                min=min
                autofocus=autofocus
                max=max
                autocomplete=autocomplete
                spellcheck=(kind != TextKind::Text).then_some("false")
                aria-required=(!optional).then_some("true")
                aria-invalid=invalid(error)
                aria-describedby=describedby
            />
        </Field>
    }
    .into_any()
}
