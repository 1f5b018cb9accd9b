//! What the last form did, said on the page that it led to (`?done=`).

use crate::language::use_language;
use crate::text::staff::done;
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

/// Nothing is shown on a page that was not led to by a form.
#[component]
pub fn DoneNotice() -> impl IntoView {
    let language = use_language();
    let query = use_query_map();
    move || {
        query
            .read()
            .get_str("done")
            .and_then(|key| done(language, key))
            .map(|title| {
                view! {
                    <div class="mb-4">
                        <Notice tone=Tone::Success title live=true />
                    </div>
                }
            })
    }
}
