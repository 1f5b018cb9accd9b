//! A secret that was just made: it is shown now and never again.

use crate::ui::copy_button::CopyButton;
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use leptos::prelude::*;

/// Nothing is shown while there is no secret.
#[component]
pub fn ShownOnce(
    /// That it must be copied now.
    title: &'static str,
    /// What it is, for screen readers.
    subject: &'static str,
    /// From the form that made it.
    #[prop(into)]
    made: Signal<Option<String>>,
    /// From the page, where the form was sent without JavaScript.
    kept: Option<String>,
) -> impl IntoView {
    move || {
        made.get().or_else(|| kept.clone()).map(|secret| {
            view! {
                <div class="mb-4">
                    <Notice tone=Tone::Success title live=true>
                        <div class="flex flex-wrap items-center gap-2">
                            <code class="break-all">{secret.clone()}</code>
                            <CopyButton text=secret subject />
                        </div>
                    </Notice>
                </div>
            }
        })
    }
}
