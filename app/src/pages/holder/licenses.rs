mod website_row;

use crate::api::licenses::load_licenses;
use crate::api::page_data::{PageData, page_data};
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::cancel_access_dialog::{CancelAccessDialog, cancel_access_dialog};
use crate::parts::live_refresh::use_live_refresh;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::parts::running_applications::RunningApplications;
use crate::routes::Path;
use crate::text::license::cancel_access;
use crate::text::{common, license, space};
use crate::ui::button::ButtonLink;
use crate::ui::data_table::{Column, DataTable, Stack};
use crate::ui::dialog::{Dialog, DialogActions, use_dialog};
use crate::ui::empty_state::EmptyState;
use crate::ui::status_badge::{StatusBadge, Tone};
use crate::ui::time::Time;
use leptos::prelude::*;
use shared::wire::license::{ArchivedWebsite, EntityView, LicensesPage, WebsiteRow};
use website_row::WebsiteTableRow;

/// `/console`: My Licenses.
pub struct Licenses {
    page: PageData<LicensesPage>,
}

impl Screen for Licenses {
    fn data() -> Self {
        Self {
            page: page_data(|| (), |()| load_licenses()),
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        use_live_refresh(self.page, None);
        let view = move |page| {
            view! {
                <PageHeader title=common::my_licenses(language) lead=license::lead(language)>
                    <ButtonLink
                        label=license::new_application(language)
                        href=Path::NewApplication.to_string()
                    />
                </PageHeader>
                <EntityAndWebsites page />
            }
            .into_any()
        };
        view! { <Loaded resource=self.page view /> }.into_any()
    }
}

#[component]
fn EntityAndWebsites(page: LicensesPage) -> impl IntoView {
    let language = use_language();
    let running = page.running;
    let Some(entity) = page.entity else {
        let hint = if running.is_empty() {
            license::no_entity_hint(language)
        } else {
            license::no_entity_yet_hint(language)
        };
        return view! {
            <RunningApplications rows=running />
            <EmptyState
                icon=icondata::LuFileText
                title=license::no_entity(language)
                hint
            />
        }
        .into_any();
    };
    let popups = page
        .websites
        .iter()
        .cloned()
        .map(|website| {
            view! { <CancelAccessDialog website entity=entity.license_number.clone() /> }
        })
        .collect_view();
    // Of an access that has ended since: its record has taken the place of the row.
    let ended = page.archive.into_iter().filter(|ended| {
        let mut websites = page.websites.iter();
        websites.all(|website| website.id != ended.id)
    });
    let ended = ended
        .map(|website| view! { <EndedDialog website /> })
        .collect_view();
    view! {
        <EntityCard entity />
        <RunningApplications rows=running />
        <Websites websites=page.websites />
        <p class="mt-3 text-sm muted">
            {license::archive_note(language)} {space(language)}
            <a class="link" href=Path::Archive.to_string()>{license::archive(language)}</a>
        </p>
        {popups}
        {ended}
    }
    .into_any()
}

/// The pop-up's address after the access has ended.
#[component]
fn EndedDialog(website: ArchivedWebsite) -> impl IntoView {
    let language = use_language();
    let name = cancel_access_dialog(website.id);
    let address = use_dialog(name.clone());
    let title = cancel_access::title(language, &website.domains.join(", "));
    address.open.get_untracked().then(|| {
        view! {
            <Dialog id=name title address>
                <p class="mt-4">
                    {cancel_access::completed_title(language)} {space(language)}
                    <Time at=website.canceled_at />
                </p>
                <DialogActions leave=common::close(language) close_href=address.close_href>
                    <ButtonLink
                        label=common::view(language)
                        subject=website.name
                        href=Path::ArchivedRecord(website.access_id).to_string()
                    />
                </DialogActions>
            </Dialog>
        }
    })
}

#[component]
fn EntityCard(entity: EntityView) -> impl IntoView {
    let language = use_language();
    view! {
        <section class="card-box mb-5" aria-label=license::entity(language)>
            <dl class="flex flex-wrap gap-x-10 gap-y-3">
                <div>
                    <dt class="text-sm muted">{license::entity(language)}</dt>
                    <dd class="font-medium">{entity.name}</dd>
                </div>
                <div>
                    <dt class="text-sm muted">{license::entity_license_number(language)}</dt>
                    <dd class="mono">{entity.license_number}</dd>
                </div>
                <div>
                    <dt class="text-sm muted">{common::status(language)}</dt>
                    <dd>
                        <StatusBadge tone=Tone::Success label=license::licensed(language) />
                    </dd>
                </div>
            </dl>
        </section>
    }
    .into_any()
}

#[component]
fn Websites(websites: Vec<WebsiteRow>) -> impl IntoView {
    let language = use_language();
    if websites.is_empty() {
        return view! {
            <EmptyState
                icon=icondata::LuGlobe
                title=license::no_websites(language)
                hint=license::no_websites_hint(language)
            />
        }
        .into_any();
    }
    let columns = vec![
        Column::new(license::website(language)),
        Column::new(license::website_license_number(language)),
        Column::new(license::server_ip(language)),
        Column::new(license::access(language)),
        Column::at_end(common::actions(language)),
    ];
    let rows = websites
        .into_iter()
        .map(|website| view! { <WebsiteTableRow website /> })
        .collect_view();
    view! {
        <DataTable caption=license::websites(language) columns stack=Stack::Wide>
            {rows}
        </DataTable>
    }
    .into_any()
}
