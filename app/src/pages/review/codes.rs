mod dialogs;

use crate::api::page_data::{PageData, page_data};
use crate::api::review::{DisableCodeByStaff, RestoreCode, StaffCodes, load_all_codes};
use crate::api::typed::FormPage;
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::chosen_code::name_of_dialog;
use crate::parts::cursor_pages::CursorPages;
use crate::parts::live_refresh::use_live_refresh;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::parts::status_tag::CodeStatusTag;
use crate::routes::Path;
use crate::text::{code, common, staff};
use crate::ui::button::{ButtonKind, ButtonLink, ButtonSize};
use crate::ui::data_table::{ActionsCell, Cell, Column, DataTable, Row, Stack};
use crate::ui::dialog::use_dialog_links;
use crate::ui::empty_state::EmptyState;
use crate::ui::filter::{FilterForm, FilterSelect, FilterText};
use crate::ui::select_field::Choice;
use crate::ui::time::Time;
use dialogs::{DisableDialog, RestoreDialog};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use leptos_router::params::ParamsMap;
use shared::authorization_code::InvalidReason;
use shared::wire::code::{CodeFilter, CodeRow, CodeStatusView};

/// `/review/codes`: the codes of all holders.
pub struct StaffCodeList {
    codes: PageData<FormPage<StaffCodes>>,
    disable: ServerAction<DisableCodeByStaff>,
    restore: ServerAction<RestoreCode>,
}

impl Screen for StaffCodeList {
    fn data() -> Self {
        let query = use_query_map();
        let codes = page_data(move || filter_in(&query.read()), load_all_codes);
        Self {
            codes,
            disable: ServerAction::new(),
            restore: ServerAction::new(),
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        let query = use_query_map();
        use_live_refresh(self.codes, None);
        let view = move |form: FormPage<StaffCodes>| {
            let list = form.page.clone();
            view! {
                <PageHeader title=common::authorization_codes(language) lead=staff::codes_lead(language) />
                <CodeFilters filter=filter_in(&query.read_untracked()) />
                <CodeTable list />
                <DisableDialog codes=form.page.page.codes.items.clone() typed=form.typed action=self.disable />
                <RestoreDialog codes=form.page.page.codes.items action=self.restore />
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
    view! {
        <FilterForm action=Path::ReviewCodes.to_string()>
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
fn CodeTable(list: StaffCodes) -> impl IntoView {
    let language = use_language();
    let codes = list.page.codes;
    if codes.items.is_empty() {
        let hint = code::no_codes_found(language);
        return view! { <EmptyState title=code::no_codes(language) hint /> }.into_any();
    }
    let columns = vec![
        Column::new(common::authorization_code(language)),
        Column::new(staff::owner(language)),
        Column::new(staff::server(language)),
        Column::new(staff::applied(language)),
        Column::new(staff::expires(language)),
        Column::new(common::status(language)),
        Column::at_end(common::actions(language)),
    ];
    let (may_disable, may_restore) = (list.may_disable, list.may_restore);
    let rows = codes
        .items
        .into_iter()
        .map(|row| view! { <CodeTableRow row may_disable may_restore /> })
        .collect_view();
    view! {
        <DataTable caption=common::authorization_codes(language) columns stack=Stack::Wide>
            {rows}
        </DataTable>
        <CursorPages previous=codes.previous next=codes.next />
    }
    .into_any()
}

#[component]
fn CodeTableRow(row: CodeRow, may_disable: bool, may_restore: bool) -> impl IntoView {
    let language = use_language();
    let can_disable = matches!(
        row.status,
        CodeStatusView::Unused | CodeStatusView::Licensing { .. }
    );
    let can_restore = matches!(
        row.status,
        CodeStatusView::Invalid {
            reason: InvalidReason::DisabledByStaff,
            ..
        }
    );
    let dialog_href = use_dialog_links();
    let open = |dialog: &str, label: &'static str| {
        let href = dialog_href(&name_of_dialog(dialog, row.id));
        let subject = row.code.clone();
        view! {
            <ButtonLink
                label
                subject
                href
                kind=ButtonKind::Ghost
                size=ButtonSize::Small
                same_page=true
            />
        }
    };
    let disable = (may_disable && can_disable).then(|| open("disable", code::disable(language)));
    let restore = (may_restore && can_restore).then(|| open("restore", code::restore(language)));
    view! {
        <Row>
            <Cell>
                <span class="mono">{row.code}</span>
                <div class="text-sm muted break-words">{row.note}</div>
            </Cell>
            <Cell label=staff::owner(language)>{row.owner}</Cell>
            <Cell label=staff::server(language)>
                <div>{row.server_name}</div>
                <div class="mono muted">{row.public_ip}</div>
            </Cell>
            <Cell label=staff::applied(language)>
                <Time at=row.applied_at />
            </Cell>
            <Cell label=staff::expires(language)>
                <Time at=row.expires_at />
            </Cell>
            <Cell label=common::status(language)>
                <CodeStatusTag status=row.status />
            </Cell>
            <ActionsCell>{disable} {restore}</ActionsCell>
        </Row>
    }
    .into_any()
}
