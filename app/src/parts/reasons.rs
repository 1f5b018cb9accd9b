//! What somebody wrote about an application, as the timelines show it.

use crate::language::use_language;
use crate::text::field;
use leptos::prelude::*;
use shared::review::FieldReason;

/// The words for the whole, and those for single fields beside the fields' names.
#[component]
pub fn Reasons(note: Option<String>, fields: Vec<FieldReason>) -> impl IntoView {
    let language = use_language();
    let fields = fields
        .into_iter()
        .map(|about| view! { <p>{field::label(language, about.field)} ": " {about.reason}</p> })
        .collect_view();
    view! {
        {note.map(|note| view! { <p class="whitespace-pre-line">{note}</p> })}
        {fields}
    }
    .into_any()
}
