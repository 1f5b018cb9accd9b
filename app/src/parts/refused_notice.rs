//! Why a button did nothing: the refusal of a form that has no fields.

use crate::api::PageError;
use crate::language::use_language;
use crate::parts::log_in_address::use_log_in_address;
use crate::text::common;
use crate::text::problem::api_error;
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use leptos::prelude::*;
use shared::wire::error::ApiError;

/// Nothing is shown until something was refused.
#[component]
pub fn RefusedNotice(error: Signal<Option<PageError>>) -> impl IntoView {
    let language = use_language();
    let log_in = use_log_in_address();
    move || {
        error.get().map(|error| {
            let title = api_error(language, &error.0);
            let notice = if error.0 == ApiError::NotLoggedIn {
                view! {
                    <Notice tone=Tone::Error title live=true>
                        <a class="link font-semibold" href=log_in>
                            {common::log_in(language)}
                        </a>
                    </Notice>
                }
                .into_any()
            } else {
                view! { <Notice tone=Tone::Error title live=true /> }.into_any()
            };
            view! { <div class="mb-4">{notice}</div> }
        })
    }
}
