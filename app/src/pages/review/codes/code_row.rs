use crate::language::Language;
use crate::parts::chosen_code::name_of_dialog;
use crate::parts::status_tag::code_status_tag;
use crate::text::{code, common, staff};
use crate::ui::data_table::{actions_cell, cell, row_action};
use crate::ui::inert::inert;
use crate::ui::time::{Precision, time};
use leptos::tachys::html::InertElement;
use maud::html;
use shared::wire::code::CodeRow;

/// The dialog that disables a code.
pub(super) const DISABLE: &str = "disable";

/// The dialog that undoes it.
pub(super) const RESTORE: &str = "restore";

/// What this reader may do with codes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Allowed {
    pub disable: bool,
    pub restore: bool,
}

/// One code with its owner.
pub(super) fn code_row(
    language: Language,
    row: &CodeRow,
    allowed: Allowed,
    dialog_href: impl Fn(&str) -> String,
) -> InertElement {
    let href = |dialog| dialog_href(&name_of_dialog(dialog, row.id));
    let code = html! {
        span class="mono whitespace-nowrap" { (row.code) }
        div class="text-sm muted break-words" { (row.note) }
    };
    let server = html! {
        div { (row.server_name) }
        div class="mono muted" { (row.public_ip.as_deref().unwrap_or_default()) }
    };
    let owner = html! { (row.owner.as_deref().unwrap_or_default()) };
    // One column, because seven do not fit beside the menu.
    let dates = html! {
        div { (time(language, row.applied_at, Precision::Day)) }
        div class="text-sm muted whitespace-nowrap" {
            (staff::expires(language)) " " (time(language, row.expires_at, Precision::Day))
        }
    };
    let status = code_status_tag(language, &row.status);
    let actions = html! {
        @if allowed.disable && row.can_staff_disable() {
            (row_action(code::disable(language), &row.code, &href(DISABLE)))
        }
        @if allowed.restore && row.can_staff_restore() {
            (row_action(code::restore(language), &row.code, &href(RESTORE)))
        }
        @if allowed.restore && row.is_disabled_by_staff() && row.disabled_by_reader {
            span class="text-sm muted" { (staff::second_person_restores(language)) }
        }
    };
    inert(html! {
        tr role="row" {
            (cell(None, &code))
            (cell(Some(staff::owner(language)), &owner))
            (cell(Some(staff::server(language)), &server))
            (cell(Some(staff::applied(language)), &dates))
            (cell(Some(common::status(language)), &status))
            (actions_cell(&actions))
        }
    })
}
