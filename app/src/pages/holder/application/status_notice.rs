use crate::language::{Language, use_language};
use crate::parts::blocked_notice::{Afterwards, BlockedNotice, blocked_and_others};
use crate::routes::Path;
use crate::text::license::cancel_access;
use crate::text::{application, common, filing, space};
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use leptos::prelude::*;
use shared::application::{ApplicationKind, HoldReason};
use shared::wire::application::{ApplicationPage, ProviderContact};

/// What happens now, who acts next and what happens then (S15, S16, S17). A hold is said instead:
/// what would happen without it does not.
#[component]
pub fn StatusNotice(page: ApplicationPage) -> impl IntoView {
    let language = use_language();
    let end = page
        .ends_alone_at
        .map(|at| view! { <p class="mt-1">{application::ends_alone(language, at)}</p> }.into_any());
    if let Some(reason) = page.hold {
        return view! { <HoldNotice reason page end /> }.into_any();
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
    let (blocked, others) = page
        .cancellation
        .filter(|_| is_completed)
        .map(|cancellation| blocked_and_others(cancellation.domains))
        .unwrap_or_default();
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
            <Afterwards domains=others />
            {licenses}
            {end}
        </Notice>
        <BlockedNotice domains=blocked />
    }
    .into_any()
}

/// Why it is on hold, what can be done, and whom to ask.
#[component]
fn HoldNotice(reason: HoldReason, page: ApplicationPage, end: Option<AnyView>) -> impl IntoView {
    let language = use_language();
    let cause = page.hold_cause.map(|cause| {
        let (english, chinese) = cause.sentences();
        let words = match language {
            Language::English => english,
            Language::Chinese => chinese,
        };
        view! { <p class="mb-1">{words}</p> }
    });
    view! {
        <Notice tone=Tone::Warning title=application::hold_title(language, reason)>
            {cause}
            <p>{application::hold_sentence(language, reason, page.actions)}</p>
            <p class="mt-1"><Contact contact=page.contact /></p>
            {end}
        </Notice>
    }
    .into_any()
}

#[component]
fn Contact(contact: ProviderContact) -> impl IntoView {
    let language = use_language();
    let mail = format!("mailto:{}", contact.email);
    let phone = (!contact.phone.is_empty()).then(|| {
        let dial = format!("tel:{}", contact.phone);
        view! {
            " " {filing::or(language)} " "
            <a class="link whitespace-nowrap" href=dial>{contact.phone}</a>
        }
    });
    view! {
        {filing::ask(language, &contact.name)} {space(language)}
        <a class="link" href=mail>{contact.email}</a>
        {phone}
    }
    .into_any()
}
