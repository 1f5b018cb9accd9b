//! What stands where something is still loading.

use crate::language::use_language;
use crate::text::common;
use leptos::prelude::*;

/// How many lines: about a short list.
const LINES: usize = 4;

/// Gray lines of about the size of what is to come.
#[component]
pub fn Skeleton() -> impl IntoView {
    let language = use_language();
    view! {
        <div class="card-box space-y-4" role="status">
            <span class="sr-only">{common::loading(language)}</span>
            {(0..LINES).map(|_| view! { <div class="skeleton h-4 w-full"></div> }).collect_view()}
        </div>
    }
}
