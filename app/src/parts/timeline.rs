//! How something goes on: what is done, who acts now, what comes then and when.

use crate::ui::icon::{Icon, IconSize};
use leptos::prelude::*;

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    Done,
    /// Somebody acts on it now.
    Current,
    Ahead,
    /// Nobody acts on it until something else is put right.
    Held,
    /// It ended here, against the holder's wish.
    Failed,
}

/// The steps in their order. Its children are [`TimelineStep`]s.
#[component]
pub fn Timeline(children: Children) -> impl IntoView {
    view! { <ol class="steps-line">{children()}</ol> }
}

/// One step; the children are notes below it: a due date, a reason.
#[component]
pub fn TimelineStep(
    state: StepState,
    /// Who acts: set in bold before what happens. None for a plain result.
    #[prop(optional, into)]
    actor: Option<String>,
    /// What happens.
    #[prop(into)]
    label: String,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let (class, symbol) = match state {
        StepState::Done => ("step-item step-done", icondata::LuCircleCheck),
        StepState::Current => ("step-item step-current", icondata::LuCircleDot),
        StepState::Ahead => ("step-item step-ahead", icondata::LuCircle),
        StepState::Held => ("step-item step-held", icondata::LuCirclePause),
        StepState::Failed => ("step-item step-failed", icondata::LuCircleX),
    };
    view! {
        <li class=class aria-current=(state == StepState::Current).then_some("step")>
            <span class="step-mark">
                <Icon symbol size=IconSize::Large />
            </span>
            <div>
                {actor.map(|actor| view! { <strong class="font-semibold">{actor} " "</strong> })}
                {label}
                {children.map(|children| view! { <div class="text-sm muted">{children()}</div> })}
            </div>
        </li>
    }
    .into_any()
}
