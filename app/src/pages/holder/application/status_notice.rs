use crate::language::use_language;
use crate::routes::Path;
use crate::text::license::cancel_access;
use crate::text::{application, common, filing};
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use crate::ui::whole_words::WholeWords;
use leptos::prelude::*;
use shared::application::ApplicationKind;
use shared::wire::application::ApplicationPage;
use shared::wire::license::DomainImpact;

/// What happens now, who acts next and what happens then (S15, S16, S17). A hold is said instead:
/// what would happen without it does not.
#[component]
pub fn StatusNotice(page: ApplicationPage) -> impl IntoView {
    let language = use_language();
    let end = page
        .ends_alone_at
        .map(|at| view! { <p class="mt-1">{application::ends_alone(language, at)}</p> });
    if let Some(reason) = page.hold {
        return view! {
            <Notice tone=Tone::Warning title=application::hold_title(language, reason)>
                <p>{application::hold_sentence(language, reason, page.actions)}</p>
                {end}
            </Notice>
        }
        .into_any();
    }
    let is_cancellation = page.kind == ApplicationKind::CancelAccess;
    let (tone, title) = match page.status.as_str() {
        "provider_review" => (Tone::Info, cancel_access::submitted_title(language)),
        "authority_review" => (Tone::Info, cancel_access::approved_title(language)),
        "completed" if is_cancellation => (Tone::Success, cancel_access::completed_title(language)),
        "completed" => (Tone::Success, filing::licensed_title(language)),
        "provider_rejected" | "authority_rejected" => {
            (Tone::Warning, application::status(language, &page.status))
        }
        "submitting" => (Tone::Info, application::status(language, &page.status)),
        _ => (Tone::Neutral, application::status(language, &page.status)),
    };
    let words = application::status_sentence(language, page.kind, &page.status, &page.next_step);
    let is_completed = page.status == "completed";
    let afterwards = page
        .cancellation
        .filter(|_| is_completed)
        .map(|cancellation| view! { <Afterwards domains=cancellation.domains /> });
    let licenses = (is_completed && !is_cancellation).then(|| {
        view! {
            <p class="mt-1">
                <a class="link" href=Path::Console.to_string()>
                    {common::my_licenses(language)}
                </a>
            </p>
        }
    });
    view! {
        <Notice tone title>
            <p>{words}</p>
            {afterwards}
            {licenses}
            {end}
        </Notice>
    }
    .into_any()
}

/// S3, S4: which domains of the canceled website are blocked.
#[component]
fn Afterwards(domains: Vec<DomainImpact>) -> impl IntoView {
    let language = use_language();
    domains
        .iter()
        .map(|impact| {
            let words = cancel_access::domain_afterwards(language, impact);
            view! { <p class="mt-1"><WholeWords text=words /></p> }
        })
        .collect_view()
}
