use crate::language::use_language;
use crate::parts::reasons::Reasons;
use crate::parts::timeline::{StepState, Timeline, TimelineStep};
use crate::text::{application, common, filing};
use crate::ui::card::Card;
use crate::ui::time::{Precision, Time};
use leptos::prelude::*;
use shared::application::{Actor, HoldReason, NextStep};
use shared::wire::application::{ApplicationPage, TimelineEntry, TimelineEvent};

/// What happened, what happens now, and what comes.
#[component]
pub fn History(page: ApplicationPage) -> impl IntoView {
    let language = use_language();
    let (status, kind, next, hold) = (page.status, page.kind, page.next_step, page.hold);
    let past = page
        .timeline
        .into_iter()
        .map(|entry| view! { <PastStep entry /> })
        .collect_view();
    let is_submitting = status == "submitting";
    // Whoever was to act still has to, after the hold.
    let turns = match (hold, next.actor) {
        (Some(_), Actor::Provider) => coming_after(Actor::Holder),
        _ => coming_after(next.actor),
    };
    let coming = turns
        .iter()
        .map(|actor| {
            let who = application::actor_for_holder(language, *actor);
            let what = filing::turn(language, *actor, false);
            view! { <TimelineStep state=StepState::Ahead actor=who label=what /> }
        })
        .collect_view();
    let is_open = next.actor != Actor::Nobody;
    view! {
        <Card title=filing::history(language)>
            <Timeline>
                {past} {is_open.then(|| view! { <CurrentStep next hold is_submitting /> })} {coming}
                {is_open
                    .then(|| {
                        let end = filing::good_end(language, kind);
                        view! { <TimelineStep state=StepState::Ahead label=end /> }
                    })}
            </Timeline>
        </Card>
    }
    .into_any()
}

#[component]
fn PastStep(entry: TimelineEntry) -> impl IntoView {
    let language = use_language();
    let state = match entry.event {
        TimelineEvent::ProviderRejected
        | TimelineEvent::AuthorityRejected
        | TimelineEvent::Abandoned
        | TimelineEvent::DraftExpired => StepState::Failed,
        TimelineEvent::Held | TimelineEvent::CodeTakenBack | TimelineEvent::CodeHoldEnded => {
            StepState::Held
        }
        _ => StepState::Done,
    };
    view! {
        <TimelineStep state label=application::event(language, entry.event)>
            <Time at=entry.at precision=Precision::Minute />
            <Reasons note=entry.note fields=entry.fields by_authority=entry.event.has_words_of_authority() />
        </TimelineStep>
    }
    .into_any()
}

#[component]
fn CurrentStep(next: NextStep, hold: Option<HoldReason>, is_submitting: bool) -> impl IntoView {
    let language = use_language();
    if let Some(reason) = hold {
        return view! {
            <TimelineStep
                state=StepState::Held
                actor=application::hold_actor(language, reason, next.actor)
                label=application::ends_the_hold(language, next.actor)
            />
        }
        .into_any();
    }
    let due = next.due_at.map(|at| {
        let provisional = next
            .due_is_provisional
            .then(|| view! { " (" {common::provisional(language)} ")" });
        view! { {filing::due_by(language)} " " <Time at precision=Precision::Deadline /> {provisional} }
    });
    view! {
        <TimelineStep
            state=StepState::Current
            actor=application::actor_for_holder(language, next.actor)
            label=filing::turn(language, next.actor, is_submitting)
        >
            {due}
        </TimelineStep>
    }
    .into_any()
}

/// Whose turns come after that of `actor`, when all goes well.
const fn coming_after(actor: Actor) -> &'static [Actor] {
    match actor {
        Actor::Holder => &[Actor::Provider, Actor::Authority],
        Actor::Provider => &[Actor::Authority],
        Actor::Authority | Actor::Nobody => &[],
    }
}
