use crate::language::use_language;
use crate::parts::reasons::Reasons;
use crate::parts::status_tag::ApplicationStatusTag;
use crate::parts::timeline::{StepState, Timeline, TimelineStep};
use crate::routes::Path;
use crate::text::{application, audit, review};
use crate::ui::card::Card;
use crate::ui::time::{Precision, Time};
use leptos::prelude::*;
use shared::wire::application::{TimelineEntry, TimelineEvent};
use shared::wire::review::EarlierDecision;

/// Other applications of the same entity or domain.
#[component]
pub fn Earlier(earlier: Vec<EarlierDecision>) -> impl IntoView {
    let language = use_language();
    let rows = earlier
        .iter()
        .cloned()
        .map(|decision| {
            let by_authority = decision.decided_by.as_deref() == Some("authority");
            let actor = decision.decided_by.map(|by| audit::actor(language, &by));
            view! {
                <li class="flex flex-wrap items-start gap-x-3 gap-y-1 py-2">
                    <ApplicationStatusTag status=decision.status />
                    <div class="min-w-0">
                        <a class="link" href=Path::ReviewApplication(decision.application_id).to_string()>
                            {application::kind(language, decision.kind)} " "
                            <span class="mono">{decision.number}</span>
                        </a>
                        <div class="text-sm muted">
                            {actor} " " <Time at=decision.at precision=Precision::Minute />
                        </div>
                        <Reasons note=decision.note fields=decision.fields by_authority />
                    </div>
                </li>
            }
        })
        .collect_view();
    view! {
        <Card title=review::earlier(language)>
            {if earlier.is_empty() {
                view! { <p class="muted">{review::no_earlier(language)}</p> }.into_any()
            } else {
                view! { <ul>{rows}</ul> }.into_any()
            }}
        </Card>
    }
    .into_any()
}

/// Everything that happened to this application, with who and when.
#[component]
pub fn History(timeline: Vec<TimelineEntry>) -> impl IntoView {
    let language = use_language();
    let steps = timeline
        .into_iter()
        .map(|entry| {
            let state = match entry.event {
                TimelineEvent::ProviderRejected | TimelineEvent::AuthorityRejected => {
                    StepState::Failed
                }
                TimelineEvent::Held => StepState::Held,
                _ => StepState::Done,
            };
            let actor = entry.actor.map(|actor| audit::actor(language, &actor));
            view! {
                <TimelineStep state label=application::event(language, entry.event)>
                    {actor} " " <Time at=entry.at precision=Precision::Minute />
                    <Reasons note=entry.note fields=entry.fields by_authority=entry.event.has_words_of_authority() />
                </TimelineStep>
            }
        })
        .collect_view();
    view! {
        <Card title=review::history(language)>
            <Timeline>{steps}</Timeline>
        </Card>
    }
    .into_any()
}
