use crate::language::use_language;
use crate::parts::step_link::{StepLink, StepPlace};
use crate::text::{application, filing};
use leptos::prelude::*;
use shared::application::FilingStep;

/// The steps in a row: where one is, and the way to the others once there is a draft.
#[component]
pub fn Stepper(
    current: FilingStep,
    /// None while the product is not verified yet.
    #[prop(into)]
    place: Option<StepPlace>,
    /// The earliest step with something to put right.
    first_open: FilingStep,
) -> impl IntoView {
    let language = use_language();
    let steps = FilingStep::ALL
        .iter()
        .map(|step| {
            let label = application::step(language, *step);
            let is_complete = *step < first_open;
            let is_current = *step == current;
            let state = if is_complete || is_current {
                "step step-primary"
            } else {
                "step"
            };
            let mark = (is_complete && !is_current).then_some("✓");
            let name = match place {
                Some(place) => {
                    view! { <StepLink place to=*step label class="link link-hover" /> }.into_any()
                }
                None => label.into_any(),
            };
            let complete = is_complete.then(
                || view! { <span class="sr-only">" " {filing::step_complete(language)}</span> },
            );
            view! {
                <li
                    class=state
                    class:font-semibold=is_current
                    data-content=mark
                    aria-current=is_current.then_some("step")
                >
                    <span>{name} {complete}</span>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav aria-label=filing::steps(language) class="mb-5">
            <ol class="steps w-full text-sm">{steps}</ol>
        </nav>
    }
    .into_any()
}
