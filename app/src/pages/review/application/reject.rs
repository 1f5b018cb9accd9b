use crate::api::review::{RejectApplication, name_of_field_reason};
use crate::api::typed::Typed;
use crate::language::use_language;
use crate::parts::filing_answers::{entity_fields, website_fields};
use crate::parts::refusal::Refusal;
use crate::text::{common, field, license, review, space, staff};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::dialog::{Dialog, DialogActions, use_dialog};
use crate::ui::disclosure::Disclosure;
use crate::ui::form_errors::FormErrors;
use crate::ui::text_field::TextField;
use crate::ui::textarea_field::TextareaField;
use leptos::prelude::*;
use shared::field::Field;
use shared::wire::review::ReviewPage;

/// So many fields are shown at once; more are folded.
const FEW: usize = 4;

/// `Reject`: the reason for the whole, and for a filing a line for each of its fields. A
/// cancellation asks for so little that the one reason does.
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
    let is_filing = facts.kind.is_filing();
    let lead = is_filing.then(|| view! { {space(language)} {staff::reject_lead(language)} });
    let fields = is_filing.then(|| {
        let typed = typed.clone();
        view! {
            <fieldset class="grid gap-3">
                <legend class="font-semibold mb-2">{review::reject_fields(language)}</legend>
                <FieldReasons
                    title=license::entity(language)
                    fields=entity_fields(facts.kind, false)
                    typed=typed.clone()
                    refusal
                />
                <FieldReasons
                    title=license::website(language)
                    fields=website_fields(facts.kind, true)
                    typed
                    refusal
                />
            </fieldset>
        }
    });
    view! {
        <Dialog
            id="reject"
            title=staff::reject_title(language, &facts.number)
            address
            to_field=!is_filing
        >
            <p class="mt-2 muted">{review::reject_note(language)} {lead}</p>
            <ActionForm action attr:novalidate=true attr:class="grid gap-4 mt-3">
                <FormErrors errors=refusal.errors() />
                <input type="hidden" name="application_id" value=facts.id />
                <input type="hidden" name="version" value=facts.version />
                <TextareaField
                    name="reason"
                    label=common::reason(language)
                    value=typed.text("reason")
                    error=refusal.on(Field::RejectionReason)
                    optional=is_filing
                    autofocus=!is_filing
                />
                {fields}
                <DialogActions leave=common::give_up(language) close_href=address.close_href>
                    <Button label=common::reject(language) kind=ButtonKind::Danger pending=action.pending() />
                </DialogActions>
            </ActionForm>
        </Dialog>
    }
    .into_any()
}

/// A line for each field of one part of the form. The browser folds them, also without
/// JavaScript; those with words are open.
#[component]
fn FieldReasons(
    title: &'static str,
    fields: &'static [Field],
    typed: Typed,
    refusal: Refusal,
) -> impl IntoView {
    let language = use_language();
    let words = |field: Field| typed.text(&name_of_field_reason(field));
    let is_open = fields.len() <= FEW || fields.iter().any(|field| !words(*field).is_empty());
    let lines = fields
        .iter()
        .map(|about| {
            view! {
                <TextField
                    name=name_of_field_reason(*about)
                    id=about.code()
                    label=field::label(language, *about)
                    value=words(*about)
                    error=refusal.on(*about)
                    optional=true
                    autocomplete="off"
                />
            }
        })
        .collect_view();
    (!fields.is_empty()).then(|| {
        view! {
            <Disclosure summary=title open=is_open>
                <div class="grid gap-3 mt-2">{lines}</div>
            </Disclosure>
        }
    })
}
