use crate::api::review::{FIELD_REASON_NAMES, RejectApplication};
use crate::api::typed::Typed;
use crate::language::use_language;
use crate::parts::filing_answers::{entity_fields, website_fields};
use crate::parts::refusal::Refusal;
use crate::text::{common, field, review, staff};
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::dialog::{Dialog, DialogActions, use_dialog};
use crate::ui::form_errors::FormErrors;
use crate::ui::select_field::{Choice, SelectField};
use crate::ui::text_field::TextField;
use crate::ui::textarea_field::TextareaField;
use leptos::prelude::*;
use shared::application::ApplicationKind;
use shared::field::Field;
use shared::wire::review::ReviewPage;

/// What a cancellation's form asks for.
const CANCELLATION_FIELDS: [Field; 3] =
    [Field::CancelReason, Field::CancelNote, Field::NewProvider];

/// `Reject`: the reasons, for the whole and for single fields.
#[component]
pub fn RejectDialog(
    page: ReviewPage,
    typed: Typed,
    action: ServerAction<RejectApplication>,
) -> impl IntoView {
    let language = use_language();
    let address = use_dialog("reject");
    let refusal = Refusal::of(action);
    let facts = page.application;
    let fields = choices_of_fields(language, facts.kind);
    let rows = FIELD_REASON_NAMES
        .into_iter()
        .enumerate()
        .map(|(row, (field_name, reason_name))| {
            view! {
                <div class="grid gap-x-3 sm:grid-cols-2">
                    <SelectField
                        name=field_name
                        label=staff::field_of_reason(language, row + 1)
                        choices=fields.clone()
                        value=typed.text(field_name)
                        optional=true
                    />
                    <TextField
                        name=reason_name
                        label=staff::field_reason(language, row + 1)
                        value=typed.text(reason_name)
                        optional=true
                    />
                </div>
            }
        })
        .collect_view();
    view! {
        <Dialog id="reject" title=staff::reject_title(language, &facts.number) address>
            <p class="mt-2 muted">{review::reject_note(language)} " " {staff::reject_lead(language)}</p>
            <ActionForm action attr:novalidate=true attr:class="grid gap-4 mt-3">
                <FormErrors errors=refusal.errors() />
                <input type="hidden" name="application_id" value=facts.id />
                <input type="hidden" name="version" value=facts.version />
                <TextareaField
                    name="reason"
                    label=common::reason(language)
                    value=typed.text("reason")
                    error=refusal.on(Field::RejectionReason)
                />
                <fieldset class="grid gap-3">
                    <legend class="font-semibold mb-2">{review::reject_fields(language)}</legend>
                    {rows}
                </fieldset>
                <DialogActions>
                    <Button label=common::reject(language) kind=ButtonKind::Danger pending=action.pending() />
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

fn choices_of_fields(language: crate::language::Language, kind: ApplicationKind) -> Vec<Choice> {
    let choice = |field: &Field| Choice::new(field.code(), field::label(language, *field));
    let fields: Vec<_> = match kind {
        ApplicationKind::CancelAccess => CANCELLATION_FIELDS.iter().map(choice).collect(),
        _ => entity_fields(kind, false)
            .iter()
            .chain(website_fields(kind, true))
            .map(choice)
            .collect(),
    };
    std::iter::once(Choice::new("", staff::no_field(language)))
        .chain(fields)
        .collect()
}
