use crate::language::use_language;
use crate::parts::step_link::{StepLink, StepPlace};
use crate::text::problem::violation;
use crate::text::{application, field, filing};
use crate::ui::card::Card;
use leptos::prelude::*;
use shared::application::{FilingStep, violations_of_step};
use shared::problem::{Problem, Violation};

/// What stands between a draft and its submission, step by step: the fields that are still empty
/// in a row, and a sentence for whatever else is wrong.
#[component]
pub fn Missing(place: StepPlace, violations: Vec<Violation>) -> impl IntoView {
    let language = use_language();
    if violations.is_empty() {
        return ().into_any();
    }
    let steps = FilingStep::ALL
        .iter()
        .map(|step| (*step, violations_of_step(*step, &violations)))
        .filter(|(_, violations)| !violations.is_empty())
        .map(|(step, violations)| view! { <MissingOfStep place step violations /> })
        .collect_view();
    view! {
        <Card title=filing::missing(language)>
            <div class="space-y-4">{steps}</div>
        </Card>
    }
    .into_any()
}

#[component]
fn MissingOfStep(place: StepPlace, step: FilingStep, violations: Vec<Violation>) -> impl IntoView {
    let language = use_language();
    let (empty, wrong): (Vec<_>, Vec<_>) = violations
        .into_iter()
        .partition(|found| found.field.is_some() && found.problem == Problem::Required);
    let empty = empty
        .into_iter()
        .filter_map(|found| found.field)
        .map(|field| {
            let label = field::label(language, field);
            view! { <li><StepLink place to=field label /></li> }
        })
        .collect::<Vec<_>>();
    let wrong = wrong
        .iter()
        .map(|found| {
            let words = violation(language, found);
            match found.field {
                Some(field) => {
                    view! { <li><StepLink place to=field label=words /></li> }.into_any()
                }
                None if step == FilingStep::Verify => {
                    view! { <li><StepLink place to=step label=words /></li> }.into_any()
                }
                None => view! { <li>{words}</li> }.into_any(),
            }
        })
        .collect::<Vec<_>>();
    view! {
        <div>
            <h3 class="font-medium mb-1">{application::step(language, step)}</h3>
            {(!empty.is_empty())
                .then(|| view! { <ul class="flex flex-wrap gap-x-4 gap-y-1">{empty}</ul> })}
            {(!wrong.is_empty())
                .then(|| view! { <ul class="list-disc pl-5 space-y-1 mt-1">{wrong}</ul> })}
        </div>
    }
    .into_any()
}
