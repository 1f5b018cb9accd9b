//! A status: icon + word, and below it the reason or date where there is one.

use super::icon::{IconSize, icon};
use super::inert::inert;
use super::whole_words::whole_words;
use leptos::prelude::*;
use maud::{Markup, html};

/// What a status means for the reader. Never told by color alone: each has its icon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Nothing has happened yet.
    #[default]
    Neutral,
    /// On its way; somebody acts.
    Info,
    /// Done and good.
    Success,
    /// Something should be done.
    Warning,
    /// Refused, ended or late.
    Error,
}

impl Tone {
    /// The icon that goes with the tone unless a status has a better one.
    #[must_use]
    pub const fn icon(self) -> icondata::Icon {
        match self {
            Self::Neutral => icondata::LuCircle,
            Self::Info => icondata::LuInfo,
            Self::Success => icondata::LuCheck,
            Self::Warning => icondata::LuTriangleAlert,
            Self::Error => icondata::LuBan,
        }
    }

    /// The class that gives a ground, a line and an ink.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Neutral => "tone-plain",
            Self::Info => "tone-info",
            Self::Success => "tone-success",
            Self::Warning => "tone-warning",
            Self::Error => "tone-error",
        }
    }
}

/// A status badge: the icon, the word, and lines with the reason, the date or who holds it.
#[must_use]
pub fn status_badge(tone: Tone, symbol: icondata::Icon, label: &str, details: &[String]) -> Markup {
    let badge = html! {
        span class={ "badge status-badge " (tone.class()) } { (icon(symbol, IconSize::Small)) (label) }
    };
    with_details(&badge, details)
}

/// The same as a button that opens the popover with what the status means: by a press, by touch
/// and by keyboard, without any JavaScript.
#[must_use]
pub fn explained_badge(
    tone: Tone,
    symbol: icondata::Icon,
    label: &str,
    details: &[String],
    explanation: Explanation<'_>,
) -> Markup {
    let badge = html! {
        button
            type="button"
            class={ "badge status-badge explained " (tone.class()) }
            popovertarget=(explanation.id)
            aria-label=(explanation.name)
            { (icon(symbol, IconSize::Small)) (label) }
    };
    with_details(&badge, details)
}

/// Where it stands what a status means.
#[derive(Debug, Clone, Copy)]
pub struct Explanation<'a> {
    /// Of the popover.
    pub id: &'a str,
    /// The accessible name of what opens it.
    pub name: &'a str,
}

fn with_details(badge: &Markup, details: &[String]) -> Markup {
    html! {
        div {
            (badge)
            @if !details.is_empty() {
                div class="text-xs mt-1 muted space-y-0.5" {
                    // The first one says most: which website, or why.
                    @for detail in details {
                        div class="first:text-base-content" { (whole_words(detail)) }
                    }
                }
            }
        }
    }
}

/// [`status_badge`] as a view.
#[component]
pub fn StatusBadge(
    #[prop(optional)] tone: Tone,
    /// The word.
    #[prop(into)]
    label: String,
    /// Another icon than the tone's.
    #[prop(optional, into)]
    icon: Option<icondata::Icon>,
    /// The reason, the date, who holds it.
    #[prop(optional_no_strip, into)]
    detail: Option<String>,
) -> impl IntoView {
    let symbol = icon.unwrap_or(tone.icon());
    inert(status_badge(tone, symbol, &label, detail.as_slice()))
}
