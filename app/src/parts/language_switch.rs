//! The switch between the languages: a form, so that it needs no JavaScript and changes
//! nothing when a search engine follows links.

use crate::api::without_error;
use crate::language::{Language, use_language};
use crate::routes::Path;
use crate::text::common;
use crate::ui::unsaved_input::WaysBack;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Where one goes and comes back from to a form that is still filled in.
pub const WAYS_BACK: WaysBack = WaysBack {
    switches: [Path::SetLanguage.pattern(), Path::SetAppearance.pattern()],
    log_in: Path::LogIn.pattern(),
};

/// One button per other language, named in that language.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let current = use_language();
    let buttons = Language::ALL
        .into_iter()
        .filter(|language| *language != current)
        .map(|language| {
            view! {
                <button
                    type="submit"
                    class="btn btn-ghost btn-sm"
                    name="language"
                    value=language.code()
                    lang=language.code()
                >
                    {language.own_name()}
                </button>
            }
        })
        .collect_view();
    view! {
        <form method="post" action=Path::SetLanguage.to_string() aria-label=common::language(current)>
            <ReturnTo />
            {buttons}
        </form>
    }
    .into_any()
}

/// The page that a switch goes back to: the one it stands on, without the error of a form.
#[component]
pub fn ReturnTo() -> impl IntoView {
    let location = use_location();
    let return_to = move || {
        let (path, search) = (
            location.pathname.get(),
            without_error(&location.search.get()),
        );
        if search.is_empty() {
            path
        } else {
            format!("{path}?{search}")
        }
    };
    view! { <input type="hidden" name="return_to" value=return_to /> }
}
