use crate::api::codes::TakeBackCode;
use crate::language::use_language;
use crate::parts::chosen_code::{ChosenCodeValues, ListedCodes, use_chosen_code};
use crate::parts::consequence_list::{Consequence, ConsequenceItem, ConsequenceList};
use crate::parts::refusal::Refusal;
use crate::text::code::usage;
use crate::text::{code, common};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::{Dialog, DialogActions};
use crate::ui::form_errors::FormErrors;
use leptos::prelude::*;
use shared::wire::code::CodeRow;

/// The dialog that takes a code back.
pub(super) const TAKE_BACK: &str = "take-back";

/// Asks before a code is taken back from the draft of somebody else.
#[component]
pub(super) fn TakeBackDialog(
    codes: ListedCodes,
    /// The list as it is filtered now.
    return_to: String,
) -> impl IntoView {
    let language = use_language();
    let (code, address) = use_chosen_code(codes, TAKE_BACK, CodeRow::can_owner_take_back);
    let action = ServerAction::<TakeBackCode>::new();
    let title = Signal::derive(move || {
        let text = code.get().map(|row| row.code).unwrap_or_default();
        code::take_back_title(language, &text)
    });
    let return_to = Signal::derive(move || {
        let id = code.read().as_ref().map(|row| row.id).unwrap_or_default();
        let and = if return_to.contains('?') { '&' } else { '?' };
        format!("{return_to}{and}taken_back={id}")
    });
    let version = move || code.try_get().flatten().map(|row| row.version);
    let taken_from = move || {
        let lines = code
            .get()
            .map(|row| usage::status_lines(language, &row.status));
        lines
            .into_iter()
            .flatten()
            .map(|line| view! { <li>{line}</li> })
            .collect_view()
    };
    view! {
        <Dialog id=TAKE_BACK title address>
            <ActionForm action attr:class="mt-2 space-y-4">
                <FormErrors errors=Refusal::of(action).errors() />
                <ul class="text-sm muted">{taken_from}</ul>
                <ConsequenceList>
                    <ConsequenceItem kind=Consequence::Warning text=code::take_back_stays(language) />
                    <ConsequenceItem kind=Consequence::Stays text=code::take_back_then(language) />
                </ConsequenceList>
                <ChosenCodeValues code return_to />
                <input type="hidden" name="version" value=version />
                <DialogActions leave=common::give_up(language) close_href=address.close_href>
                    <Button
                        label=code::take_back(language)
                        kind=ButtonKind::Danger
                        pending=action.pending()
                    />
                </DialogActions>
            </ActionForm>
        </Dialog>
    }
    .into_any()
}
