use super::Actions;
use super::chosen_account::{ChosenAccountId, ListedAccounts, about, use_chosen_account};
use crate::api::admin::{BlockAccount, ChangeRole, ResetPassword, UnblockAccount};
use crate::api::typed::Typed;
use crate::language::use_language;
use crate::parts::chosen_code::forget_refusal;
use crate::parts::refusal::Refusal;
use crate::text::{common, role, staff};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::{Dialog, DialogActions};
use crate::ui::form_errors::FormErrors;
use crate::ui::sent_form::empty_after;
use crate::ui::textarea_field::TextareaField;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::field::Field;
use shared::role::Role;
use shared::wire::account::AccountRow;

/// Names of the dialogs.
pub(super) const ROLE: &str = "role";
pub(super) const RESET: &str = "reset";
pub(super) const BLOCK: &str = "block";
pub(super) const UNBLOCK: &str = "unblock";

/// What asks again before it is done with an account.
#[component]
pub(super) fn Dialogs(
    accounts: Vec<AccountRow>,
    typed_block: Typed,
    actions: Actions,
) -> impl IntoView {
    let accounts: ListedAccounts = accounts.into();
    view! {
        <RoleDialog accounts=accounts.clone() action=actions.change />
        <ResetDialog accounts=accounts.clone() action=actions.reset />
        <BlockDialog accounts=accounts.clone() typed=typed_block action=actions.block />
        <UnblockDialog accounts action=actions.unblock />
    }
    .into_any()
}

/// Names the account, the role it has and the one it gets.
#[component]
fn RoleDialog(accounts: ListedAccounts, action: ServerAction<ChangeRole>) -> impl IntoView {
    let language = use_language();
    let (account, address) = use_chosen_account(accounts, ROLE);
    forget_refusal(account, action);
    let query = use_query_map();
    let chosen = Memo::new(move |_| query.read().get_str("role").and_then(Role::from_code));
    let title = about(account, move |email| {
        staff::change_role_title(language, email)
    });
    let proposes = move |row: &AccountRow| {
        chosen.get() == Some(Role::Administrator) && row.role != Role::Administrator
    };
    let words = move || {
        let (row, to) = (account.try_get().flatten()?, chosen.get()?);
        let from = role::name(language, row.role);
        Some(if proposes(&row) {
            staff::role_proposed(language, &row.email, from)
        } else {
            staff::role_from_to(language, &row.email, from, role::name(language, to))
        })
    };
    let label = Signal::derive(move || {
        let proposes = account.get().is_some_and(|row| proposes(&row));
        if proposes {
            staff::propose(language).to_owned()
        } else {
            staff::change_role(language).to_owned()
        }
    });
    view! {
        <Dialog id=ROLE title address>
            <p class="mt-2">{words}</p>
            <ActionForm action attr:class="mt-3">
                <FormErrors errors=Refusal::of(action).errors() />
                <ChosenAccountId account />
                <input type="hidden" name="role" value=move || chosen.try_get().flatten().map(Role::code) />
                <DialogActions leave=common::give_up(language) close_href=address.close_href>
                    <Button label pending=action.pending() />
                </DialogActions>
            </ActionForm>
        </Dialog>
    }
    .into_any()
}

#[component]
fn ResetDialog(accounts: ListedAccounts, action: ServerAction<ResetPassword>) -> impl IntoView {
    let language = use_language();
    let (account, address) = use_chosen_account(accounts, RESET);
    forget_refusal(account, action);
    let title = about(account, move |email| {
        staff::reset_password_title(language, email)
    });
    view! {
        <Dialog id=RESET title address>
            <p class="mt-2">{staff::reset_password_note(language)}</p>
            <ActionForm action attr:class="mt-3">
                <FormErrors errors=Refusal::of(action).errors() />
                <ChosenAccountId account />
                <DialogActions leave=common::give_up(language) close_href=address.close_href>
                    <Button
                        label=staff::reset_password(language)
                        kind=ButtonKind::Danger
                        pending=action.pending()
                    />
                </DialogActions>
            </ActionForm>
        </Dialog>
    }
    .into_any()
}

#[component]
fn BlockDialog(
    accounts: ListedAccounts,
    typed: Typed,
    action: ServerAction<BlockAccount>,
) -> impl IntoView {
    let language = use_language();
    let (account, address) = use_chosen_account(accounts, BLOCK);
    let typed = account
        .get_untracked()
        .map(|row| typed.about(row.id))
        .unwrap_or_default();
    forget_refusal(account, action);
    let form = empty_after(account);
    let title = about(account, move |email| staff::block_title(language, email));
    let refusal = Refusal::of(action);
    view! {
        <Dialog id=BLOCK title address to_field=true>
            <p class="mt-2">{staff::block_note(language)}</p>
            <ActionForm action node_ref=form attr:novalidate=true attr:class="grid gap-4 mt-3">
                <FormErrors errors=refusal.errors() />
                <ChosenAccountId account />
                <TextareaField
                    name="reason"
                    label=common::reason(language)
                    value=typed.text("reason")
                    autofocus=true
                    error=refusal.on(Field::RejectionReason)
                />
                <DialogActions leave=common::give_up(language) close_href=address.close_href>
                    <Button
                        label=staff::block(language)
                        kind=ButtonKind::Danger
                        pending=action.pending()
                    />
                </DialogActions>
            </ActionForm>
        </Dialog>
    }
    .into_any()
}

#[component]
fn UnblockDialog(accounts: ListedAccounts, action: ServerAction<UnblockAccount>) -> impl IntoView {
    let language = use_language();
    let (account, address) = use_chosen_account(accounts, UNBLOCK);
    forget_refusal(account, action);
    let title = about(account, move |email| staff::unblock_title(language, email));
    view! {
        <Dialog id=UNBLOCK title address>
            <p class="mt-2">{staff::unblock_note(language)}</p>
            <ActionForm action attr:class="mt-3">
                <FormErrors errors=Refusal::of(action).errors() />
                <ChosenAccountId account />
                <DialogActions leave=common::give_up(language) close_href=address.close_href>
                    <Button label=staff::unblock(language) pending=action.pending() />
                </DialogActions>
            </ActionForm>
        </Dialog>
    }
    .into_any()
}
