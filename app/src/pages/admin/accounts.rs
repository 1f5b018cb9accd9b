use crate::api::admin::{AccountsPage, ChangeRole, CreateAccount, ResetPassword, load_accounts};
use crate::api::page_data::{PageData, page_data, successes};
use crate::api::typed::{FormPage, Typed};
use crate::language::{Language, use_language};
use crate::pages::Screen;
use crate::parts::cursor_pages::CursorPages;
use crate::parts::done_notice::DoneNotice;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::parts::refusal::Refusal;
use crate::parts::refused_notice::RefusedNotice;
use crate::parts::shown_once::ShownOnce;
use crate::text::{channel, common, field, role, staff};
use crate::ui::button::{Button, ButtonKind, ButtonLink, ButtonSize};
use crate::ui::card::Card;
use crate::ui::data_table::{ActionsCell, Cell, Column, DataTable, Row, Stack};
use crate::ui::dialog::{Dialog, DialogActions, use_dialog};
use crate::ui::form_errors::FormErrors;
use crate::ui::password_field::{PasswordField, PasswordKind};
use crate::ui::select_field::{Choice, SelectField};
use crate::ui::sent_form::empty_after;
use crate::ui::text_field::{TextField, TextKind};
use crate::ui::time::{Precision, Time};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::field::Field;
use shared::role::Role;
use shared::wire::Page;
use shared::wire::account::AccountRow;

/// `/admin/accounts`: who can log in, and as what.
pub struct AccountList {
    accounts: PageData<FormPage<AccountsPage>>,
    create: ServerAction<CreateAccount>,
    change: ServerAction<ChangeRole>,
    reset: ServerAction<ResetPassword>,
}

