//! Why a button did nothing: the refusal of a form that has no fields.

use crate::api::PageError;
use crate::language::use_language;
use crate::text::problem::api_error;
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use leptos::prelude::*;

/// Nothing is shown until something was refused.
#[component]
pub fn RefusedNotice(error: Signal<Option<PageError>>) -> impl IntoView {
    let language = use_language();
    move || {
        error.get().map(|error| {
            let title = api_error(language, &error.0);
            view! {
                <div class="mb-4">
                    <Notice tone=Tone::Error title live=true />
                </div>
            }
        })
    }
}
