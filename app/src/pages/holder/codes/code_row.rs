use crate::api::codes::{DisableCode, NoteCode};
use crate::language::use_language;
use crate::parts::chosen_code::{ChosenCodeValues, use_chosen_code};
use crate::parts::refusal::Refusal;
use crate::parts::status_tag::CodeStatusTag;
use crate::text::{code, common, field};
use crate::ui::button::{Button, ButtonKind, ButtonLink, ButtonSize};
use crate::ui::copy_button::CopyButton;
use crate::ui::data_table::{ActionsCell, Cell, Row};
use crate::ui::dialog::{Dialog, DialogActions};
use crate::ui::form_errors::FormErrors;
use crate::ui::text_field::TextField;
use crate::ui::time::Time;
use leptos::prelude::*;
use shared::field::Field;
use shared::policy::QuotaMode;
use shared::wire::code::{CodeRow, CodeStatusView};

/// The dialog that disables a code.
pub(super) const DISABLE: &str = "disable";

/// The dialog in which a code's note is written.
pub(super) const NOTE: &str = "note";

/// the owner disables own Unused codes.
pub(super) fn can_disable(row: &CodeRow) -> bool {
    row.status == CodeStatusView::Unused
}

/// One code with everything S28 lists.
#[component]
pub(super) fn CodeTableRow(
    row: CodeRow,
    /// Opens the dialog that disables the code, where that is possible.
    disable_href: Option<String>,
    /// Opens the dialog in which its note is written.
    note_href: String,
) -> impl IntoView {
    let language = use_language();
    let is_invalid = matches!(row.status, CodeStatusView::Invalid { .. });
    let disable = disable_href.map(|href| {
        view! {
            <ButtonLink
                label=code::disable(language)
                subject=row.code.clone()
                href
                kind=ButtonKind::Ghost
                size=ButtonSize::Small
                same_page=true
            />
        }
    });
    let subject = row.code.clone();
    let copy = (!is_invalid)
        .then(|| view! { <CopyButton text=row.code.clone() subject=row.code.clone() /> });
    view! {
        <Row>
            <Cell>
                <span class="mono whitespace-nowrap" class:muted=is_invalid>
                    {row.code.clone()}
                </span>
                <div class="text-sm muted break-words">
                    {row.note.clone()} " "
                    <a class="link" href=note_href data-noscroll="">
                        {code::note(language)}
                        <span class="sr-only">" " {subject}</span>
                    </a>
                </div>
            </Cell>
            <Cell label=code::server(language)>
                <div class="whitespace-nowrap">{row.server_name.clone()}</div>
                <div class="mono text-sm muted">{row.public_ip.clone()}</div>
            </Cell>
            <Cell label=code::applied_heading(language)>
                <Time at=row.applied_at />
            </Cell>
            <Cell label=code::expires_heading(language)>
                <Time at=row.expires_at />
            </Cell>
            <Cell label=common::status(language)>
                <CodeStatusTag status=row.status.clone() />
            </Cell>
            <ActionsCell>{copy} {disable}</ActionsCell>
        </Row>
    }
    .into_any()
}

/// Asks before a code is disabled for good.
#[component]
pub(super) fn DisableDialog(
    codes: Vec<CodeRow>,
    quota_mode: QuotaMode,
    /// The list as it is filtered now.
    return_to: String,
) -> impl IntoView {
    let language = use_language();
    let (code, address) = use_chosen_code(codes, DISABLE);
    let action = ServerAction::<DisableCode>::new();
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
                <DialogActions>
                    <Button
                        label=code::disable(language)
                        kind=ButtonKind::Danger
                        pending=action.pending()
                    />
                    <ButtonLink
                        label=common::give_up(language)
                        href=address.close_href
                        kind=ButtonKind::Ghost
                        same_page=true
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
    codes: Vec<CodeRow>,
    /// The list as it is filtered now.
    return_to: String,
    action: ServerAction<NoteCode>,
) -> impl IntoView {
    let language = use_language();
    let (code, address) = use_chosen_code(codes, NOTE);
    let refusal = Refusal::of(action);
    let title = Signal::derive(move || {
        let text = code.get().map(|row| row.code).unwrap_or_default();
        code::note_title(language, &text)
    });
    let note = Signal::derive(move || code.get().map(|row| row.note).unwrap_or_default());
    view! {
        <Dialog id=NOTE title address>
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
                />
                <DialogActions>
                    <Button label=common::ok(language) pending=action.pending() />
                    <ButtonLink
                        label=common::give_up(language)
                        href=address.close_href
                        kind=ButtonKind::Ghost
                        same_page=true
                    />
                </DialogActions>
            </ActionForm>
        </Dialog>
    }
    .into_any()
}
