mod chosen_account;
mod dialogs;
mod new_account;
mod proposals;
mod row;

use crate::api::admin::{
    AccountsPage, BlockAccount, ChangeRole, ConfirmAdministrator, CreateAccount,
    DeclineAdministrator, ResetPassword, UnblockAccount, load_accounts,
};
use crate::api::page_data::{PageData, page_data, successes};
use crate::api::typed::FormPage;
use crate::language::{Language, use_language};
use crate::pages::Screen;
use crate::parts::cursor_pages::CursorPages;
use crate::parts::done_notice::DoneNotice;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::parts::refusal::Refusal;
use crate::parts::refused_notice::RefusedNotice;
use crate::parts::shown_once::ShownOnce;
use crate::text::{common, field, role, staff};
use crate::ui::data_table::{Column, DataTable, Stack};
use crate::ui::notice::Notice;
use crate::ui::select_field::Choice;
use crate::ui::status_badge::Tone;
use dialogs::Dialogs;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use new_account::NewAccount;
use proposals::Proposals;
use row::Account;
use shared::field::Field;
use shared::role::Role;
use shared::wire::Page;
use shared::wire::account::AccountRow;

/// `/admin/accounts`: who can log in, and as what.
pub struct AccountList {
    accounts: PageData<FormPage<AccountsPage>>,
    create: ServerAction<CreateAccount>,
    actions: Actions,
}

/// What can be done with an account that exists.
#[derive(Clone, Copy)]
struct Actions {
    change: ServerAction<ChangeRole>,
    reset: ServerAction<ResetPassword>,
    block: ServerAction<BlockAccount>,
    unblock: ServerAction<UnblockAccount>,
    confirm: ServerAction<ConfirmAdministrator>,
    decline: ServerAction<DeclineAdministrator>,
}

impl Screen for AccountList {
    fn data() -> Self {
        let query = use_query_map();
        let create = ServerAction::<CreateAccount>::new();
        let actions = Actions {
            change: ServerAction::new(),
            reset: ServerAction::new(),
            block: ServerAction::new(),
            unblock: ServerAction::new(),
            confirm: ServerAction::new(),
            decline: ServerAction::new(),
        };
        let changes = [
            successes(create),
            successes(actions.change),
            successes(actions.block),
            successes(actions.unblock),
            successes(actions.confirm),
            successes(actions.decline),
        ];
        let seen = move || {
            (
                query.read().get("cursor"),
                changes.map(|changed| changed.get()),
            )
        };
        Self {
            accounts: page_data(seen, |(cursor, ..)| load_accounts(cursor)),
            create,
            actions,
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        let Self {
            accounts,
            create,
            actions,
        } = self;
        let made = move || actions.reset.value().get().and_then(Result::ok);
        let view = move |form: FormPage<AccountsPage>| {
            let FormPage { page, typed } = form;
            let only_one = page.may_manage && !page.has_second_administrator;
            view! {
                <PageHeader title=common::accounts(language) lead=staff::accounts_lead(language) />
                <DoneNotice />
                <RefusedNotice error=Refusal::of(actions.confirm).error() />
                <RefusedNotice error=Refusal::of(actions.decline).error() />
                <ShownOnce
                    title=staff::password_is_shown_once(language)
                    subject=common::password(language)
                    made=Signal::derive(made)
                    kept=page.new_password
                />
                <div class="grid gap-5">
                    {only_one
                        .then(|| view! { <Notice tone=Tone::Info title=staff::only_administrator(language) /> })}
                    <Proposals proposals=page.proposals may_manage=page.may_manage actions />
                    <AccountTable accounts=page.accounts.clone() may_manage=page.may_manage actions />
                    {page
                        .may_manage
                        .then(|| {
                            view! {
                                <Dialogs accounts=page.accounts.items typed_block=page.typed_block actions />
                                <NewAccount typed action=create />
                            }
                        })}
                </div>
            }
            .into_any()
        };
        view! { <Loaded resource=accounts view /> }.into_any()
    }
}

/// These roles as choices.
fn choices(language: Language, roles: impl IntoIterator<Item = Role>) -> Vec<Choice> {
    let roles = roles.into_iter();
    roles
        .map(|each| Choice::new(each.code(), role::name(language, each)))
        .collect()
}

#[component]
fn AccountTable(accounts: Page<AccountRow>, may_manage: bool, actions: Actions) -> impl IntoView {
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
    let rows = accounts
        .items
        .into_iter()
        .map(|row| view! { <Account row may_manage actions /> })
        .collect_view();
    view! {
        <div>
            <DataTable caption=common::accounts(language) columns stack=Stack::Wide>
                {rows}
            </DataTable>
            <CursorPages previous=accounts.previous next=accounts.next />
        </div>
    }
    .into_any()
}
