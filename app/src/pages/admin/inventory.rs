use crate::api::admin::load_inventory;
use crate::api::page_data::{PageData, page_data};
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::cursor_pages::CursorPages;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::text::problem::ineligibility;
use crate::text::{code, common, staff};
use crate::ui::data_table::{Cell, Column, DataTable, Row, Stack};
use crate::ui::empty_state::EmptyState;
use crate::ui::status_badge::{StatusBadge, Tone};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::wire::Page;
use shared::wire::code::ServerRow;

/// `/admin/inventory`: every server of every account.
pub struct InventoryList {
    servers: PageData<Page<ServerRow>>,
}

impl Screen for InventoryList {
    fn data() -> Self {
        let query = use_query_map();
        let cursor = move || {
            query
                .read()
                .get("cursor")
                .filter(|cursor| !cursor.is_empty())
        };
        Self {
            servers: page_data(cursor, load_inventory),
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        let view = move |page: Page<ServerRow>| {
            view! {
                <PageHeader title=common::inventory(language) lead=staff::inventory_lead(language) />
                <ServerTable page />
            }
            .into_any()
        };
        view! { <Loaded resource=self.servers view /> }.into_any()
    }
}

#[component]
fn ServerTable(page: Page<ServerRow>) -> impl IntoView {
    let language = use_language();
    if page.items.is_empty() {
        let (title, hint) = (
            staff::no_servers(language),
            staff::no_servers_hint(language),
        );
        return view! { <EmptyState title hint /> }.into_any();
    }
    let columns = vec![
        Column::new(staff::server(language)),
        Column::new(staff::public_ip(language)),
        Column::new(staff::term(language)),
        Column::new(common::status(language)),
        Column::new(staff::condition(language)),
        Column::new(common::authorization_codes(language)),
    ];
    let rows = page
        .items
        .into_iter()
        .map(|row| view! { <ServerTableRow row /> })
        .collect_view();
    view! {
        <DataTable caption=common::inventory(language) columns stack=Stack::Wide>
            {rows}
        </DataTable>
        <CursorPages previous=page.previous next=page.next />
    }
    .into_any()
}

#[component]
fn ServerTableRow(row: ServerRow) -> impl IntoView {
    let language = use_language();
    let condition = if row.failed.is_empty() {
        view! { <StatusBadge tone=Tone::Success label=staff::eligible(language) /> }.into_any()
    } else {
        let failed = row
            .failed
            .iter()
            .map(|failed| view! { <li>{ineligibility(language, *failed)}</li> })
            .collect_view();
        view! { <ul class="text-sm muted">{failed}</ul> }.into_any()
    };
    view! {
        <Row>
            <Cell>
                <div class="font-medium">{row.name}</div>
                <div class="muted">{row.region}</div>
            </Cell>
            <Cell label=staff::public_ip(language)>
                <span class="mono">{row.public_ip.unwrap_or_else(|| "–".to_owned())}</span>
            </Cell>
            <Cell label=staff::term(language)>
                <div>{code::billing(language, row.billing)}</div>
                <div class="muted">{code::term(language, row.term_months, row.term)}</div>
            </Cell>
            <Cell label=common::status(language)>{code::server_state(language, row.state)}</Cell>
            <Cell label=staff::condition(language)>{condition}</Cell>
            <Cell label=common::authorization_codes(language)>
                {code::issued(language, row.issued, row.quota)}
            </Cell>
        </Row>
    }
    .into_any()
}
