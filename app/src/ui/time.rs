//! An instant for people and machines.

use crate::language::use_language;
use crate::text::date;
use chrono::{DateTime, SecondsFormat, Utc};
use html_escape::encode_text;
use leptos::prelude::*;
use leptos::tachys::html::InertElement;

/// How exactly an instant is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Precision {
    /// `22 Nov 2026`
    #[default]
    Day,
    /// `22 Nov 2026, 14:05`
    Minute,
    /// `Mon 23 Nov, 24:00`
    Deadline,
}

/// `<time>` in words of the reader's language, Asia/Shanghai.
#[component]
pub fn Time(at: DateTime<Utc>, #[prop(optional)] precision: Precision) -> impl IntoView {
    let language = use_language();
    let words = match precision {
        Precision::Day => date::day(language, at),
        Precision::Minute => date::minute(language, at),
        Precision::Deadline => date::deadline(language, at),
    };
    InertElement::new(format!(
        r#"<time class="whitespace-nowrap" datetime="{}">{}</time>"#,
        at.to_rfc3339_opts(SecondsFormat::Secs, true),
        encode_text(&words)
    ))
}
