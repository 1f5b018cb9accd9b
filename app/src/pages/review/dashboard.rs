use crate::api::page_data::{PageData, page_data};
use crate::api::review::load_dashboard;
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::definition_list::{Definition, DefinitionList};
use crate::parts::live_refresh::use_live_refresh;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::text::{application, common, review, staff};
use crate::ui::card::Card;
use crate::ui::time::{Precision, Time};
use leptos::prelude::*;
use shared::wire::review::Dashboard;

/// `/review/dashboard`: how the review stands.
pub struct ReviewDashboard {
    dashboard: PageData<Dashboard>,
}

impl Screen for ReviewDashboard {
    fn data() -> Self {
        Self {
            dashboard: page_data(|| (), |()| load_dashboard()),
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        use_live_refresh(self.dashboard, None);
        let view = move |page: Dashboard| {
            view! {
                <PageHeader title=common::dashboard(language) lead=staff::dashboard_lead(language) />
                <Numbers page=page.clone() />
                <Bars page />
            }
            .into_any()
        };
        view! { <Loaded resource=self.dashboard view /> }.into_any()
    }
}

#[component]
fn Numbers(page: Dashboard) -> impl IntoView {
    let language = use_language();
    let numbers = [
        (review::waiting(language), page.waiting),
        (common::overdue(language), page.overdue),
        (review::with_authority(language), page.with_authority),
        (
            review::completed_recently(language),
            page.completed_last_30_days,
        ),
        (
            review::rejected_recently(language),
            page.rejected_last_30_days,
        ),
    ];
    let numbers = numbers
        .into_iter()
        .map(|(label, number)| {
            view! {
                <div class="card-box">
                    <dt class="muted">{label}</dt>
                    <dd class="text-3xl font-semibold tabular-nums mt-1">{number}</dd>
                </div>
            }
        })
        .collect_view();
    let oldest = page.oldest_submitted_at.map(|at| {
        view! {
            <p class="mt-4">
                {review::oldest(language)} ": " <Time at precision=Precision::Minute />
            </p>
        }
    });
    view! {
        <dl class="grid gap-4 grid-cols-2 lg:grid-cols-5">{numbers}</dl>
        {oldest}
    }
    .into_any()
}

#[component]
fn Bars(page: Dashboard) -> impl IntoView {
    let language = use_language();
    let most_waiting = page
        .by_kind
        .iter()
        .map(|(_, count)| *count)
        .max()
        .unwrap_or_default();
    let nothing_waits = page.by_kind.is_empty();
    let kinds = page
        .by_kind
        .into_iter()
        .map(|(kind, count)| {
            let words = application::kind(language, kind);
            view! {
                <Definition term=words>
                    <Bar label=words value=count most=most_waiting words=count.to_string() />
                </Definition>
            }
        })
        .collect_view();
    let most_decided = page
        .reviewers
        .iter()
        .map(|(_, decided, _)| *decided)
        .max()
        .unwrap_or_default();
    let nobody = page.reviewers.is_empty();
    let reviewers = page
        .reviewers
        .into_iter()
        .map(|(name, decided, claimed)| {
            let words = staff::reviewer_load(language, decided, claimed);
            view! {
                <Definition term=name.clone()>
                    <Bar label=name value=decided most=most_decided words />
                </Definition>
            }
        })
        .collect_view();
    view! {
        <div class="grid gap-5 mt-5 lg:grid-cols-2 items-start">
            <Card title=review::by_kind(language)>
                {nothing_waits.then(|| view! { <p class="muted">{review::nothing_waiting(language)}</p> })}
                <DefinitionList>{kinds}</DefinitionList>
            </Card>
            <Card title=review::by_reviewer(language)>
                {nobody.then(|| view! { <p class="muted">{staff::nobody_decided(language)}</p> })}
                <DefinitionList>{reviewers}</DefinitionList>
            </Card>
        </div>
    }
    .into_any()
}

/// A number beside the greatest of its list.
#[component]
fn Bar(#[prop(into)] label: String, value: u32, most: u32, words: String) -> impl IntoView {
    view! {
        <div class="flex items-center gap-3">
            <progress
                class="progress progress-primary w-20 shrink-0"
                value=value.to_string()
                max=most.max(1).to_string()
                aria-label=label
            ></progress>
            <span class="tabular-nums">{words}</span>
        </div>
    }
}
