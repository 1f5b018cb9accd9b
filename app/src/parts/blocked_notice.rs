//! Which domains of a website without access here are blocked (S3, S4).

use crate::language::use_language;
use crate::text::license::cancel_access;
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use crate::ui::whole_words::WholeWords;
use leptos::prelude::*;
use shared::access::Resolution;
use shared::wire::license::DomainImpact;

/// Those that are blocked, or may be, and those that point elsewhere.
#[must_use]
pub fn blocked_and_others(domains: Vec<DomainImpact>) -> (Vec<DomainImpact>, Vec<DomainImpact>) {
    domains
        .into_iter()
        .partition(|impact| impact.resolution != Resolution::Elsewhere)
}

/// A warning of its own: being blocked is no part of a success. Nothing without domains.
#[component]
pub fn BlockedNotice(domains: Vec<DomainImpact>) -> impl IntoView {
    let language = use_language();
    let is_seen_here = domains
        .iter()
        .any(|impact| impact.resolution == Resolution::Here);
    let title = if is_seen_here {
        cancel_access::is_blocked(language)
    } else {
        cancel_access::may_be_blocked(language)
    };
    (!domains.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Warning title>
                <Afterwards domains />
            </Notice>
        }
    })
}

/// A sentence about each.
#[component]
pub fn Afterwards(domains: Vec<DomainImpact>) -> impl IntoView {
    let language = use_language();
    domains
        .iter()
        .map(|impact| {
            let words = cancel_access::domain_afterwards(language, impact);
            view! { <p class="mt-1"><WholeWords text=words /></p> }
        })
        .collect_view()
}
