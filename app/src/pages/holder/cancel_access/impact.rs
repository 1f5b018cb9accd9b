use crate::language::use_language;
use crate::parts::consequence_list::{Consequence, ConsequenceItem, ConsequenceList};
use crate::parts::timeline::{StepState, Timeline, TimelineStep};
use crate::text::license::cancel_access;
use crate::text::space;
use crate::ui::card::Card;
use chrono::{DateTime, Utc};
use leptos::prelude::*;
use shared::access::Resolution;
use shared::wire::license::CancelAccessPage;

/// The consequences with the facts of this case, before anything can be pressed.
#[component]
pub(super) fn WhatHappens(page: CancelAccessPage) -> impl IntoView {
    let language = use_language();
    let domains = page
        .domains
        .iter()
        .map(|impact| {
            let kind = match impact.resolution {
                Resolution::Elsewhere => Consequence::Stays,
                Resolution::Here | Resolution::NotChecked => Consequence::Warning,
            };
            let sentence = cancel_access::domain_impact(language, impact);
            view! { <ConsequenceItem kind text=sentence /> }
        })
        .collect_view();
    let only_access = if page.only_access {
        format!(
            "{}{}{}",
            cancel_access::only_access_warning(language),
            space(language),
            cancel_access::only_access_not_a_bar(language),
        )
    } else {
        cancel_access::number_may_be_canceled(language).to_owned()
    };
    let other_access = (!page.only_access).then(|| {
        let words = cancel_access::other_access_stays(language);
        view! { <ConsequenceItem kind=Consequence::Stays text=words /> }
    });
    view! {
        <Card title=cancel_access::what_happens(language)>
            <ConsequenceList>
                <ConsequenceItem kind=Consequence::Stays text=cancel_access::numbers_stay(
                        language,
                        &page.entity_license_number,
                        &page.website_license_number,
                    ) />
                <ConsequenceItem kind=Consequence::Loss text=cancel_access::leaves_this_system(language) />
                {domains}
                <ConsequenceItem kind=Consequence::Warning text=cancel_access::add_access_soon(language) />
                <ConsequenceItem kind=Consequence::Warning text=only_access />
                {other_access}
            </ConsequenceList>
        </Card>
    }
    .into_any()
}

/// Who acts in what order, and by when the provider decides (S15).
#[component]
pub(super) fn HowItGoesOn(due_at: DateTime<Utc>, provisional: bool) -> impl IntoView {
    let language = use_language();
    let [confirm, review, decide, end] = cancel_access::how_it_goes_on(language);
    view! {
        <aside class="h-fit">
            <Card title=cancel_access::how_it_goes_on_title(language)>
                <Timeline>
                    <TimelineStep state=StepState::Current label=confirm />
                    <TimelineStep state=StepState::Ahead label=review>
                        {cancel_access::review_by(language, due_at, provisional)}
                    </TimelineStep>
                    <TimelineStep state=StepState::Ahead label=decide />
                    <TimelineStep state=StepState::Ahead label=end />
                </Timeline>
                <p class="text-sm muted mt-4">{cancel_access::withdraw_until(language)}</p>
            </Card>
        </aside>
    }
    .into_any()
}
