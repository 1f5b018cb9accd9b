//! An instant for people and machines.

use super::inert::inert;
use crate::language::{Language, use_language};
use crate::text::date;
use chrono::{DateTime, SecondsFormat, Utc};
use leptos::prelude::*;
use maud::{Markup, html};

/// How exactly an instant is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Precision {
    /// `22 Nov 2026`
    #[default]
    Day,
    /// `22 Nov 2026, 14:05`
    Minute,
    /// `22 Nov 2026, 14:05:09`
    Second,
    /// `Mon 23 Nov, 24:00`
    Deadline,
}

/// `<time>` in words of the reader's language, Asia/Shanghai.
#[must_use]
pub fn time(language: Language, at: DateTime<Utc>, precision: Precision) -> Markup {
    let words = match precision {
        Precision::Day => date::day(language, at),
        Precision::Minute => date::minute(language, at),
        Precision::Second => date::second(language, at),
        Precision::Deadline => date::deadline(language, at),
    };
    html! {
        time class="whitespace-nowrap" datetime=(at.to_rfc3339_opts(SecondsFormat::Secs, true)) {
            (words)
        }
    }
}

/// [`time`] as a view.
#[component]
pub fn Time(at: DateTime<Utc>, #[prop(optional)] precision: Precision) -> impl IntoView {
    inert(time(use_language(), at, precision))
}
