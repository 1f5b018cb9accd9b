//! Why an application came back, in the words of whoever sent it back.

use crate::language::use_language;
use crate::parts::authority_words::AuthorityWords;
use crate::routes::Path;
use crate::text::{application, field};
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use leptos::prelude::*;
use shared::application::step_of;
use shared::wire::application::RejectionView;

/// The reason for the whole, and those for single fields with links to them.
#[component]
pub fn RejectionNotice(
    rejection: RejectionView,
    /// The filing whose fields can be edited now.
    #[prop(into)]
    filing_id: Option<i64>,
) -> impl IntoView {
    let language = use_language();
    let who = application::sent_back(language, rejection.by_authority, rejection.at);
    let fields = rejection
        .fields
        .into_iter()
        .map(|about| {
            let label = field::label(language, about.field);
            let name = match filing_id {
                Some(id) => {
                    let step = step_of(about.field).code();
                    let href = format!(
                        "{}?step={step}#{}",
                        Path::EditApplication(id),
                        about.field.code()
                    );
                    view! { <a class="link" href=href>{label}</a> }.into_any()
                }
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
