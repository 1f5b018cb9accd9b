//! A status: icon + word, and below it the reason or date where there is one.

use super::icon::{IconSize, svg};
use html_escape::encode_text;
use leptos::prelude::*;
use leptos::tachys::html::InertElement;

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

    const fn badge_class(self) -> &'static str {
        match self {
            Self::Neutral => "badge status-badge bg-base-200 border-base-300 text-base-content",
            Self::Info => "badge status-badge badge-soft badge-info",
            Self::Success => "badge status-badge badge-soft badge-success",
            Self::Warning => "badge status-badge badge-soft badge-warning",
            Self::Error => "badge status-badge badge-soft badge-error",
        }
    }
}

/// A status badge.
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
    let detail = detail.map_or_else(String::new, |detail| {
        let detail = encode_text(&detail);
        format!(r#"<div class="text-xs mt-1 muted">{detail}</div>"#)
    });
    InertElement::new(format!(
        r#"<div><span class="{}">{}{}</span>{detail}</div>"#,
        tone.badge_class(),
        svg(icon.unwrap_or(tone.icon()), IconSize::Small),
        encode_text(&label),
    ))
}
