//! Why an application came back, in the words of whoever sent it back.

use crate::language::use_language;
use crate::parts::authority_words::AuthorityWords;
use crate::parts::step_link::{StepLink, StepPlace};
use crate::text::{application, field};
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use leptos::prelude::*;
use shared::wire::application::RejectionView;

/// The reason for the whole, and those for single fields with links to them.
#[component]
pub fn RejectionNotice(
    rejection: RejectionView,
    /// Of the filing whose fields can be edited now.
    filing: Option<StepPlace>,
) -> impl IntoView {
    let language = use_language();
    let who = application::sent_back(language, rejection.by_authority, rejection.at);
    let fields = rejection
        .fields
        .into_iter()
        .map(|about| {
            let label = field::label(language, about.field);
            let name = match filing {
                Some(place) => view! { <StepLink place to=about.field label /> }.into_any(),
                None => label.into_any(),
            };
            view! { <li>{name} ": " {about.reason}</li> }
        })
        .collect_view();
    let reason = if rejection.by_authority {
        view! { <AuthorityWords words=rejection.reason /> }.into_any()
    } else {
        view! { <p class="whitespace-pre-line">{rejection.reason}</p> }.into_any()
    };
    view! {
        <Notice tone=Tone::Warning title=application::rejection_title(language)>
            <p class="muted">{who}</p>
            <div class="mt-1">{reason}</div>
            <ul class="mt-1 list-disc pl-5 space-y-1">{fields}</ul>
        </Notice>
    }
    .into_any()
}
