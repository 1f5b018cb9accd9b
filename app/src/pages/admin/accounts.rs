use crate::api::PageError;
use crate::api::admin::{ChangeRole, CreateAccount, load_accounts};
use crate::api::typed::{FormPage, Typed};
use crate::language::{Language, use_language};
use crate::pages::Screen;
use crate::parts::done_notice::DoneNotice;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::parts::refusal::Refusal;
use crate::parts::refused_notice::RefusedNotice;
use crate::text::{channel, common, field, role, staff};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::card::Card;
use crate::ui::data_table::{ActionsCell, Cell, Column, DataTable, Row, Stack};
use crate::ui::form_errors::FormErrors;
use crate::ui::password_field::{PasswordField, PasswordKind};
use crate::ui::select_field::{Choice, SelectField};
use crate::ui::text_field::{TextField, TextKind};
use crate::ui::time::{Precision, Time};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::field::Field;
use shared::role::Role;
use shared::wire::account::AccountRow;

/// `/admin/accounts`: who can log in, and as what.
pub struct AccountList {
    accounts: Resource<Result<FormPage<Vec<AccountRow>>, PageError>>,
    create: ServerAction<CreateAccount>,
    change: ServerAction<ChangeRole>,
}

impl Screen for AccountList {
    fn data() -> Self {
        let query = use_query_map();
        let change = ServerAction::<ChangeRole>::new();
        let create = ServerAction::<CreateAccount>::new();
        let created = Memo::new(move |_| {
            matches!(create.value().get(), Some(Ok(()))).then(|| create.version().get())
        });
        let seen = move || {
            (
                query.read().get("done"),
                change.version().get(),
                created.get(),
            )
        };
        Self {
            accounts: Resource::new(seen, |_| load_accounts()),
            create,
            change,
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        let view = move |form: FormPage<Vec<AccountRow>>| {
            view! {
                <PageHeader title=common::accounts(language) lead=staff::accounts_lead(language) />
                <DoneNotice />
                <RefusedNotice error=Refusal::of(self.change).error() />
                <div class="grid gap-5">
                    <AccountTable accounts=form.page change=self.change />
                    <NewAccount typed=form.typed action=self.create />
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
fn AccountTable(accounts: Vec<AccountRow>, change: ServerAction<ChangeRole>) -> impl IntoView {
    let language = use_language();
    let columns = vec![
        Column::new(common::email(language)),
        Column::new(field::label(language, Field::DisplayName)),
        Column::new(staff::created(language)),
        Column::new(staff::last_seen(language)),
        Column::at_end(field::label(language, Field::Role)),
    ];
    let rows = accounts
        .into_iter()
        .map(|row| view! { <Account row change /> })
        .collect_view();
    view! {
        <DataTable caption=common::accounts(language) columns stack=Stack::Wide>
            {rows}
        </DataTable>
    }
    .into_any()
}

#[component]
fn Account(row: AccountRow, change: ServerAction<ChangeRole>) -> impl IntoView {
    let language = use_language();
    let last_seen = match row.last_seen_at {
        Some(at) => view! { <Time at precision=Precision::Minute /> }.into_any(),
        None => channel::never(language).into_any(),
    };
    let options = roles(language)
        .into_iter()
        .map(|choice| {
            let selected = choice.value == row.role.code();
            view! { <option value=choice.value selected=selected>{choice.label}</option> }
        })
        .collect_view();
    let title = staff::change_role_title(language, &row.email);
    view! {
        <Row>
            <Cell>{row.email}</Cell>
            <Cell label=field::label(language, Field::DisplayName)>{row.display_name}</Cell>
            <Cell label=staff::created(language)>
                <Time at=row.created_at />
            </Cell>
            <Cell label=staff::last_seen(language)>{last_seen}</Cell>
            <ActionsCell>
                <ActionForm action=change attr:class="flex flex-wrap gap-2">
                    <input type="hidden" name="account_id" value=row.id />
                    <select
                        name="role"
                        class="select select-sm w-40"
                        aria-label=title
                    >
                        {options}
                    </select>
                    <Button label=staff::change_role(language) kind=ButtonKind::Outline size=ButtonSize::Small />
                </ActionForm>
            </ActionsCell>
        </Row>
    }
    .into_any()
}

#[component]
fn NewAccount(typed: Typed, action: ServerAction<CreateAccount>) -> impl IntoView {
    let language = use_language();
    let refusal = Refusal::of(action);
    view! {
        <Card title=staff::create_account(language)>
            <ActionForm action attr:novalidate=true attr:class="grid gap-4 max-w-md">
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