impl Screen for AccountList {
    fn data() -> Self {
        let query = use_query_map();
        let change = ServerAction::<ChangeRole>::new();
        let create = ServerAction::<CreateAccount>::new();
        let (created, changed) = (successes(create), successes(change));
        let seen = move || {
            let query = query.read();
            (
                query.get("cursor"),
                query.get("done"),
                created.get(),
                changed.get(),
            )
        };
        Self {
            accounts: page_data(seen, |(cursor, ..)| load_accounts(cursor)),
            create,
            change,
            reset: ServerAction::new(),
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        let made = move || self.reset.value().get().and_then(Result::ok);
        let view = move |form: FormPage<AccountsPage>| {
            let FormPage { page, typed } = form;
            view! {
                <PageHeader title=common::accounts(language) lead=staff::accounts_lead(language) />
                <DoneNotice />
                <RefusedNotice error=Refusal::of(self.change).error() />
                <RefusedNotice error=Refusal::of(self.reset).error() />
                <ShownOnce
                    title=staff::password_is_shown_once(language)
                    subject=common::password(language)
                    made=Signal::derive(made)
                    kept=page.new_password
                />
                <div class="grid gap-5">
                    <AccountTable
                        accounts=page.accounts
                        may_manage=page.may_manage
                        change=self.change
                        reset=self.reset
                    />
                    {page.may_manage.then(|| view! { <NewAccount typed action=self.create /> })}
                </div>
            }
            .into_any()
        };
        view! { <Loaded resource=self.accounts view /> }.into_any()
    }
}

fn roles(language: Language) -> Vec<Choice> {
    Role::ALL
        .into_iter()
        .map(|each| Choice::new(each.code(), role::name(language, each)))
        .collect()
}

#[component]
fn AccountTable(
    accounts: Page<AccountRow>,
    may_manage: bool,
    change: ServerAction<ChangeRole>,
    reset: ServerAction<ResetPassword>,
) -> impl IntoView {
    let language = use_language();
    let columns = vec![
        Column::new(common::email(language)),
        Column::new(field::label(language, Field::DisplayName)),
        Column::new(staff::created(language)),
        Column::new(staff::last_seen(language)),
        if may_manage {
            Column::at_end(common::actions(language))
        } else {
            Column::new(field::label(language, Field::Role))
        },
    ];
    let dialogs = may_manage.then(|| {
        let rows = accounts.items.iter().cloned();
        rows.map(|row| view! { <ResetDialog row reset /> })
            .collect_view()
    });
    let rows = accounts
        .items
        .into_iter()
        .map(|row| view! { <Account row may_manage change /> })
        .collect_view();
    view! {
        <DataTable caption=common::accounts(language) columns stack=Stack::Wide>
            {rows}
        </DataTable>
        <CursorPages previous=accounts.previous next=accounts.next />
        {dialogs}
    }
    .into_any()
}

fn dialog_name(account_id: i64) -> String {
    format!("reset-{account_id}")
}

#[component]
fn Account(row: AccountRow, may_manage: bool, change: ServerAction<ChangeRole>) -> impl IntoView {
    let language = use_language();
    let last_seen = match row.last_seen_at {
        Some(at) => view! { <Time at precision=Precision::Minute /> }.into_any(),
        None => channel::never(language).into_any(),
    };
    let end = if may_manage {
        view! { <Manage row=row.clone() change /> }.into_any()
    } else {
        let label = field::label(language, Field::Role);
        view! { <Cell label>{role::name(language, row.role)}</Cell> }.into_any()
    };
    let (name, domain) = row.email.split_at(row.email.find('@').unwrap_or_default());
    let (name, domain) = (name.to_owned(), domain.to_owned());
    view! {
        <Row>
            <Cell>
                // It breaks before its domain, and inside only when a part is too long.
                <div class="max-w-48 wrap-break-word">{name} <wbr /> {domain}</div>
            </Cell>
            <Cell label=field::label(language, Field::DisplayName)>{row.display_name}</Cell>
            <Cell label=staff::created(language)>
                <Time at=row.created_at />
            </Cell>
            <Cell label=staff::last_seen(language)>{last_seen}</Cell>
            {end}
        </Row>
    }
    .into_any()
}

/// The role, which can be changed, and a new password for whoever has lost theirs.
#[component]
fn Manage(row: AccountRow, change: ServerAction<ChangeRole>) -> impl IntoView {
    let language = use_language();
    let address = use_dialog(dialog_name(row.id));
    let options = roles(language)
        .into_iter()
        .map(|choice| {
            let selected = choice.value == row.role.code();
            view! { <option value=choice.value selected=selected>{choice.label}</option> }
        })
        .collect_view();
    let title = staff::change_role_title(language, &row.email);
    view! {
        <ActionsCell>
            <ActionForm action=change attr:class="flex gap-2">
                <input type="hidden" name="account_id" value=row.id />
                <select
                    name="role"
                    class="select select-sm w-34"
                    aria-label=title
                >
                    {options}
                </select>
                <Button label=staff::change_role(language) kind=ButtonKind::Outline size=ButtonSize::Small />
            </ActionForm>
            <ButtonLink
                label=staff::reset_password(language)
                subject=row.email
                href=address.open_href
                kind=ButtonKind::Ghost
                size=ButtonSize::Small
                same_page=true
            />
        </ActionsCell>
    }
    .into_any()
}

#[component]
fn ResetDialog(row: AccountRow, reset: ServerAction<ResetPassword>) -> impl IntoView {
    let language = use_language();
    let address = use_dialog(dialog_name(row.id));
    let title = staff::reset_password_title(language, &row.email);
    view! {
        <Dialog id=dialog_name(row.id) title address>
            <p class="mt-2">{staff::reset_password_note(language)}</p>
            <ActionForm action=reset>
                <input type="hidden" name="account_id" value=row.id />
                <DialogActions leave=common::give_up(language) close_href=address.close_href>
                    <Button
                        label=staff::reset_password(language)
                        kind=ButtonKind::Danger
                        pending=reset.pending()
                    />
                </DialogActions>
            </ActionForm>
        </Dialog>
    }
    .into_any()
}

#[component]
fn NewAccount(typed: Typed, action: ServerAction<CreateAccount>) -> impl IntoView {
    let language = use_language();
    let refusal = Refusal::of(action);
    let form = empty_after(successes(action));
    view! {
        <Card title=staff::create_account(language)>
            <ActionForm action node_ref=form attr:novalidate=true attr:class="grid gap-4 max-w-md">
                <FormErrors errors=refusal.errors() />
                <input type="hidden" name="language" value=language.code() />
                <TextField
                    name="email"
                    label=common::email(language)
                    kind=TextKind::Email
                    value=typed.text("email")
                    error=refusal.on(Field::Email)
                    autocomplete="off"
                />
                <TextField
                    name="display_name"
                    label=field::label(language, Field::DisplayName)
                    value=typed.text("display_name")
                    error=refusal.on(Field::DisplayName)
                    optional=true
                    autocomplete="off"
                />
                <SelectField
                    name="role"
                    label=field::label(language, Field::Role)
                    choices=roles(language)
                    value=typed.text("role")
                    error=refusal.on(Field::Role)
                />
                <PasswordField
                    name="password"
                    label=common::password(language)
                    kind=PasswordKind::New
                    error=refusal.on(Field::NewPassword)
                />
                <p class="text-sm muted">{staff::password_hint(language)}</p>
                <div class="mt-4">
                    <Button label=staff::create_account(language) pending=action.pending() />
                </div>
            </ActionForm>
        </Card>
    }
    .into_any()
}
