use crate::api::licenses::load_licenses;
use crate::api::page_data::{PageData, page_data};
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::routes::Path;
use crate::text::{common, license, list};
use crate::ui::breadcrumbs::Crumb;
use crate::ui::button::{ButtonKind, ButtonLink, ButtonSize};
use crate::ui::data_table::{ActionsCell, Cell, Column, DataTable, Row};
use crate::ui::empty_state::EmptyState;
use crate::ui::time::Time;
use leptos::prelude::*;
use shared::wire::license::{ArchivedWebsite, LicensesPage};

/// `/console/archive`: websites whose access here has ended (S17).
pub struct Archive {
    licenses: PageData<LicensesPage>,
}

impl Screen for Archive {
    fn data() -> Self {
        Self {
            licenses: page_data(|| (), |()| load_licenses()),
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        let trail = vec![
            Crumb::link(common::my_licenses(language), Path::Console),
            Crumb::here(license::archive(language)),
        ];
        let view = move |page: LicensesPage| {
            view! {
                <PageHeader
                    title=license::archive(language)
                    lead=license::archive_lead(language)
                    trail=trail.clone()
                />
                <ArchiveList websites=page.archive />
            }
            .into_any()
        };
        view! { <Loaded resource=self.licenses view /> }.into_any()
    }
}

#[component]
fn ArchiveList(websites: Vec<ArchivedWebsite>) -> impl IntoView {
    let language = use_language();
    if websites.is_empty() {
        return view! {
            <EmptyState
                icon=icondata::LuArchive
                title=license::no_archive(language)
                hint=license::no_archive_hint(language)
            />
        }
        .into_any();
    }
    let columns = vec![
        Column::new(license::website(language)),
        Column::new(license::website_license_number(language)),
        Column::new(license::canceled(language)),
        Column::at_end(common::actions(language)),
    ];
    let rows = websites
        .into_iter()
        .map(|website| view! { <ArchiveRow website /> })
        .collect_view();
    view! {
        <DataTable caption=license::archive(language) columns>
            {rows}
        </DataTable>
    }
    .into_any()
}

#[component]
fn ArchiveRow(website: ArchivedWebsite) -> impl IntoView {
    let language = use_language();
    let domains = list(language, &website.domains);
    let name = website.name.clone();
    view! {
        <Row>
            <Cell>
                <div class="font-medium">{name}</div>
                <div class="muted">{domains}</div>
            </Cell>
            <Cell label=license::website_license_number(language)>
                <span class="mono">{website.license_number}</span>
            </Cell>
            <Cell label=license::canceled(language)>
                <Time at=website.canceled_at />
            </Cell>
            <ActionsCell>
                <ButtonLink
                    label=common::view(language)
                    subject=website.name
                    href=Path::ArchivedRecord(website.access_id).to_string()
                    kind=ButtonKind::Ghost
                    size=ButtonSize::Small
                />
            </ActionsCell>
        </Row>
    }
}
