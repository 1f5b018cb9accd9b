//! What somebody wrote about an application, as the timelines show it.

use crate::language::use_language;
use crate::parts::authority_words::AuthorityWords;
use crate::text::field;
use leptos::prelude::*;
use shared::review::FieldReason;

/// The words for the whole, and those for single fields beside the fields' names.
#[component]
pub fn Reasons(
    note: Option<String>,
    fields: Vec<FieldReason>,
    /// The words are the authority's.
    #[prop(optional)]
    by_authority: bool,
) -> impl IntoView {
    let language = use_language();
    let fields = fields
        .into_iter()
        .map(|about| view! { <p>{field::label(language, about.field)} ": " {about.reason}</p> })
        .collect_view();
    let note = note.map(|note| {
        if by_authority {
            view! { <AuthorityWords words=note /> }.into_any()
        } else {
            view! { <p class="whitespace-pre-line">{note}</p> }.into_any()
        }
    });
    view! {
        {note}
        {fields}
    }
    .into_any()
}
