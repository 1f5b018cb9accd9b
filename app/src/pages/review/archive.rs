use crate::api::page_data::{PageData, page_data};
use crate::api::review::load_archive;
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::cursor_pages::CursorPages;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::routes::Path;
use crate::text::{common, license, list, review, staff};
use crate::ui::data_table::{Cell, Column, DataTable, Row, Stack};
use crate::ui::empty_state::EmptyState;
use crate::ui::filter::{FilterForm, FilterText};
use crate::ui::time::Time;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;
use shared::wire::Page;
use shared::wire::license::{ArchiveFilter, ArchiveRow};

/// `/review/archive`: accesses of all holders that have ended (S17).
pub struct StaffArchive {
    archive: PageData<Page<ArchiveRow>>,
}

impl Screen for StaffArchive {
    fn data() -> Self {
        let query = use_query_map();
        Self {
            archive: page_data(move || filter_in(&query.read()), load_archive),
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        let query = use_query_map();
        let view = move |page: Page<ArchiveRow>| {
            let filter = filter_in(&query.read_untracked());
            view! {
                <PageHeader title=license::archive(language) lead=staff::archive_lead(language) />
                <FilterForm action=Path::StaffArchive.to_string() active=filter.search.is_some()>
                    <FilterText
                        name="search"
                        label=staff::search_archive(language)
                        value=filter.search.unwrap_or_default()
                    />
                </FilterForm>
                <ArchiveTable page />
            }
            .into_any()
        };
        view! { <Loaded resource=self.archive view /> }.into_any()
    }
}

fn filter_in(query: &ParamsMap) -> ArchiveFilter {
    let given = |key: &str| query.get(key).filter(|value| !value.is_empty());
    ArchiveFilter {
        search: given("search"),
        cursor: given("cursor"),
    }
}

#[component]
fn ArchiveTable(page: Page<ArchiveRow>) -> impl IntoView {
    let language = use_language();
    if page.items.is_empty() {
        let hint = staff::no_archive_hint(language);
        return view! { <EmptyState title=staff::no_archive(language) hint /> }.into_any();
    }
    let columns = vec![
        Column::new(license::website(language)),
        Column::new(license::website_license_number(language)),
        Column::new(license::entity(language)),
        Column::new(license::canceled(language)),
        Column::new(staff::number(language)),
    ];
    let rows = page
        .items
        .into_iter()
        .map(|row| view! { <ArchiveTableRow row /> })
        .collect_view();
    view! {
        <DataTable caption=license::archive(language) columns stack=Stack::Wide>
            {rows}
        </DataTable>
        <CursorPages previous=page.previous next=page.next />
    }
    .into_any()
}

#[component]
fn ArchiveTableRow(row: ArchiveRow) -> impl IntoView {
    let language = use_language();
    let order = match row.cancellation {
        Some(order) => {
            let href = Path::ReviewApplication(order.application_id).to_string();
            view! { <a class="link mono" href=href>{order.number}</a> }.into_any()
        }
        None => common::none(language).into_any(),
    };
    view! {
        <Row>
            <Cell>
                <div class="font-medium">{row.website_name}</div>
                <div class="muted">{list(language, &row.domains)}</div>
            </Cell>
            <Cell label=license::website_license_number(language)>
                <span class="mono">{row.license_number}</span>
            </Cell>
            <Cell label=license::entity(language)>
                <div>{row.entity_name}</div>
                <div class="muted">
                    <span class="sr-only">{review::holder(language)} " "</span>
                    {row.holder}
                </div>
            </Cell>
            <Cell label=license::canceled(language)>
                <Time at=row.canceled_at />
            </Cell>
            <Cell label=staff::number(language)>{order}</Cell>
        </Row>
    }
    .into_any()
}
