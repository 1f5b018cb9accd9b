use crate::api::licenses::load_archived_record;
use crate::api::page_data::{PageData, page_data};
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::blocked_notice::{BlockedNotice, blocked_and_others};
use crate::parts::definition_list::{Definition, DefinitionList};
use crate::parts::filing_answers::{FilingAnswers, SamePrincipal, content_and_contacts};
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::parts::status_tag::ApplicationStatusTag;
use crate::parts::timeline::{StepState, Timeline, TimelineStep};
use crate::routes::Path;
use crate::text::license::{archived, cancel_access};
use crate::text::{application, common, license, list, website};
use crate::ui::breadcrumbs::Crumb;
use crate::ui::button::ButtonLink;
use crate::ui::card::Card;
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use crate::ui::time::{Precision, Time};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shared::application::{ApplicationKind, FilingForm};
use shared::wire::license::{AccessAgain, ArchivedApplication, ArchivedRecord as Record};

/// `/console/archive/{id}`: what was on record of an access that has ended (S17).
pub struct ArchivedRecord {
    record: PageData<Record>,
}

impl Screen for ArchivedRecord {
    fn data() -> Self {
        let params = use_params_map();
        let id = move || {
            params
                .read()
                .get("id")
                .and_then(|id| id.parse().ok())
                .unwrap_or_default()
        };
        Self {
            record: page_data(id, load_archived_record),
        }
    }

    fn view(self) -> AnyView {
        view! {
            <Loaded
                resource=self.record
                view=|record| view! { <OneRecord record /> }.into_any()
            />
        }
        .into_any()
    }
}

#[component]
fn OneRecord(record: Record) -> impl IntoView {
    let language = use_language();
    let domains = record.domains.iter().map(|impact| impact.domain.as_str());
    let domains = list(language, &domains.collect::<Vec<_>>());
    let trail = vec![
        Crumb::link(common::my_licenses(language), Path::Console),
        Crumb::link(license::archive(language), Path::Archive),
        Crumb::here(record.website_name.clone()),
    ];
    let document_title = format!("{} · {}", license::archive(language), record.website_name);
    let again = record.again;
    let add = (again == AccessAgain::Possible).then(|| {
        let href = format!(
            "{}?type={}&website={}",
            Path::NewApplication,
            ApplicationKind::NewAccess.code(),
            record.website_id
        );
        view! { <ButtonLink label=archived::add_access_again(language) href /> }
    });
    let (blocked, _) = blocked_and_others(record.domains.clone());
    let blocked =
        (again != AccessAgain::Served).then(|| view! { <BlockedNotice domains=blocked /> });
    let applications = record.applications.clone();
    let (began_at, canceled_at) = (record.began_at, record.canceled_at);
    view! {
        <PageHeader title=record.website_name.clone() document_title lead=domains trail>
            {add}
        </PageHeader>
        <div class="space-y-4">
            <Ended again website_id=record.website_id />
            {blocked}
            <div class="grid gap-4 lg:grid-cols-2 items-start">
                <div class="grid gap-4">
                    <OnRecord record=record.clone() />
                    <Filed form=record.filed />
                </div>
                <History applications began_at canceled_at />
            </div>
        </div>
    }
    .into_any()
}

/// That the access has ended, and whether there can be another.
#[component]
fn Ended(again: AccessAgain, website_id: i64) -> impl IntoView {
    let language = use_language();
    let what_next = match again {
        AccessAgain::Possible => archived::again_possible(language),
        AccessAgain::Served => archived::served_again(language),
        AccessAgain::NotLicensed => archived::not_licensed(language),
    };
    let link = (again == AccessAgain::Served).then(|| {
        let href = Path::Website(website_id).to_string();
        view! { <a class="link" href=href>{archived::view_website(language)}</a> }
    });
    view! {
        <Notice tone=Tone::Info title=cancel_access::completed_title(language)>
            <p>{what_next}</p>
            {link}
        </Notice>
    }
    .into_any()
}

#[component]
fn OnRecord(record: Record) -> impl IntoView {
    let language = use_language();
    let domains = record
        .domains
        .into_iter()
        .map(|impact| {
            let resolution = license::resolution(language, impact.resolution);
            let seen = impact.seen.map(|(address, at)| {
                view! { <span class="mono">{address}</span> " " <Time at precision=Precision::Minute /> }
            });
            view! {
                <div>
                    {impact.domain} <span class="muted text-sm">" " {resolution} " " {seen}</span>
                </div>
            }
        })
        .collect_view();
    let server = record.server_name.map(|server| {
        view! {
            <Definition term=archived::server(language)>
                <span class="mono">{server}</span>
            </Definition>
        }
    });
    view! {
        <Card title=website::on_record(language)>
            <DefinitionList>
                <Definition term=license::website(language)>{record.website_name}</Definition>
                <Definition term=license::website_license_number(language)>
                    {record.website_license_number}
                </Definition>
                <Definition term=license::entity(language)>{record.entity.name}</Definition>
                <Definition term=license::entity_license_number(language)>
                    {record.entity.license_number}
                </Definition>
                <Definition term=website::domains(language)>{domains}</Definition>
                {server}
                <Definition term=license::server_ip(language)>
                    <span class="mono">{list(language, &record.ips)}</span>
                </Definition>
                <Definition term=archived::since(language)>
                    <Time at=record.began_at />
                </Definition>
                <Definition term=license::canceled(language)>
                    <Time at=record.canceled_at precision=Precision::Minute />
                </Definition>
            </DefinitionList>
        </Card>
    }
    .into_any()
}

/// Content and contacts as they were filed last.
#[component]
fn Filed(form: Option<FilingForm>) -> impl IntoView {
    let language = use_language();
    let fields = form.as_ref().map(content_and_contacts).unwrap_or_default();
    let content = match form.filter(|_| !fields.is_empty()) {
        Some(form) => {
            let is_same_principal = form.website.principal_is_entity_principal;
            view! {
                <FilingAnswers form fields>{is_same_principal.then(SamePrincipal)}</FilingAnswers>
            }
            .into_any()
        }
        None => view! { <p class="muted">{archived::nothing_filed(language)}</p> }.into_any(),
    };
    view! { <Card title=archived::content_and_contacts(language)>{content}</Card> }.into_any()
}

#[component]
fn History(
    applications: Vec<ArchivedApplication>,
    began_at: chrono::DateTime<chrono::Utc>,
    canceled_at: chrono::DateTime<chrono::Utc>,
) -> impl IntoView {
    let language = use_language();
    let applications = applications
        .into_iter()
        .map(|row| view! { <HistoryStep row /> })
        .collect_view();
    view! {
        <Card title=archived::history(language)>
            <Timeline>
                <TimelineStep state=StepState::Done label=archived::began(language)>
                    <Time at=began_at precision=Precision::Minute />
                </TimelineStep>
                {applications}
                <TimelineStep state=StepState::Done label=cancel_access::completed_title(language)>
                    <Time at=canceled_at precision=Precision::Minute />
                </TimelineStep>
            </Timeline>
        </Card>
    }
    .into_any()
}

#[component]
fn HistoryStep(row: ArchivedApplication) -> impl IntoView {
    let language = use_language();
    let href = Path::Application(row.id).to_string();
    view! {
        <TimelineStep state=StepState::Done label=application::kind(language, row.kind)>
            <div class="flex flex-wrap gap-x-3 gap-y-1 items-center">
                <a class="link mono" href=href>{row.number}</a>
                <ApplicationStatusTag status=row.status held=false />
                <Time at=row.status_at precision=Precision::Minute />
            </div>
        </TimelineStep>
    }
    .into_any()
}
