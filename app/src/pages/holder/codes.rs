mod code_row;
mod filter;
mod status_legend;
mod take_back_dialog;

use crate::api::codes::{NoteCode, load_codes};
use crate::api::page_data::{PageData, page_data, successes};
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::chosen_code::ListedCodes;
use crate::parts::live_refresh::use_live_refresh;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::routes::Path;
use crate::text::{code, common};
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::data_table::{Column, DataTable, Stack};
use crate::ui::dialog::use_dialog_links;
use crate::ui::empty_state::EmptyState;
use crate::ui::notice::Notice;
use crate::ui::pagination::Pagination;
use crate::ui::status_badge::Tone;
use code_row::{DisableDialog, NoteDialog, code_row};
pub use filter::address_of;
use filter::{FilterBar, filter_of};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::wire::code::{CodeFilter, CodesPage};
use status_legend::StatusLegend;
use take_back_dialog::TakeBackDialog;

/// `/console/codes`: codes with their status (S27 to S34). The filter is the address;
/// `&disabled=` and `&taken_back=` say what has just been done to which code.
pub struct Codes {
    page: PageData<CodesPage>,
    note: ServerAction<NoteCode>,
}

impl Screen for Codes {
    fn data() -> Self {
        let query = use_query_map();
        let filter = Memo::new(move |_| {
            let query = query.read();
            let done = (query.get("disabled"), query.get("taken_back"));
            (filter_of(&query), done)
        });
        let note = ServerAction::<NoteCode>::new();
        let noted = successes(note);
        let asked = move || (filter.get(), noted.get());
        Self {
            page: page_data(asked, |((filter, _), _)| load_codes(filter)),
            note,
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        use_live_refresh(self.page, None);
        let view = move |page| {
            view! {
                <PageHeader
                    title=common::manage_authorization_code(language)
                    lead=code::manage_lead(language)
                >
                    <ButtonLink
                        label=common::apply_for_authorization_code(language)
                        href=Path::ApplyForCode.to_string()
                        kind=ButtonKind::Outline
                    />
                </PageHeader>
                <CodeList page note=self.note />
            }
            .into_any()
        };
        view! { <Loaded resource=self.page view /> }.into_any()
    }
}

#[component]
fn CodeList(page: CodesPage, note: ServerAction<NoteCode>) -> impl IntoView {
    let filter = filter_of(&use_query_map().read_untracked());
    let is_filtered = CodeFilter {
        sort: None,
        cursor: None,
        ..filter.clone()
    } != CodeFilter::default();
    if page.codes.items.is_empty() && !is_filtered {
        return view! { <NoCodes /> }.into_any();
    }
    let to_page = |cursor: Option<String>| {
        cursor.map(|cursor| {
            let filter = CodeFilter {
                cursor: Some(cursor),
                ..filter.clone()
            };
            address_of(&filter)
        })
    };
    let (newer, older) = (
        to_page(page.codes.previous.clone()),
        to_page(page.codes.next.clone()),
    );
    view! {
        <Done />
        <StatusLegend policy=page.policy.clone() />
        <FilterBar filter=filter.clone() servers=page.servers.clone() />
        <CodeTable page filter note />
        <Pagination newer older />
    }
    .into_any()
}

/// What has just been done.
#[component]
fn Done() -> impl IntoView {
    let language = use_language();
    let query = use_query_map();
    move || {
        let query = query.read();
        let disabled = query.get("disabled").map(|_| code::disabled(language));
        let taken_back = query.get("taken_back").map(|_| code::taken_back(language));
        disabled.or(taken_back).map(|done| {
            view! {
                <div class="mb-5">
                    <Notice tone=Tone::Success title=done live=true />
                </div>
            }
        })
    }
}

#[component]
fn CodeTable(page: CodesPage, filter: CodeFilter, note: ServerAction<NoteCode>) -> impl IntoView {
    let language = use_language();
    if page.codes.items.is_empty() {
        return view! {
            <EmptyState
                icon=icondata::LuSearchX
                title=code::no_codes_found_title(language)
                hint=code::no_codes_found(language)
            >
                <ButtonLink
                    label=code::show_all(language)
                    href=Path::ManageCodes.to_string()
                    kind=ButtonKind::Outline
                />
            </EmptyState>
        }
        .into_any();
    }
    let columns = vec![
        Column::new(code::code_heading(language)),
        Column::new(code::server(language)),
        Column::new(code::applied_heading(language)),
        Column::new(code::expires_heading(language)),
        Column::new(common::status(language)),
        Column::at_end(common::actions(language)),
    ];
    let return_to = address_of(&filter);
    let dialog_href = use_dialog_links();
    let codes = ListedCodes::from(page.codes.items);
    let rows = codes
        .iter()
        .map(|row| code_row(language, row, &dialog_href))
        .collect_view();
    view! {
        <DataTable caption=code::codes(language) columns stack=Stack::Wide>
            {rows}
        </DataTable>
        <DisableDialog
            codes=codes.clone()
            quota_mode=page.policy.quota_mode
            return_to=return_to.clone()
        />
        <TakeBackDialog codes=codes.clone() return_to=return_to.clone() />
        <NoteDialog codes return_to action=note />
    }
    .into_any()
}

#[component]
fn NoCodes() -> impl IntoView {
    let language = use_language();
    view! {
        <EmptyState
            icon=icondata::LuKeyRound
            title=code::no_codes(language)
            hint=code::no_codes_hint(language)
        >
            <ButtonLink
                label=common::apply_for_authorization_code(language)
                href=Path::ApplyForCode.to_string()
            />
        </EmptyState>
    }
    .into_any()
}
