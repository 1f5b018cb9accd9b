//! A password, which can be shown.

use super::field::{Field, described_by, invalid};
use super::icon::Icon;
use crate::language::use_language;
use crate::text::common;
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
    let shown = RwSignal::new(false);
    let toggle = view! { <ShowToggle name subject=label.clone() shown /> };
    view! {
        <Field id=name.to_owned() label hint error optional>
            <div class="password-control">
                <input
                    id=name
                    name=name
                    type=move || if shown.get() { "text" } else { "password" }
                    class="input w-full"
                    class:input-error=move || error.get().is_some()
                    autocomplete=kind.autocomplete()
                    autocapitalize="none"
                    spellcheck="false"
                    aria-required=(!optional).then_some("true")
                    aria-invalid=invalid(error)
                    aria-describedby=describedby
                    data-secret=""
                />
                {toggle}
            </div>
        </Field>
    }
    .into_any()
}

/// Shows what was typed to whoever is alone with the screen. Without JavaScript it is not there.
#[component]
fn ShowToggle(name: &'static str, subject: String, shown: RwSignal<bool>) -> impl IntoView {
    let language = use_language();
    let is_alive = RwSignal::new(false);
    Effect::new(move || is_alive.set(true));
    view! {
        <button
            type="button"
            class="btn btn-ghost btn-sm btn-square password-toggle"
            hidden=move || !is_alive.get()
            aria-pressed=move || shown.get().to_string()
            aria-controls=name
            title=common::show_password(language)
            on:click=move |_| shown.update(|shown| *shown = !*shown)
        >
            {move || {
                let symbol = if shown.get() { icondata::LuEyeOff } else { icondata::LuEye };
                view! { <Icon symbol /> }
            }}
            <span class="sr-only">{common::show_password(language)} ": " {subject}</span>
        </button>
    }
    .into_any()
}
