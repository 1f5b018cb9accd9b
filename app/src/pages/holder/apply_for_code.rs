use crate::api::codes::{ApplyForCodes, ServersPage, load_servers};
use crate::api::page_data::{PageData, page_data};
use crate::api::typed::FormPage;
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::live_refresh::use_live_refresh;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::parts::refusal::Refusal;
use crate::routes::Path;
use crate::text::help::authorization_codes::CONDITIONS;
use crate::text::number::{Noun, count};
use crate::text::problem::ineligibility;
use crate::text::{code, common, date, field};
use crate::ui::button::{Button, ButtonKind, ButtonLink, ButtonSize};
use crate::ui::data_table::{ActionsCell, Cell, Column, DataTable, Row, Stack};
use crate::ui::dialog::{Dialog, DialogActions, use_form_dialog, use_form_key};
use crate::ui::empty_state::EmptyState;
use crate::ui::form_errors::FormErrors;
use crate::ui::icon::Icon;
use crate::ui::notice::Notice;
use crate::ui::progress_meter::ProgressMeter;
use crate::ui::status_badge::Tone;
use crate::ui::text_field::{TextField, TextKind};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::field::Field;
use shared::policy::{CodePolicy, ServerPolicy};
use shared::wire::code::ServerRow;

/// `/console/codes/apply`: every server with what it may have (S22). `?server=&applied=`
/// says what has just been applied for.
pub struct ApplyForCode {
    page: PageData<FormPage<ServersPage>>,
    /// Successes since the page was opened. The same number of codes again leads to the same
    /// address, and must bring a page with new form keys nevertheless.
    applied: RwSignal<u32>,
}

