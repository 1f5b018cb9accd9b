use crate::api::review::RevealPersonalData;
use crate::language::use_language;
use crate::parts::refusal::Refusal;
use crate::text::{common, field, license, staff};
use crate::ui::button::{Button, ButtonKind, ButtonLink, ButtonSize};
use crate::ui::dialog::{Dialog, DialogActions, use_dialog};
use crate::ui::form_errors::FormErrors;
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use crate::ui::textarea_field::TextareaField;
use leptos::prelude::*;
use shared::field::Field;
use shared::wire::review::PersonalData;

/// Personal data in clear: offered, and named once it is shown. Outside of a review a pop-up asks
/// for the reason.
#[component]
pub fn Reveal(
    id: i64,
    needs_reason: bool,
    /// The reason that was refused.
    typed: String,
    revealed: Memo<Option<PersonalData>>,
    action: ServerAction<RevealPersonalData>,
) -> impl IntoView {
    let language = use_language();
    let offer = move || match revealed.get() {
        Some(data) => view! {
            <Notice tone=Tone::Info title=staff::revealed(language) live=true>
                <p>{license::entity(language)} ": " {data.entity_name}</p>
            </Notice>
        }
        .into_any(),
        None if needs_reason => view! { <WithReason id typed=typed.clone() action /> }.into_any(),
        None => view! { <AtOnce id action /> }.into_any(),
    };
    view! { <div>{offer}</div> }.into_any()
}

#[component]
fn AtOnce(id: i64, action: ServerAction<RevealPersonalData>) -> impl IntoView {
    let language = use_language();
    view! {
        <ActionForm action attr:class="flex flex-wrap items-center gap-3">
            <FormErrors errors=Refusal::of(action).errors() />
            <input type="hidden" name="application_id" value=id />
            <Button
                label=staff::reveal_personal_data(language)
                kind=ButtonKind::Outline
                size=ButtonSize::Small
                icon=icondata::LuEye
                pending=action.pending()
            />
            <span class="text-sm muted">{common::reveal_is_recorded(language)}</span>
        </ActionForm>
    }
    .into_any()
}

#[component]
fn WithReason(id: i64, typed: String, action: ServerAction<RevealPersonalData>) -> impl IntoView {
    let language = use_language();
    let address = use_dialog("reveal");
    let refusal = Refusal::of(action);
    view! {
        <div class="flex flex-wrap items-center gap-3">
            <ButtonLink
                label=staff::reveal_personal_data(language)
                href=address.open_href
                kind=ButtonKind::Outline
                size=ButtonSize::Small
                icon=icondata::LuEye
                same_page=true
            />
            <span class="text-sm muted">{common::reveal_is_recorded(language)}</span>
        </div>
        <Dialog id="reveal" title=staff::reveal_personal_data(language) address to_field=true>
            <p class="mt-2 muted">{staff::reveal_needs_reason(language)}</p>
            <ActionForm action attr:novalidate=true attr:class="grid gap-4 mt-3">
                <FormErrors errors=refusal.errors() />
                <input type="hidden" name="application_id" value=id />
                <TextareaField
                    name=Field::RevealReason.code()
                    label=common::reason(language)
                    value=typed
                    hint=field::hint(language, Field::RevealReason).unwrap_or_default()
                    error=refusal.on(Field::RevealReason)
                    rows=3
                    autofocus=true
                />
                <DialogActions leave=common::give_up(language) close_href=address.close_href>
                    <Button label=common::reveal(language) pending=action.pending() />
                </DialogActions>
            </ActionForm>
        </Dialog>
    }
    .into_any()
}
