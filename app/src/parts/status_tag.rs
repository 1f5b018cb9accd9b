//! The status of each thing of the domain as a badge.

use crate::language::{Language, use_language};
use crate::text::code::{statuses, usage};
use crate::text::{application, code};
use crate::ui::status_badge::{Explanation, StatusBadge, Tone, explained_badge, status_badge};
use leptos::prelude::*;
use maud::Markup;
use shared::wire::code::CodeStatusView;

/// An authorization code's status: one of four words (S30), and below it who uses it for which
/// website, or why it is invalid.
#[must_use]
pub fn code_status_tag(language: Language, status: &CodeStatusView) -> Markup {
    let (tone, icon, _) = code_look(status);
    let details = usage::status_lines(language, status);
    status_badge(tone, icon, code::status(language, status), &details)
}

/// The same where pressing the word says what it means ([`explanation_id`]).
#[must_use]
pub fn explained_code_status_tag(language: Language, status: &CodeStatusView) -> Markup {
    let (tone, icon, code) = code_look(status);
    let (word, details) = (
        code::status(language, status),
        usage::status_lines(language, status),
    );
    let explanation = Explanation {
        id: &explanation_id(code),
        name: &statuses::explain(language, word),
    };
    explained_badge(tone, icon, word, &details, explanation)
}

/// The popover that says what a code's status means.
#[must_use]
pub fn explanation_id(code_status: &str) -> String {
    format!("status-{code_status}")
}

const fn code_look(status: &CodeStatusView) -> (Tone, icondata::Icon, &'static str) {
    match status {
        CodeStatusView::Unused => (Tone::Neutral, icondata::LuCircle, "unused"),
        CodeStatusView::Licensing(_) => (Tone::Info, icondata::LuClock, "licensing"),
        CodeStatusView::Used { .. } => (Tone::Success, icondata::LuCheck, "used"),
        CodeStatusView::Invalid { .. } => (Tone::Error, icondata::LuBan, "invalid"),
    }
}

/// An application's status.
#[component]
pub fn ApplicationStatusTag(
    /// Its stable name ([`shared::application::ApplicationStatus::CODES`]).
    #[prop(into)]
    status: String,
    /// Something holds it back meanwhile.
    #[prop(optional)]
    held: bool,
) -> impl IntoView {
    let label = application::status(use_language(), &status);
    let (tone, icon) = match status.as_str() {
        "provider_review" | "submitting" | "authority_review" => (Tone::Info, icondata::LuClock),
        "provider_rejected" => (Tone::Warning, icondata::LuTriangleAlert),
        "authority_rejected" => (Tone::Error, icondata::LuBan),
        "completed" => (Tone::Success, icondata::LuCheck),
        "withdrawn" | "abandoned" => (Tone::Neutral, icondata::LuX),
        _ => (Tone::Neutral, icondata::LuPencil),
    };
    view! {
        <StatusBadge tone label icon />
        {held.then(|| view! { <div class="mt-1"><HoldTag /></div> })}
    }
    .into_any()
}

/// Nobody decides on it until something else is put right.
#[component]
pub fn HoldTag() -> impl IntoView {
    let label = application::on_hold(use_language());
    view! { <StatusBadge tone=Tone::Warning label icon=icondata::LuPause /> }
}
