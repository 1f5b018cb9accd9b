use crate::api::codes::DisableCode;
use crate::language::use_language;
use crate::parts::refusal::Refusal;
use crate::parts::status_tag::CodeStatusTag;
use crate::text::{code, common};
use crate::ui::button::{Button, ButtonKind, ButtonLink, ButtonSize};
use crate::ui::copy_button::CopyButton;
use crate::ui::data_table::{ActionsCell, Cell, Row};
use crate::ui::dialog::{Dialog, DialogActions, use_dialog};
use crate::ui::form_errors::FormErrors;
use crate::ui::time::Time;
use leptos::prelude::*;
use shared::wire::code::{CodeRow, CodeStatusView};

/// the owner disables own Unused codes.
pub(super) fn can_disable(row: &CodeRow) -> bool {
    row.status == CodeStatusView::Unused
}

fn dialog_name(code_id: i64) -> String {
    format!("disable-{code_id}")
}

/// One code with everything S28 lists.
#[component]
pub(super) fn CodeTableRow(row: CodeRow) -> impl IntoView {
    let language = use_language();
    let address = use_dialog(dialog_name(row.id));
    let is_invalid = matches!(row.status, CodeStatusView::Invalid { .. });
    let disable = can_disable(&row).then(|| {
        view! {
            <ButtonLink
                label=code::disable(language)
                subject=row.code.clone()
                href=address.open_href
                kind=ButtonKind::Ghost
                size=ButtonSize::Small
                same_page=true
            />
        }
    });
    let copy = (!is_invalid)
        .then(|| view! { <CopyButton text=row.code.clone() subject=row.code.clone() /> });
    view! {
        <Row>
            <Cell>
                <span class="mono whitespace-nowrap" class:muted=is_invalid>
                    {row.code.clone()}
                </span>
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
    row: CodeRow,
    /// The list as it is filtered now.
    return_to: String,
) -> impl IntoView {
    let language = use_language();
    let address = use_dialog(dialog_name(row.id));
    let action = ServerAction::<DisableCode>::new();
    let refusal = Refusal::of(action);
    let return_to = format!(
        "{return_to}{}disabled={}",
        if return_to.contains('?') { '&' } else { '?' },
        row.id
    );
    view! {
        <Dialog id=dialog_name(row.id) title=code::disable_title(language, &row.code) address>
            <ActionForm action attr:class="mt-2 space-y-4">
                <FormErrors errors=refusal.errors() />
                <p>{code::disable_note(language)}</p>
                <input type="hidden" name="code_id" value=row.id.to_string() />
                <input type="hidden" name="return_to" value=return_to />
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
