//! The switch between light and dark: a form, as the switch of the language is.

use super::language_switch::ReturnTo;
use crate::appearance::{Appearance, use_appearance};
use crate::language::use_language;
use crate::routes::Path;
use crate::text::common;
use crate::ui::icon::Icon;
use leptos::prelude::*;

/// One button for each choice; the one that holds is pressed.
#[component]
pub fn AppearanceSwitch() -> impl IntoView {
    let language = use_language();
    let current = use_appearance();
    let button = |choice| {
        let (icon, label) = match choice {
            Appearance::System => (icondata::LuMonitor, common::appearance_system(language)),
            Appearance::Light => (icondata::LuSun, common::appearance_light(language)),
            Appearance::Dark => (icondata::LuMoon, common::appearance_dark(language)),
        };
        view! {
            <button
                type="submit"
                class="btn btn-ghost btn-sm"
                name="appearance"
                value=choice.code()
                aria-pressed=(choice == current).to_string()
            >
                <Icon symbol=icon />
                {label}
            </button>
        }
    };
    view! {
        <form
            method="post"
            action=Path::SetAppearance.to_string()
            class="appearance-switch"
            role="group"
            aria-label=common::appearance(language)
        >
            <ReturnTo />
            {Appearance::ALL.into_iter().map(button).collect_view()}
        </form>
    }
    .into_any()
}
