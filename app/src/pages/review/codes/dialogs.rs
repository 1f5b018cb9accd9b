use super::code_row::{DISABLE, RESTORE};
use crate::api::review::{DisableCodeByStaff, RestoreCode};
use crate::api::typed::Typed;
use crate::language::use_language;
use crate::parts::chosen_code::{ChosenCodeValues, ListedCodes, forget_refusal, use_chosen_code};
use crate::parts::refusal::Refusal;
use crate::text::{code, common, staff};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::{Dialog, DialogActions};
use crate::ui::form_errors::FormErrors;
use crate::ui::textarea_field::TextareaField;
use leptos::prelude::*;
use shared::field::Field;
use shared::wire::code::CodeRow;

/// A supervisor disables somebody's code, with a reason.
#[component]
pub fn DisableDialog(
    codes: ListedCodes,
    typed: Typed,
    action: ServerAction<DisableCodeByStaff>,
) -> impl IntoView {
    let language = use_language();
    let (code, address) = use_chosen_code(codes, DISABLE, CodeRow::can_staff_disable);
    let typed = code
        .get_untracked()
        .map(|row| typed.about(row.id))
        .unwrap_or_default();
    forget_refusal(code, action);
    let refusal = Refusal::of(action);
    let title = Signal::derive(move || {
        let text = code.get().map(|row| row.code).unwrap_or_default();
        staff::disable_title(language, &text)
    });
    view! {
        <Dialog id=DISABLE title address to_field=true>
            <p class="mt-2 muted">{code::disable_by_staff_note(language)}</p>
            <ActionForm action attr:novalidate=true attr:class="grid gap-4 mt-3">
                <FormErrors errors=refusal.errors() />
                <ChosenCodeValues code return_to=address.close_href />
                <TextareaField
                    name="reason"
                    label=common::reason(language)
                    value=typed.text("reason")
                    autofocus=true
                    error=refusal.on(Field::RejectionReason)
                />
                <DialogActions leave=common::give_up(language) close_href=address.close_href>
                    <Button label=code::disable(language) kind=ButtonKind::Danger pending=action.pending() />
                </DialogActions>
            </ActionForm>
        </Dialog>
    }
    .into_any()
}

/// Another supervisor undoes it.
#[component]
pub fn RestoreDialog(codes: ListedCodes, action: ServerAction<RestoreCode>) -> impl IntoView {
    let language = use_language();
    let (code, address) = use_chosen_code(codes, RESTORE, CodeRow::can_staff_restore);
    let title = Signal::derive(move || {
        let text = code.get().map(|row| row.code).unwrap_or_default();
        staff::restore_title(language, &text)
    });
    view! {
        <Dialog id=RESTORE title address>
            <p class="mt-2 muted">{staff::restore_note(language)}</p>
            <ActionForm action attr:class="mt-3">
                <FormErrors errors=Refusal::of(action).errors() />
                <ChosenCodeValues code return_to=address.close_href />
                <DialogActions leave=common::give_up(language) close_href=address.close_href>
                    <Button label=code::restore(language) pending=action.pending() />
                </DialogActions>
            </ActionForm>
        </Dialog>
    }
    .into_any()
}
