use crate::language::use_language;
use crate::parts::status_tag::ApplicationStatusTag;
use crate::parts::timeline::{StepState, Timeline, TimelineStep};
use crate::text::{application, common, filing, home};
use crate::ui::icon::{Icon, IconSize, icon};
use crate::ui::inert::inert;
use crate::ui::time::{Precision, Time};
use leptos::prelude::*;
use maud::html;
use shared::application::{Actor, ApplicationKind};
use shared::calendar_date::shanghai_date;
use shared::review::ExampleCourse;
use shared::wire::application::TimelineEvent;
use shared::wire::home::HomePage;

/// What this is in one sentence, what everybody wants to know, and what it looks like.
#[component]
pub fn Front(page: HomePage) -> impl IntoView {
    let language = use_language();
    let symbols = [
        icondata::LuBanknote,
        icondata::LuTimer,
        icondata::LuHash,
        icondata::LuLanguages,
    ];
    let facts = home::facts(language, &page.policy.review);
    let facts = inert(html! {
        ul class="front-facts" {
            @for ((strong, rest), symbol) in facts.iter().zip(symbols) {
                li {
                    (icon(symbol, IconSize::Large))
                    span { strong { (strong) } (rest) }
                }
            }
        }
    });
    view! {
        <section class="front public-edge" aria-labelledby="front-title">
            <div>
                <h1 id="front-title" class="front-title">
                    {home::heading(language, &page.provider_name)}
                </h1>
                <p class="front-lead">{home::lead(language)}</p>
                {facts}
            </div>
            <Example course=page.course />
        </section>
    }
    .into_any()
}

/// An application as its holder sees it, made of the same parts.
#[component]
fn Example(course: ExampleCourse) -> impl IntoView {
    let language = use_language();
    let kind = ApplicationKind::CancelAccess;
    let event = move |event, at| {
        view! {
            <TimelineStep state=StepState::Done label=application::event(language, event)>
                <Time at precision=Precision::Minute />
            </TimelineStep>
        }
    };
    let provisional = course
        .authority
        .provisional
        .then(|| view! { " (" {common::provisional(language)} ")" });
    view! {
        <figure aria-labelledby="example-caption">
            <div class="card-box example">
                <div class="example-head">
                    <p class="font-semibold">
                        {application::kind(language, kind)} " · " <span class="whole">"example-shop.cn"</span>
                    </p>
                    <p class="text-sm muted mb-2">
                        <span class="whole">"京ICP备20260001号-1"</span> " · "
                        <span class="mono whole">{example_number(&course)}</span>
                    </p>
                    <ApplicationStatusTag status="authority_review" />
                </div>
                <Timeline>
                    {event(TimelineEvent::Submitted, course.submitted_at)}
                    {event(TimelineEvent::ProviderApproved, course.approved_at)}
                    <TimelineStep
                        state=StepState::Current
                        actor=application::actor_for_holder(language, Actor::Authority)
                        label=filing::turn(language, Actor::Authority, false)
                    >
                        {filing::due_by(language)}
                        " "
                        <Time at=course.authority.at precision=Precision::Deadline />
                        {provisional}
                    </TimelineStep>
                    <TimelineStep state=StepState::Ahead label=filing::good_end(language, kind) />
                </Timeline>
                <p class="example-foot">
                    <Icon symbol=icondata::LuBell />
                    <span>{home::nothing_to_do(language)}</span>
                </p>
            </div>
            <figcaption id="example-caption" class="text-sm muted">
                {home::example(language)}
            </figcaption>
        </figure>
    }
    .into_any()
}

/// What the number of that application looks like.
pub(super) fn example_number(course: &ExampleCourse) -> String {
    let day = shanghai_date(course.submitted_at).format("%Y%m%d");
    format!("CA-{day}-0001")
}
