use crate::api::applications::{AbandonApplication, WithdrawApplication};
use crate::language::use_language;
use crate::parts::consequence_list::{Consequence, ConsequenceItem, ConsequenceList};
use crate::parts::refusal::Refusal;
use crate::routes::Path;
use crate::text::{application, common, filing};
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::dialog::{Dialog, DialogActions, use_dialog};
use crate::ui::form_errors::FormErrors;
use leptos::form::ActionForm;
use leptos::prelude::*;
use shared::wire::application::{ApplicationPage, CodeFate};

const WITHDRAW: &str = "withdraw";
const ABANDON: &str = "abandon";

/// The buttons that the application's status allows: the main one first, what ends it last, and
/// below them what the latter do.
#[component]
pub fn Actions(page: ApplicationPage) -> impl IntoView {
    let language = use_language();
    let (withdraw, abandon) = (use_dialog(WITHDRAW), use_dialog(ABANDON));
    let go_on = if page.status == "draft" {
        filing::go_on(language)
    } else {
        common::modify_and_submit(language)
    };
    let go_on = edit_address(&page).map(|href| view! { <ButtonLink label=go_on href /> });
    let withdraw = page.actions.withdraw.then(|| {
        view! {
            <ButtonLink
                label=common::withdraw(language)
                href=withdraw.open_href
                same_page=true
                kind=ButtonKind::Outline
            />
        }
    });
    let abandon = page.actions.abandon.then(|| {
        view! {
            <ButtonLink
                label=application::abandon(language, page.kind)
                href=abandon.open_href
                same_page=true
                kind=ButtonKind::DangerOutline
            />
        }
    });
    let note = application::ways_out(language, page.kind, page.actions);
    let note = note.map(|note| view! { <p class="mt-2 text-sm muted max-w-prose">{note}</p> });
    (go_on.is_some() || note.is_some()).then(|| {
        view! {
            <div>
                <div class="flex flex-wrap gap-2">{go_on} {withdraw} {abandon}</div>
                {note}
            </div>
        }
    })
}

/// Where the application can be changed now: a filing in its steps, a cancellation on the
/// notification page.
fn edit_address(page: &ApplicationPage) -> Option<String> {
    if !page.actions.edit {
        return None;
    }
    if page.kind.is_filing() {
        return Some(Path::EditApplication(page.id).to_string());
    }
    page.website_id
        .map(|website_id| Path::CancelAccess(website_id).to_string())
}

/// What each of them does, before it is done.
#[component]
pub fn Dialogs(
    page: ApplicationPage,
    withdraw: ServerAction<WithdrawApplication>,
    abandon: ServerAction<AbandonApplication>,
) -> impl IntoView {
    view! {
        {page
            .actions
            .withdraw
            .then(|| view! { <WithdrawDialog page=page.clone() withdraw /> })}
        {page.actions.abandon.then(|| view! { <AbandonDialog page abandon /> })}
    }
    .into_any()
}

#[component]
fn WithdrawDialog(
    page: ApplicationPage,
    withdraw: ServerAction<WithdrawApplication>,
) -> impl IntoView {
    let language = use_language();
    let address = use_dialog(WITHDRAW);
    let words = if page.kind.is_filing() {
        application::withdraw_filing_note(language)
    } else {
        application::withdraw_cancellation_note(language)
    };
    let code = page.code.map(|code| {
        let note = application::withdraw_code_note(language, &code.code, code.fate_on_abandon);
        view! {
            <ConsequenceItem kind=Consequence::Stays text=note />
        }
    });
    view! {
        <Dialog id="withdraw-dialog" title=filing::withdraw_title(language, &page.number) address>
            <div class="mt-4 space-y-4">
                <FormErrors errors=Refusal::of(withdraw).errors() />
                <ConsequenceList>
                    <ConsequenceItem kind=Consequence::Stays text=words />
                    {code}
                </ConsequenceList>
            </div>
            <ActionForm action=withdraw>
                <input type="hidden" name="application_id" value=page.id.to_string() />
                // `Give Up` would read as giving up the application.
                <DialogActions leave=common::close(language) close_href=address.close_href>
                    <Button label=common::withdraw(language) pending=withdraw.pending() />
                </DialogActions>
            </ActionForm>
        </Dialog>
    }
    .into_any()
}

#[component]
fn AbandonDialog(
    page: ApplicationPage,
    abandon: ServerAction<AbandonApplication>,
) -> impl IntoView {
    let language = use_language();
    let address = use_dialog(ABANDON);
    let code = page.code.map(|code| {
        let kind = match code.fate_on_abandon {
            CodeFate::Burned => Consequence::Loss,
            CodeFate::Released => Consequence::Stays,
        };
        let fate = application::code_fate(language, code.fate_on_abandon);
        let text = format!("{fate} {}", code.code);
        view! {
            <ConsequenceItem kind text />
        }
    });
    view! {
        <Dialog id="abandon-dialog" title=filing::abandon_title(language, &page.number) address>
            <div class="mt-4 space-y-4">
                <FormErrors errors=Refusal::of(abandon).errors() />
                <ConsequenceList>
                    <ConsequenceItem kind=Consequence::Loss text=application::abandon_note(language) />
                    {code}
                    <ConsequenceItem kind=Consequence::Warning text=filing::abandon_loss(language, page.kind) />
                </ConsequenceList>
            </div>
            <ActionForm action=abandon>
                <input type="hidden" name="application_id" value=page.id.to_string() />
                // `Give Up` would read as giving up the application.
                <DialogActions leave=common::close(language) close_href=address.close_href>
                    <Button
                        label=application::abandon(language, page.kind)
                        kind=ButtonKind::Danger
                        pending=abandon.pending()
                    />
                </DialogActions>
            </ActionForm>
        </Dialog>
    }
    .into_any()
}
