//! By when somebody has to act.

use crate::language::use_language;
use crate::text::{common, date};
use crate::ui::status_badge::{StatusBadge, Tone};
use chrono::{DateTime, Utc};
use leptos::prelude::*;
use shared::calendar_date::{end_of_day, shanghai_date};

/// A due time as a badge: overdue, due today, or later.
#[component]
pub fn DueTag(
    due_at: DateTime<Utc>,
    /// The server's time when the page was made, so that the browser shows the same.
    now: DateTime<Utc>,
    /// It rests on a year whose working days are not published yet.
    #[prop(optional)]
    provisional: bool,
) -> impl IntoView {
    let language = use_language();
    let deadline = date::deadline_seen_at(language, due_at, now);
    let is_provisional = provisional.then(|| common::provisional(language).to_owned());
    let (tone, label, detail) = if now >= due_at {
        (
            Tone::Error,
            common::overdue(language).to_owned(),
            Some(deadline),
        )
    } else if due_at <= end_of_day(shanghai_date(now)) {
        (Tone::Warning, deadline, is_provisional)
    } else {
        (Tone::Neutral, deadline, is_provisional)
    };
    view! { <StatusBadge tone label icon=icondata::LuClock detail /> }
}