impl Screen for ApplyForCode {
    fn data() -> Self {
        let query = use_query_map();
        let applied = RwSignal::new(0);
        let asked = move || {
            let query = query.read();
            (query.get("server"), query.get("applied"), applied.get())
        };
        Self {
            page: page_data(asked, |_| load_servers()),
            applied,
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        use_live_refresh(self.page, None);
        let view = move |page| {
            view! {
                <PageHeader
                    title=common::apply_for_authorization_code(language)
                    lead=code::apply_lead(language)
                />
                <Servers page applied=self.applied />
            }
            .into_any()
        };
        view! { <Loaded resource=self.page view /> }.into_any()
    }
}

#[component]
fn Servers(page: FormPage<ServersPage>, applied: RwSignal<u32>) -> impl IntoView {
    let language = use_language();
    let FormPage { page, typed } = page;
    if page.servers.is_empty() {
        return view! {
            <EmptyState
                icon=icondata::LuServer
                title=code::no_servers(language)
                hint=code::no_servers_hint(language)
            />
        }
        .into_any();
    }
    let columns = vec![
        Column::new(code::server(language)),
        Column::new(code::billing_heading(language)),
        Column::new(code::term_heading(language)),
        Column::new(code::public_ip(language)),
        Column::new(code::codes(language)),
        Column::at_end(common::actions(language)),
    ];
    let rows = page
        .servers
        .iter()
        .cloned()
        .map(|server| view! { <ServerTableRow server request_key=page.request_key.clone() /> })
        .collect_view();
    let dialogs = page
        .servers
        .into_iter()
        .filter(can_apply)
        .map(|server| {
            let request_key = page.request_key.clone();
            let policy = page.code_policy.clone();
            let typed = typed.about(server.id).get("count");
            let wanted = typed.unwrap_or_else(|| "1".to_owned());
            view! { <ApplyDialog server request_key wanted policy applied /> }
        })
        .collect_view();
    view! {
        <Applied />
        <Rule server=page.server_policy code=page.code_policy />
        <DataTable caption=code::servers(language) columns stack=Stack::Wide>
            {rows}
        </DataTable>
        {dialogs}
    }
    .into_any()
}

/// Which servers give codes, how many, and how long they are valid (S21, S23, S24).
#[component]
fn Rule(server: ServerPolicy, code: CodePolicy) -> impl IntoView {
    let language = use_language();
    let sentences = code::rule::sentences(language, &server, &code)
        .map(|sentence| view! { <li>{sentence}</li> })
        .collect_view();
    view! {
        <div class="mb-5">
            <Notice tone=Tone::Info title=code::rule::title(language)>
                <ul class="list-disc pl-5 mb-2 space-y-1">{sentences}</ul>
                // Loaded anew: only so do browsers go to the section.
                <a class="link" href=format!("{}#{CONDITIONS}", Path::HelpAuthorizationCodes) rel="external">
                    {code::rule::more(language)}
                </a>
            </Notice>
        </div>
    }
    .into_any()
}

/// What has just been applied for, with the way to it (S27).
#[component]
fn Applied() -> impl IntoView {
    let language = use_language();
    let query = use_query_map();
    move || {
        let number: u32 = query.read().get("applied")?.parse().ok()?;
        let server: i64 = query.read().get("server")?.parse().ok()?;
        Some(view! {
            <div class="mb-5">
                <Notice tone=Tone::Success title=code::applied(language, number) live=true>
                    <a class="link" href=codes_of(server)>
                        {common::manage_authorization_code(language)}
                    </a>
                </Notice>
            </div>
        })
    }
}

fn codes_of(server_id: i64) -> String {
    format!("{}?server_id={server_id}", Path::ManageCodes)
}

fn dialog_name(server_id: i64) -> String {
    format!("apply-{server_id}")
}

fn can_apply(server: &ServerRow) -> bool {
    server.failed.is_empty() && server.remaining > 0
}

#[component]
fn ServerTableRow(server: ServerRow, request_key: String) -> impl IntoView {
    let language = use_language();
    let address = use_form_dialog(&dialog_name(server.id), &request_key);
    let has_codes = server.failed.is_empty() || server.issued > 0;
    let apply = can_apply(&server).then(|| {
        view! {
            <ButtonLink
                label=common::apply(language)
                subject=server.name.clone()
                href=address.open_href
                size=ButtonSize::Small
                same_page=true
            />
        }
    });
    // What has codes, or can have them, can be looked at.
    let see = has_codes.then(|| {
        view! {
            <ButtonLink
                label=common::view(language)
                subject=server.name.clone()
                href=codes_of(server.id)
                kind=ButtonKind::Ghost
                size=ButtonSize::Small
            />
        }
    });
    let until = server.term.map(|term| {
        let end = date::calendar_day(language, term.ends_on);
        view! {
            <div>{count(language, server.term_months, Noun::Month)}</div>
            <div class="text-sm muted whitespace-nowrap">{code::until(language, &end)}</div>
        }
    });
    let ip = server
        .public_ip
        .clone()
        .map(|ip| view! { <span class="mono whitespace-nowrap">{ip}</span> });
    let codes_label = code::codes_of(language, &server.name);
    let (name, region, why_not) = (server.name.clone(), server.region.clone(), server.clone());
    view! {
        <Row>
            <Cell>
                <div class="font-medium whitespace-nowrap">{name}</div>
                <div class="muted">{region}</div>
            </Cell>
            <Cell label=code::billing_heading(language)>{code::billing(language, server.billing)}</Cell>
            <Cell label=code::term_heading(language)>
                {until.map_or_else(|| code::no_term(language).into_any(), IntoAny::into_any)}
            </Cell>
            <Cell label=code::public_ip(language)>
                {ip.map_or_else(|| common::none(language).into_any(), IntoAny::into_any)}
            </Cell>
            <Cell label=code::codes(language)>
                {has_codes
                    .then(|| {
                        view! { <ProgressMeter part=server.issued whole=server.quota label=codes_label /> }
                    })}
                {(!has_codes).then_some("–")}
            </Cell>
            <ActionsCell>
                <WhyNot server=why_not />
                {apply}
                {see}
            </ActionsCell>
        </Row>
    }
    .into_any()
}

/// Every reason why there is no `Apply`, each with the way out (S22).
#[component]
fn WhyNot(server: ServerRow) -> impl IntoView {
    let language = use_language();
    let mut reasons: Vec<_> = server
        .failed
        .iter()
        .map(|failed| ineligibility(language, *failed))
        .collect();
    if reasons.is_empty() && server.remaining == 0 {
        reasons.push(code::no_codes_left(language).to_owned());
    }
    (!reasons.is_empty()).then(|| {
        let items = reasons
            .into_iter()
            .map(|reason| {
                view! {
                    <li class="flex gap-1.5 items-start">
                        <span class="mt-0.5">
                            <Icon symbol=icondata::LuBan />
                        </span>
                        <span>{reason}</span>
                    </li>
                }
            })
            .collect_view();
        view! { <ul class="text-sm muted space-y-1 lg:max-w-72">{items}</ul> }
    })
}

/// The pop-up with the number (S25, S26).
#[component]
fn ApplyDialog(
    server: ServerRow,
    /// For a dialog that is opened now.
    request_key: String,
    /// What stands in the field at first.
    wanted: String,
    policy: CodePolicy,
    applied: RwSignal<u32>,
) -> impl IntoView {
    let language = use_language();
    let name = dialog_name(server.id);
    let address = use_form_dialog(&name, &request_key);
    let action = ServerAction::<ApplyForCodes>::new();
    // Whoever comes back to the dialog after `OK` sends the form that was carried out already.
    let form_key = use_form_key(&name);
    let key = move || {
        format!(
            "{}-{}",
            form_key.get().unwrap_or(request_key.clone()),
            server.id
        )
    };
    let refusal = Refusal::of(action);
    let (mode, remaining) = (policy.quota_mode, server.remaining);
    let left = code::rule::left(language, mode, remaining, server.quota);
    Effect::watch(
        move || action.value().get(),
        move |value, _, _| {
            if matches!(value, Some(Ok(()))) {
                applied.update(|applied| *applied += 1);
            }
        },
        false,
    );
    // The fields of several servers stand on this page, so the list links to none of them.
    let errors = Signal::derive(move || {
        let list = refusal.errors().get().into_iter();
        list.filter(|error| error.field.as_deref() != Some(Field::CodeCount.code()))
            .collect::<Vec<_>>()
    });
    view! {
        <Dialog id=name title=code::apply_title(language, &server.name) address>
            <ActionForm action attr:novalidate=true attr:class="mt-4 space-y-4">
                <FormErrors errors />
                <p>{left}</p>
                <input type="hidden" name="server_id" value=server.id.to_string() />
                <input type="hidden" name="request_key" value=key />
                <TextField
                    name="count"
                    id=format!("count-{}", server.id)
                    label=field::label(language, Field::CodeCount)
                    kind=TextKind::Number
                    value=wanted
                    min=1
                    max=i64::from(remaining)
                    hint=code::quota::count_hint(language, mode, remaining)
                    error=refusal.on(Field::CodeCount)
                />
                <p class="text-sm muted">
                    {code::validity_note(language, policy.validity_years)}
                </p>
                <DialogActions leave=common::give_up(language) close_href=address.close_href>
                    <Button label=common::ok(language) pending=action.pending() />
                </DialogActions>
            </ActionForm>
        </Dialog>
    }
    .into_any()
}
