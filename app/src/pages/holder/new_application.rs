use super::filing_steps::{Stepper, VerifyStep};
use crate::api::applications::{NewApplicationPage, load_new_application};
use crate::api::page_data::{PageData, page_data};
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::routes::Path;
use crate::text::problem::problem;
use crate::text::{application, common, filing, license};
use crate::ui::breadcrumbs::Crumb;
use crate::ui::button::{ButtonKind, ButtonLink, ButtonSize};
use crate::ui::icon::{Icon, IconSize};
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::application::{ApplicationKind, FilingStep};
use shared::problem::Problem;
use shared::wire::license::{OrderLink, WebsiteTakenOver};

/// `/console/applications/new`: the type, then with `?type=` the product.
pub struct NewApplication {
    page: PageData<NewApplicationPage>,
}

impl Screen for NewApplication {
    fn data() -> Self {
        let query = use_query_map();
        let website = move || query.read().get("website").and_then(|id| id.parse().ok());
        Self {
            page: page_data(website, load_new_application),
        }
    }

    fn view(self) -> AnyView {
        let query = use_query_map();
        let chosen = move || {
            let chosen = ApplicationKind::from_code(&query.read().get("type").unwrap_or_default());
            chosen.filter(|kind| kind.is_filing())
        };
        let resource = self.page;
        view! {
            {move || match chosen() {
                Some(kind) => view! { <ChosenType kind resource /> }.into_any(),
                None => view! { <TypeChoice resource /> }.into_any(),
            }}
        }
        .into_any()
    }
}

type PageResource = PageData<NewApplicationPage>;

#[component]
fn TypeChoice(resource: PageResource) -> impl IntoView {
    let language = use_language();
    let trail = vec![
        Crumb::link(common::license_applications(language), Path::Applications),
        Crumb::here(license::new_application(language)),
    ];
    view! {
        <PageHeader
            title=application::choose_type(language)
            lead=filing::choose_type_lead(language)
            trail
        />
        <Loaded
            resource
            view=|page| {
                view! {
                    <InTheWay order=page.in_the_way />
                    <div class="grid gap-4 lg:grid-cols-2">
                        <TypeCard kind=ApplicationKind::FirstLicense has_entity=page.has_entity />
                        <TypeCard kind=ApplicationKind::NewAccess has_entity=page.has_entity />
                    </div>
                }
                    .into_any()
            }
        />
    }
    .into_any()
}

/// Said before anything is typed or reserved: what is filed now can be submitted only after it.
#[component]
fn InTheWay(order: Option<OrderLink>) -> impl IntoView {
    let language = use_language();
    order.map(|order| {
        view! {
            <div class="mb-4">
                <Notice tone=Tone::Warning title=filing::waits_for_other(language, &order.number)>
                    <p class="mb-3">{filing::waits_for_other_note(language)}</p>
                    <ButtonLink
                        label=common::view(language)
                        subject=order.number
                        href=Path::Application(order.application_id).to_string()
                        kind=ButtonKind::Outline
                        size=ButtonSize::Small
                    />
                </Notice>
            </div>
        }
    })
}

#[component]
fn TypeCard(kind: ApplicationKind, has_entity: bool) -> impl IntoView {
    let language = use_language();
    let symbol = match kind {
        ApplicationKind::FirstLicense => icondata::LuFilePlus2,
        _ => icondata::LuPlug,
    };
    let href = format!("{}?type={}", Path::NewApplication, kind.code());
    let refused = kind == ApplicationKind::FirstLicense && has_entity;
    view! {
        <div class="choice bg-base-100 p-5">
            <span class="text-primary mt-0.5">
                <Icon symbol size=IconSize::Large />
            </span>
            <div class="space-y-2">
                <a class="choice-label text-lg" href=href>
                    {application::kind(language, kind)}
                </a>
                <p>{application::kind_hint(language, kind)}</p>
                <p class="text-sm muted">{filing::have_ready(language, kind)}</p>
                {refused.then(|| view! { <p class="text-sm text-warning">{entity_exists(language)}</p> })}
            </div>
        </div>
    }
    .into_any()
}

#[component]
fn ChosenType(kind: ApplicationKind, resource: PageResource) -> impl IntoView {
    let language = use_language();
    let trail = vec![
        Crumb::link(common::license_applications(language), Path::Applications),
        Crumb::link(license::new_application(language), Path::NewApplication),
        Crumb::here(application::kind(language, kind)),
    ];
    let step = FilingStep::Verify;
    view! {
        <PageHeader
            title=application::kind(language, kind)
            lead=application::step_lead(language, kind, step)
            trail
        />
        <Stepper current=step place=None first_open=step />
        <Loaded
            resource
            view=move |page| {
                let refused = kind == ApplicationKind::FirstLicense && page.has_entity;
                let taken_over = page.taken_over.filter(|_| kind == ApplicationKind::NewAccess);
                view! {
                    <InTheWay order=page.in_the_way />
                    <div class="mb-4">
                        {refused
                            .then(|| view! { <Notice tone=Tone::Warning title=entity_exists(language) /> })}
                    </div>
                    {taken_over.clone().map(|website| view! { <TakenOver website /> })}
                    <VerifyStep
                        application_id=0
                        kind
                        request_key=page.request_key
                        servers=page.servers
                        typed=page.typed
                        taken_over
                    />
                }
                    .into_any()
            }
        />
    }
    .into_any()
}

/// `Add access again`: which website it is about, and what is filled in.
#[component]
fn TakenOver(website: WebsiteTakenOver) -> impl IntoView {
    let language = use_language();
    let title = filing::again_for(language, &website.domain, &website.license_number);
    view! {
        <div class="mb-4">
            <Notice tone=Tone::Info title>
                <p>{filing::again_note(language)}</p>
            </Notice>
        </div>
    }
}

/// Said before anything is typed; the server refuses with the same words.
fn entity_exists(language: crate::language::Language) -> String {
    problem(language, &Problem::EntityExists, None)
}
