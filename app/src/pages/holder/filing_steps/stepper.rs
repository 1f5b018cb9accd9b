use super::step_form::STEP_FORM;
use crate::language::use_language;
use crate::routes::Path;
use crate::text::{application, filing};
use leptos::prelude::*;
use shared::application::FilingStep;

/// The steps in a row: where one is, and the way to the others once there is a draft.
#[component]
pub fn Stepper(
    current: FilingStep,
    /// None while the product is not verified yet.
    #[prop(into)]
    application_id: Option<i64>,
    /// The earliest step with something to put right.
    first_open: FilingStep,
) -> impl IntoView {
    let language = use_language();
    let has_form = matches!(current, FilingStep::Entity | FilingStep::Website);
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
            let name = match application_id {
                Some(_) if has_form => view! { <SaveAndGo step=*step label /> }.into_any(),
                Some(id) => {
                    let href = format!("{}?step={}", Path::EditApplication(id), step.code());
                    view! { <a class="link link-hover" href=href>{label}</a> }.into_any()
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
            {has_form.then(EnterMeansNext)}
            <ol class="steps w-full text-sm">{steps}</ol>
        </nav>
    }
    .into_any()
}

/// Goes to a step and saves what was typed on this one.
#[component]
fn SaveAndGo(step: FilingStep, label: &'static str) -> impl IntoView {
    view! {
        <button type="submit" form=STEP_FORM name="go" value=step.code() class="link link-hover">
            {label}
        </button>
    }
}

/// The Enter key presses the first button of a form, wherever it stands.
#[component]
fn EnterMeansNext() -> impl IntoView {
    view! { <button type="submit" form=STEP_FORM name="go" value="next" hidden></button> }
}
