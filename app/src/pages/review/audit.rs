mod row;

use crate::api::page_data::{PageData, page_data};
use crate::api::review::load_audit;
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::cursor_pages::CursorPages;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::routes::Path;
use crate::text::{audit, common};
use crate::ui::address::query_string;
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::data_table::{Column, DataTable, Stack};
use crate::ui::empty_state::EmptyState;
use crate::ui::filter::{FilterForm, FilterSelect, FilterText};
use crate::ui::select_field::Choice;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;
use row::AuditTableRow;
use shared::wire::Page;
use shared::wire::audit::{AuditFilter, AuditRow};

/// `/review/audit`: who did what, and when.
pub struct AuditTrail {
    events: PageData<Page<AuditRow>>,
}

impl Screen for AuditTrail {
    fn data() -> Self {
        let query = use_query_map();
        Self {
            events: page_data(move || filter_in(&query.read()), load_audit),
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        let query = use_query_map();
        let export = move |format: &'static str| {
            Signal::derive(move || {
                let mut query = query.get();
                query.remove("cursor");
                format!("{}/export.{format}{}", Path::Audit, query_string(query))
            })
        };
        let download = move |label: &'static str, format: &'static str| {
            view! {
                <ButtonLink
                    label
                    href=export(format)
                    kind=ButtonKind::Outline
                    icon=icondata::LuDownload
                    download=true
                />
            }
        };
        let view = move |page: Page<AuditRow>| {
            view! {
                <PageHeader title=common::audit_trail(language) lead=audit::lead(language)>
                    {download(audit::export_csv(language), "csv")}
                    {download(audit::export_xlsx(language), "xlsx")}
                </PageHeader>
                <AuditFilters filter=filter_in(&query.read_untracked()) />
                <AuditTable page />
            }
            .into_any()
        };
        view! { <Loaded resource=self.events view /> }.into_any()
    }
}

fn filter_in(query: &ParamsMap) -> AuditFilter {
    let given = |key: &str| query.get(key).filter(|value| !value.is_empty());
    AuditFilter {
        kind: given("kind"),
        actor: given("actor"),
        application: given("application"),
        from: given("from"),
        to: given("to"),
        cursor: given("cursor"),
    }
}

#[component]
fn AuditFilters(filter: AuditFilter) -> impl IntoView {
    let language = use_language();
    let groups = audit::groups(language).map(|(kind, words)| Choice::new(kind, words));
    let all = Choice::new("", audit::all_events(language));
    let whole = AuditFilter {
        cursor: None,
        ..filter.clone()
    };
    let active = whole != AuditFilter::default();
    view! {
        <FilterForm action=Path::Audit.to_string() active>
            <FilterSelect
                name="kind"
                label=audit::event_column(language)
                choices=std::iter::once(all).chain(groups).collect()
                value=filter.kind.unwrap_or_default()
            />
            <FilterText name="actor" label=audit::actor_column(language) value=filter.actor.unwrap_or_default() />
            <FilterText
                name="application"
                label=audit::application(language)
                value=filter.application.unwrap_or_default()
            />
            <FilterText name="from" label=audit::from(language) html_type="date" value=filter.from.unwrap_or_default() />
            <FilterText name="to" label=audit::to(language) html_type="date" value=filter.to.unwrap_or_default() />
        </FilterForm>
    }
    .into_any()
}

#[component]
fn AuditTable(page: Page<AuditRow>) -> impl IntoView {
    let language = use_language();
    if page.items.is_empty() {
        let (title, hint) = (
            audit::nothing_found(language),
            audit::nothing_found_hint(language),
        );
        return view! { <EmptyState title hint /> }.into_any();
    }
    let columns = vec![
        Column::new(audit::time(language)),
        Column::new(audit::actor_column(language)),
        Column::new(audit::event_column(language)),
        Column::new(audit::subject_column(language)),
        Column::new(audit::detail(language)),
    ];
    let rows = page
        .items
        .into_iter()
        .map(|row| view! { <AuditTableRow row /> })
        .collect_view();
    view! {
        <DataTable caption=common::audit_trail(language) columns stack=Stack::Wide>
            {rows}
        </DataTable>
        <CursorPages previous=page.previous next=page.next />
    }
    .into_any()
}
