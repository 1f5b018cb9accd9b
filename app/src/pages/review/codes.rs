mod code_row;
mod dialogs;

use crate::api::page_data::{PageData, page_data, successes};
use crate::api::review::{DisableCodeByStaff, RestoreCode, StaffCodes, load_all_codes};
use crate::api::typed::FormPage;
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::chosen_code::ListedCodes;
use crate::parts::cursor_pages::CursorPages;
use crate::parts::done_notice::DoneNotice;
use crate::parts::live_refresh::use_live_refresh;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::routes::Path;
use crate::text::{code, common, staff};
use crate::ui::data_table::{Column, DataTable, Stack};
use crate::ui::dialog::use_dialog_links;
use crate::ui::empty_state::EmptyState;
use crate::ui::filter::{FilterForm, FilterSelect, FilterText};
use crate::ui::select_field::Choice;
use code_row::{Allowed, code_row};
use dialogs::{DisableDialog, RestoreDialog};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;
use shared::wire::code::CodeFilter;

/// `/review/codes`: the codes of all holders.
pub struct StaffCodeList {
    codes: PageData<FormPage<StaffCodes>>,
    disable: ServerAction<DisableCodeByStaff>,
    restore: ServerAction<RestoreCode>,
}

impl Screen for StaffCodeList {
    fn data() -> Self {
        let query = use_query_map();
        let (disable, restore) = (ServerAction::new(), ServerAction::new());
        // A refused form keeps what was typed: only a change draws the list anew.
        let disabled = successes(disable);
        let restored = successes(restore);
        let asked = move || (filter_in(&query.read()), disabled.get(), restored.get());
        Self {
            codes: page_data(asked, |(filter, _, _)| load_all_codes(filter)),
            disable,
            restore,
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        let query = use_query_map();
        use_live_refresh(self.codes, None);
        let view = move |form: FormPage<StaffCodes>| {
            let list = form.page;
            let codes = ListedCodes::from(list.page.codes.items);
            let allowed = Allowed {
                disable: list.may_disable,
                restore: list.may_restore,
            };
            let (previous, next) = (list.page.codes.previous, list.page.codes.next);
            view! {
                <PageHeader title=common::authorization_codes(language) lead=staff::codes_lead(language) />
                <DoneNotice />
                <CodeFilters filter=filter_in(&query.read_untracked()) />
                <CodeTable codes=codes.clone() allowed />
                <CursorPages previous next />
                <DisableDialog codes=codes.clone() typed=form.typed action=self.disable />
                <RestoreDialog codes action=self.restore />
            }
            .into_any()
        };
        view! { <Loaded resource=self.codes view /> }.into_any()
    }
}

fn filter_in(query: &ParamsMap) -> CodeFilter {
    let given = |key: &str| query.get(key).filter(|value| !value.is_empty());
    CodeFilter {
        status: given("status"),
        search: given("search"),
        cursor: given("cursor"),
        ..CodeFilter::default()
    }
}

#[component]
fn CodeFilters(filter: CodeFilter) -> impl IntoView {
    let language = use_language();
    let statuses = vec![
        Choice::new("", staff::all_statuses(language)),
        Choice::new("unused", common::unused(language)),
        Choice::new("licensing", common::licensing(language)),
        Choice::new("used", common::used(language)),
        Choice::new("invalid", common::invalid(language)),
    ];
    let active = filter.status.is_some() || filter.search.is_some();
    view! {
        <FilterForm action=Path::ReviewCodes.to_string() active>
            <FilterSelect
                name="status"
                label=common::status(language)
                choices=statuses
                value=filter.status.unwrap_or_default()
            />
            <FilterText
                name="search"
                label=staff::search_codes(language)
                value=filter.search.unwrap_or_default()
            />
        </FilterForm>
    }
    .into_any()
}

#[component]
fn CodeTable(codes: ListedCodes, allowed: Allowed) -> impl IntoView {
    let language = use_language();
    if codes.is_empty() {
        let hint = code::no_codes_found(language);
        return view! { <EmptyState title=code::no_codes(language) hint /> }.into_any();
    }
    let columns = vec![
        Column::new(common::authorization_code(language)),
        Column::new(staff::owner(language)),
        Column::new(staff::server(language)),
        Column::new(staff::applied(language)),
        Column::new(common::status(language)),
        Column::at_end(common::actions(language)),
    ];
    let dialog_href = use_dialog_links();
    let rows = codes
        .iter()
        .map(|row| code_row(language, row, allowed, &dialog_href))
        .collect_view();
    view! {
        <DataTable caption=common::authorization_codes(language) columns stack=Stack::Wide>
            {rows}
        </DataTable>
    }
    .into_any()
}
