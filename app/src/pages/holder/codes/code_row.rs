use super::take_back_dialog::TAKE_BACK;
use crate::api::codes::{DisableCode, NoteCode};
use crate::language::{Language, use_language};
use crate::parts::chosen_code::{
    ChosenCodeValues, ListedCodes, forget_refusal, name_of_dialog, use_chosen_code,
};
use crate::parts::refusal::Refusal;
use crate::parts::status_tag::explained_code_status_tag;
use crate::text::{code, common, field};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::copy_button::copy_button;
use crate::ui::data_table::{actions_cell, cell, row_action};
use crate::ui::dialog::{Dialog, DialogActions};
use crate::ui::form_errors::FormErrors;
use crate::ui::inert::inert;
use crate::ui::text_field::TextField;
use crate::ui::time::{Precision, time};
use leptos::prelude::*;
use leptos::tachys::html::InertElement;
use maud::{Markup, html};
use shared::field::Field;
use shared::policy::QuotaMode;
use shared::wire::code::{CodeRow, CodeStatusView};

/// The dialog that disables a code.
const DISABLE: &str = "disable";

/// The dialog in which a code's note is written.
const NOTE: &str = "note";

/// One code with everything S28 lists.
pub(super) fn code_row(
    language: Language,
    row: &CodeRow,
    dialog_href: impl Fn(&str) -> String,
) -> InertElement {
    let is_invalid = matches!(row.status, CodeStatusView::Invalid { .. });
    let code_class = if is_invalid {
        "mono whitespace-nowrap muted"
    } else {
        "mono whitespace-nowrap"
    };
    let code = html! {
        span class=(code_class) { (row.code) }
        div class="text-sm muted break-words" {
            (row.note) " "
            a class="link" href=(dialog_href(&name_of_dialog(NOTE, row.id))) data-noscroll="" {
                (code::note(language))
                span class="sr-only" { " " (row.code) }
            }
        }
    };
    let actions = html! {
        @if !is_invalid {
            (copy_button(language, &row.code, &row.code))
        }
        @if row.can_owner_disable() {
            @let href = dialog_href(&name_of_dialog(DISABLE, row.id));
            (row_action(code::disable(language), &row.code, &href))
        }
        @if row.can_owner_take_back() {
            @let href = dialog_href(&name_of_dialog(TAKE_BACK, row.id));
            (row_action(code::take_back(language), &row.code, &href))
        } @else if matches!(row.status, CodeStatusView::Licensing(_)) {
            span class="text-sm muted max-w-40" { (code::in_use_not_disabled(language)) }
        }
    };
    let applied = time(language, row.applied_at, Precision::Day);
    let expires = time(language, row.expires_at, Precision::Day);
    let status = explained_code_status_tag(language, &row.status);
    inert(html! {
        tr role="row" {
            (cell(None, &code))
            (cell(Some(code::server(language)), &server_and_ip(row)))
            (cell(Some(code::applied_heading(language)), &applied))
            (cell(Some(code::expires_heading(language)), &expires))
            (cell(Some(common::status(language)), &status))
            (actions_cell(&actions))
        }
    })
}

fn server_and_ip(row: &CodeRow) -> Markup {
    html! {
        div class="whitespace-nowrap" { (row.server_name) }
        div class="mono text-sm muted" { (row.public_ip.as_deref().unwrap_or_default()) }
    }
}

/// Asks before a code is disabled for good.
#[component]
pub(super) fn DisableDialog(
    codes: ListedCodes,
    quota_mode: QuotaMode,
    /// The list as it is filtered now.
    return_to: String,
) -> impl IntoView {
    let language = use_language();
    let (code, address) = use_chosen_code(codes, DISABLE, CodeRow::can_owner_disable);
    let action = ServerAction::<DisableCode>::new();
    forget_refusal(code, action);
    let refusal = Refusal::of(action);
    let title = Signal::derive(move || {
        let text = code.get().map(|row| row.code).unwrap_or_default();
        code::disable_title(language, &text)
    });
    let return_to = Signal::derive(move || {
        let id = code.read().as_ref().map(|row| row.id).unwrap_or_default();
        let and = if return_to.contains('?') { '&' } else { '?' };
        format!("{return_to}{and}disabled={id}")
    });
    view! {
        <Dialog id=DISABLE title address>
            <ActionForm action attr:class="mt-2 space-y-4">
                <FormErrors errors=refusal.errors() />
                <p>{code::quota::disable_note(language, quota_mode)}</p>
                <ChosenCodeValues code return_to />
                <DialogActions leave=common::give_up(language) close_href=address.close_href>
                    <Button
                        label=code::disable(language)
                        kind=ButtonKind::Danger
                        pending=action.pending()
                    />
                </DialogActions>
            </ActionForm>
        </Dialog>
    }
    .into_any()
}

/// What the owner writes down about a code.
#[component]
pub(super) fn NoteDialog(
    codes: ListedCodes,
    /// The list as it is filtered now.
    return_to: String,
    action: ServerAction<NoteCode>,
) -> impl IntoView {
    let language = use_language();
    let (code, address) = use_chosen_code(codes, NOTE, |_| true);
    forget_refusal(code, action);
    let refusal = Refusal::of(action);
    let title = Signal::derive(move || {
        let text = code.get().map(|row| row.code).unwrap_or_default();
        code::note_title(language, &text)
    });
    let note = Signal::derive(move || code.get().map(|row| row.note).unwrap_or_default());
    view! {
        <Dialog id=NOTE title address to_field=true>
            <ActionForm action attr:novalidate=true attr:class="mt-4 space-y-4">
                <FormErrors errors=refusal.errors() />
                <ChosenCodeValues code return_to />
                <TextField
                    name="code_note"
                    label=field::label(language, Field::CodeNote)
                    value=note
                    hint=field::hint(language, Field::CodeNote).unwrap_or_default()
                    error=refusal.on(Field::CodeNote)
                    optional=true
                    autocomplete="off"
                    autofocus=true
                />
                <DialogActions leave=common::give_up(language) close_href=address.close_href>
                    <Button label=common::ok(language) pending=action.pending() />
                </DialogActions>
            </ActionForm>
        </Dialog>
    }
    .into_any()
}
