//! A password.

use super::field::{Field, described_by, invalid};
use leptos::prelude::*;

/// What a password manager should do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PasswordKind {
    /// The password of this account.
    #[default]
    Current,
    /// A new one is chosen.
    New,
    /// Not of this account, such as the license password: never to be saved here.
    Foreign,
}

impl PasswordKind {
    const fn autocomplete(self) -> &'static str {
        match self {
            Self::Current => "current-password",
            Self::New => "new-password",
            Self::Foreign => "off",
        }
    }
}

/// A password field; what was typed is never sent back.
#[component]
pub fn PasswordField(
    /// The form key; also the id.
    name: &'static str,
    /// The accessible name.
    #[prop(into)]
    label: String,
    #[prop(optional)] kind: PasswordKind,
    /// What would be right, said before anything is wrong.
    #[prop(optional, into)]
    hint: Option<String>,
    /// What is wrong, in words.
    #[prop(optional, into)]
    error: MaybeProp<String>,
    /// May stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let describedby = described_by(name, optional, hint.is_some(), error);
    view! {
        <Field id=name.to_owned() label hint error optional>
            <input
                id=name
                name=name
                type="password"
                class="input w-full mt-1"
                class:input-error=move || error.get().is_some()
                autocomplete=kind.autocomplete()
                aria-required=(!optional).then_some("true")
                aria-invalid=invalid(error)
                aria-describedby=describedby
            />
        </Field>
    }
    .into_any()
}
