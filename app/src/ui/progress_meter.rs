//! How much of a whole is taken: 2 of 5.

use crate::language::use_language;
use crate::text::number::part_of;
use leptos::prelude::*;

/// A short bar and the numbers in words.
#[component]
pub fn ProgressMeter(
    part: u32,
    whole: u32,
    /// What is counted: the accessible name of the bar.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    let words = part_of(use_language(), part, whole);
    view! {
        <div class="flex items-center gap-2 whitespace-nowrap">
            <progress
                class="progress progress-primary w-14"
                value=part.to_string()
                max=whole.to_string()
                aria-label=label
            ></progress>
            <span class="tabular-nums">{words}</span>
        </div>
    }
}
