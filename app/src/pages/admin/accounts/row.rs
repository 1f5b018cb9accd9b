use super::chosen_account::name_of_dialog;
use super::dialogs::{BLOCK, RESET, ROLE, UNBLOCK};
use super::{Actions, choices};
use crate::api::admin::ChangeRole;
use crate::api::page_data::successes;
use crate::language::use_language;
use crate::routes::Path;
use crate::text::{channel, field, role, staff};
use crate::ui::button::{Button, ButtonKind, ButtonLink, ButtonSize};
use crate::ui::data_table::{ActionsCell, Cell, Row};
use crate::ui::dialog::use_dialog_links;
use crate::ui::query_form::QueryForm;
use crate::ui::sent_form::empty_after;
use crate::ui::status_badge::{StatusBadge, Tone};
use crate::ui::time::{Precision, Time};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::field::Field;
use shared::role::Role;
use shared::wire::account::AccountRow;

/// One account.
#[component]
pub(super) fn Account(row: AccountRow, may_manage: bool, actions: Actions) -> impl IntoView {
    let language = use_language();
    let last_seen = match row.last_seen_at {
        Some(at) => view! { <Time at precision=Precision::Minute /> }.into_any(),
        None => channel::never(language).into_any(),
    };
    let end = if may_manage {
        view! { <Manage row=row.clone() actions /> }.into_any()
    } else {
        let label = field::label(language, Field::Role);
        view! { <Cell label>{role::name(language, row.role)}</Cell> }.into_any()
    };
    let blocked = row.blocked.map(|reason| {
        view! {
            <div class="max-w-48 mt-1 space-y-1">
                <StatusBadge tone=Tone::Error label=staff::blocked(language) />
                <div class="text-sm muted whitespace-pre-line wrap-break-word">{reason}</div>
            </div>
        }
    });
    let (name, domain) = row.email.split_at(row.email.find('@').unwrap_or_default());
    let (name, domain) = (name.to_owned(), domain.to_owned());
    view! {
        <Row>
            <Cell>
                // It breaks before its domain, and inside only when a part is too long.
                <div class="max-w-48 wrap-break-word">{name} <wbr /> {domain}</div>
                {blocked}
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

/// The role, a new password for whoever has lost theirs, and whether it can log in at all. Each
/// asks again in a pop-up.
#[component]
fn Manage(row: AccountRow, actions: Actions) -> impl IntoView {
    let language = use_language();
    let dialog_href = use_dialog_links();
    let link = {
        let (email, id) = (row.email.clone(), row.id);
        move |label: &'static str, dialog: &str, kind: ButtonKind| {
            let href = dialog_href(&name_of_dialog(dialog, id));
            view! {
                <ButtonLink
                    label
                    subject=email.clone()
                    href
                    kind
                    size=ButtonSize::Small
                    same_page=true
                />
            }
        }
    };
    let has_password_here = row.is_own || row.role != Role::Administrator;
    let reset =
        has_password_here.then(|| link(staff::reset_password(language), RESET, ButtonKind::Ghost));
    let block = match (&row.blocked, row.is_own) {
        (Some(_), _) => Some(link(staff::unblock(language), UNBLOCK, ButtonKind::Outline)),
        (None, false) => Some(link(staff::block(language), BLOCK, ButtonKind::Ghost)),
        (None, true) => None,
    };
    view! {
        <ActionsCell>
            <RoleForm row change=actions.change />
            {reset}
            {block}
        </ActionsCell>
    }
    .into_any()
}

/// Leads to the pop-up that names both roles. Afterwards it shows the role that the account has,
/// which is the old one where another administrator has to confirm.
#[component]
fn RoleForm(row: AccountRow, change: ServerAction<ChangeRole>) -> impl IntoView {
    let language = use_language();
    let options = choices(language, Role::ALL)
        .into_iter()
        .map(|choice| {
            let selected = choice.value == row.role.code();
            view! { <option value=choice.value selected=selected>{choice.label}</option> }
        })
        .collect_view();
    let title = staff::change_role_title(language, &row.email);
    // The pop-up is about an account of this part of the list.
    let cursor = use_query_map().read_untracked().get("cursor");
    view! {
        <QueryForm
            action=Path::Accounts.to_string()
            class="flex gap-2"
            node_ref=empty_after(successes(change))
        >
            {cursor.map(|cursor| view! { <input type="hidden" name="cursor" value=cursor /> })}
            <input type="hidden" name="dialog" value=name_of_dialog(ROLE, row.id) />
            <select name="role" class="select select-sm w-34" aria-label=title>
                {options}
            </select>
            <Button label=staff::change_role(language) kind=ButtonKind::Outline size=ButtonSize::Small />
        </QueryForm>
    }
    .into_any()
}
