use crate::api::licenses::{WebsiteOnRecord, WebsitePage, load_website};
use crate::api::page_data::{PageData, page_data};
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::cancel_access_dialog::{CancelAccessDialog, cancel_access_dialog};
use crate::parts::definition_list::{Definition, DefinitionList};
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::parts::running_applications::CancellationInReview;
use crate::routes::Path;
use crate::text::license::cancel_access;
use crate::text::{common, license, website};
use crate::ui::breadcrumbs::Crumb;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::card::Card;
use crate::ui::dialog::use_dialog;
use crate::ui::notice::Notice;
use crate::ui::status_badge::{StatusBadge, Tone};
use crate::ui::time::Time;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shared::wire::license::{ArchivedWebsite, EntityView, WebsiteRow};

/// `/console/websites/{id}`: what is on record of one website.
pub struct Website {
    page: PageData<WebsitePage>,
}

impl Screen for Website {
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
            page: page_data(id, load_website),
        }
    }

    fn view(self) -> AnyView {
        view! {
            <Loaded
                resource=self.page
                view=|page| match page.website {
                    WebsiteOnRecord::Active(website) => {
                        view! { <Active website entity=page.entity /> }.into_any()
                    }
                    WebsiteOnRecord::Archived(website) => {
                        view! { <Archived website /> }.into_any()
                    }
                }
            />
        }
        .into_any()
    }
}

#[component]
fn Active(website: WebsiteRow, entity: Option<EntityView>) -> impl IntoView {
    let language = use_language();
    let trail = vec![
        Crumb::link(common::my_licenses(language), Path::Console),
        Crumb::here(website.name.clone()),
    ];
    let refused = website.cancel_refused();
    let popup = use_dialog(cancel_access_dialog(website.id));
    let cancel_link = refused.is_none().then(|| {
        view! {
            <ButtonLink
                label=common::cancel_access(language)
                href=popup.open_href
                kind=ButtonKind::DangerOutline
                same_page=true
            />
        }
    });
    let number = entity.as_ref().map(|entity| entity.license_number.clone());
    let dialog = view! {
        <CancelAccessDialog website=website.clone() entity=number.unwrap_or_default() />
    };
    view! {
        <PageHeader title=website.name.clone() lead=website.domains.join(", ") trail>
            {cancel_link}
        </PageHeader>
        <div class="space-y-5">
            {website
                .resolves_elsewhere_since
                .map(|since| {
                    view! {
                        <Notice tone=Tone::Warning title=website::points_elsewhere(language)>
                            <p>{license::resolves_elsewhere(language, since)}</p>
                        </Notice>
                    }
                })}
            {refused
                .map(|why| {
                    view! {
                        <Notice tone=Tone::Info title=website::cannot_cancel(language)>
                            <p>{license::unavailable(language, why)}</p>
                        </Notice>
                    }
                })}
            <Card title=website::on_record(language)>
                <DefinitionList>
                    <Numbers entity license_number=website.license_number />
                    <Definition term=website::domains(language)>{website.domains.join(", ")}</Definition>
                    <Definition term=license::server_ip(language)>
                        <span class="mono">{website.ips.join(", ")}</span>
                    </Definition>
                    <Definition term=license::access(language)>
                        <StatusBadge tone=Tone::Success label=license::active(language) />
                        {website
                            .running_cancellation
                            .map(|order| view! { <CancellationInReview order /> })}
                    </Definition>
                    {website
                        .has_other_access
                        .then(|| {
                            view! {
                                <Definition term=website::other_access(language)>
                                    {website::other_access_known(language)}
                                </Definition>
                            }
                        })}
                </DefinitionList>
            </Card>
        </div>
        {dialog}
    }
    .into_any()
}

#[component]
fn Archived(website: ArchivedWebsite) -> impl IntoView {
    let language = use_language();
    let trail = vec![
        Crumb::link(common::my_licenses(language), Path::Console),
        Crumb::link(license::archive(language), Path::Archive),
        Crumb::here(website.name.clone()),
    ];
    let href = Path::ArchivedRecord(website.access_id).to_string();
    view! {
        <PageHeader title=website.name.clone() lead=website.domains.join(", ") trail />
        <Notice tone=Tone::Info title=cancel_access::completed_title(language)>
            <p class="mb-3"><Time at=website.canceled_at /></p>
            <ButtonLink
                label=common::view(language)
                subject=website.name
                href
                kind=ButtonKind::Outline
            />
        </Notice>
    }
    .into_any()
}

#[component]
fn Numbers(entity: Option<EntityView>, license_number: String) -> impl IntoView {
    let language = use_language();
    view! {
        {entity
            .map(|entity| {
                view! {
                    <Definition term=license::entity(language)>{entity.name}</Definition>
                    <Definition term=license::entity_license_number(language)>
                        <span class="mono">{entity.license_number}</span>
                    </Definition>
                }
            })}
        <Definition term=license::website_license_number(language)>
            <span class="mono">{license_number}</span>
        </Definition>
    }
    .into_any()
}
