mod actions;
mod answers;
mod history;
mod missing;
mod status_notice;

use crate::api::applications::{AbandonApplication, WithdrawApplication, load_application};
use crate::api::page_data::{PageData, page_data};
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::definition_list::{Definition, DefinitionList};
use crate::parts::due_tag::DueTag;
use crate::parts::live_refresh::use_live_refresh;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::parts::rejection_notice::RejectionNotice;
use crate::parts::status_tag::ApplicationStatusTag;
use crate::parts::step_link::StepPlace;
use crate::routes::Path;
use crate::text::{application, common, field, filing, license};
use crate::ui::breadcrumbs::Crumb;
use crate::ui::card::Card;
use actions::{Actions, Dialogs};
use answers::{CancellationFacts, FilingFacts};
use chrono::{DateTime, Utc};
use history::History;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use missing::Missing;
use shared::application::Actor;
use shared::field::Field;
use shared::wire::application::{ApplicationPage, CodeInUse};
use status_notice::StatusNotice;

/// `/console/applications/{id}`: where one application stands, and what can be done with it.
pub struct Application {
    id: Memo<i64>,
    application: PageData<(ApplicationPage, DateTime<Utc>)>,
    withdraw: ServerAction<WithdrawApplication>,
    abandon: ServerAction<AbandonApplication>,
}

impl Screen for Application {
    fn data() -> Self {
        let params = use_params_map();
        let id = Memo::new(move |_| {
            params
                .read()
                .get("id")
                .and_then(|id| id.parse().ok())
                .unwrap_or_default()
        });
        let (withdraw, abandon) = (ServerAction::new(), ServerAction::new());
        let application = page_data(
            move || (id.get(), withdraw.version().get(), abandon.version().get()),
            |(id, _, _)| load_application(id),
        );
        Self {
            id,
            application,
            withdraw,
            abandon,
        }
    }

    fn view(self) -> AnyView {
        let Application {
            id,
            application,
            withdraw,
            abandon,
        } = self;
        use_live_refresh(application, Some(id));
        view! {
            <Loaded
                resource=application
                view=move |(page, now): (ApplicationPage, DateTime<Utc>)| {
                    view! { <OneApplication page now withdraw abandon /> }.into_any()
                }
            />
        }
        .into_any()
    }
}

#[component]
fn OneApplication(
    page: ApplicationPage,
    now: DateTime<Utc>,
    withdraw: ServerAction<WithdrawApplication>,
    abandon: ServerAction<AbandonApplication>,
) -> impl IntoView {
    let language = use_language();
    let title = filing::title(language, page.kind, &page.number);
    let trail = vec![
        Crumb::link(common::license_applications(language), Path::Applications),
        Crumb::here(page.number.clone()),
    ];
    let document_title = filing::document_title(&[&title], &page.domain);
    let is_editable_filing = page.kind.is_filing() && page.actions.edit;
    let editable_filing = is_editable_filing.then_some(StepPlace::elsewhere(page.id));
    let violations = page.violations.clone();
    let missing = editable_filing.map(|place| view! { <Missing place violations /> });
    let rejection = page.rejection.clone();
    let answers = match (page.cancellation.clone(), page.filing.clone()) {
        (Some(cancellation), _) => {
            let is_open = page.next_step.actor != Actor::Nobody;
            view! { <CancellationFacts cancellation is_open /> }.into_any()
        }
        (None, Some(form)) => {
            view! { <FilingFacts kind=page.kind form only_given=is_editable_filing /> }.into_any()
        }
        (None, None) => ().into_any(),
    };
    view! {
        <PageHeader title document_title trail />
        <div class="space-y-4">
            <StatusNotice page=page.clone() />
            {rejection
                .map(|rejection| {
                    view! { <RejectionNotice rejection filing=editable_filing /> }
                })}
            <Actions page=page.clone() />
            {missing}
            // Narrow: what happens comes before the answers; wide: beside both.
            <div class="grid gap-4 lg:grid-cols-2 lg:grid-rows-[auto_1fr] items-start">
                <Facts page=page.clone() now />
                <div class="lg:col-start-2 lg:row-start-1 lg:row-span-2">
                    <History page=page.clone() />
                </div>
                <div class="grid gap-4">{answers}</div>
            </div>
        </div>
        <Dialogs page withdraw abandon />
    }
    .into_any()
}

#[component]
fn Facts(page: ApplicationPage, now: DateTime<Utc>) -> impl IntoView {
    let language = use_language();
    let next = page.next_step;
    let who = application::who_acts(language, next.actor, page.hold);
    let due = next.due_at.map(|due_at| {
        view! { <DueTag due_at now provisional=next.due_is_provisional /> }
    });
    let numbers = [
        (
            license::entity_license_number(language),
            page.entity_license_number,
        ),
        (
            license::website_license_number(language),
            page.website_license_number,
        ),
    ];
    let numbers = numbers
        .into_iter()
        .filter_map(|(term, number)| Some((term, number?)))
        .map(|(term, number)| {
            view! { <Definition term=term><span class="mono">{number}</span></Definition> }
        })
        .collect_view();
    view! {
        <Card title=filing::details(language)>
            <DefinitionList>
                <Definition term=filing::number(language)>
                    <span class="mono">{page.number}</span>
                </Definition>
                <Definition term=filing::kind(language)>
                    {application::kind(language, page.kind)}
                </Definition>
                <Definition term=common::status(language)>
                    <ApplicationStatusTag status=page.status held=page.hold.is_some() />
                </Definition>
                {(next.actor != Actor::Nobody)
                    .then(|| {
                        view! {
                            <Definition term=filing::next_step(language)>
                                <div class="flex flex-wrap items-center gap-2">
                                    {who} {due}
                                </div>
                            </Definition>
                        }
                    })}
                <Fact term=license::website(language) value=page.website_name />
                <Fact term=field::label(language, Field::WebsiteDomain) value=page.domain />
                {numbers}
                {page.code.map(|code| view! { <CodeFact code /> })}
            </DefinitionList>
        </Card>
    }
    .into_any()
}

/// A fact that is left out while there is none.
#[component]
pub(super) fn Fact(#[prop(into)] term: String, value: String) -> impl IntoView {
    (!value.is_empty()).then(|| view! { <Definition term=term>{value}</Definition> })
}

#[component]
fn CodeFact(code: CodeInUse) -> impl IntoView {
    let language = use_language();
    view! {
        <Definition term=filing::code_in_use(language)>
            <span class="mono">{code.code}</span>
            {code
                .reserved_until
                .map(|at| {
                    view! { <p class="text-sm muted">{filing::reserved_until(language, at)}</p> }
                })}
        </Definition>
    }
}
