use crate::api::PageError;
use crate::api::cancel_access::SubmitCancelAccess;
use crate::api::typed::Typed;
use crate::language::{Language, use_language};
use crate::parts::refusal::Refusal;
use crate::routes::Path;
use crate::text::license::cancel_access;
use crate::text::{common, field, license};
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::checkbox_field::CheckboxField;
use crate::ui::form_errors::FormErrors;
use crate::ui::password_field::{PasswordField, PasswordKind};
use crate::ui::select_field::{Choice, SelectField};
use crate::ui::text_field::TextField;
use crate::ui::textarea_field::TextareaField;
use leptos::ev::SubmitEvent;
use leptos::form::FromFormData;
use leptos::prelude::*;
use shared::cancel_access::{Confirmation, check_confirmation};
use shared::field::Field;
use shared::problem::Violation;
use shared::wire::error::ApiError;
use shared::wire::license::{CancelAccessPage, ReasonOption};

/// Reason and license password (S11, S12). What can be said without the authority is said
/// in the browser, by the same rule as on the server.
#[component]
pub(super) fn ConfirmForm(page: CancelAccessPage, domains: String, typed: Typed) -> impl IntoView {
    let language = use_language();
    let action = ServerAction::<SubmitCancelAccess>::new();
    let hints = RwSignal::new(None::<PageError>);
    let answer = Refusal::of(action).error();
    let refusal = Refusal::new(Signal::derive(move || hints.get().or_else(|| answer.get())));
    let offered: Vec<i32> = page.reasons.iter().map(|reason| reason.code).collect();
    let only_access = page.only_access;
    let check = move |event: SubmitEvent| {
        let violations = check_in_browser(&event, &offered, only_access);
        if violations.is_empty() {
            hints.set(None);
        } else {
            event.prevent_default();
            hints.set(Some(ApiError::Refused { violations }.into()));
        }
    };
    let resumed = page.resumed.as_ref();
    let reason = resumed
        .and_then(|resumed| resumed.reason_code)
        .map(|code| code.to_string());
    let reason = typed.get("cancel_reason").or(reason).unwrap_or_default();
    let note = typed
        .get("note")
        .or(resumed.map(|resumed| resumed.note.clone()))
        .unwrap_or_default();
    let new_provider = typed
        .get("new_provider")
        .or(resumed.map(|resumed| resumed.new_provider.clone()))
        .unwrap_or_default();
    let acknowledged = typed
        .get("only_access_acknowledged")
        .is_some_and(|value| value == "true");
    view! {
        <ActionForm action attr:novalidate=true attr:class="card-box space-y-4" on:submit:capture=check>
            <FormErrors errors=refusal.errors() />
            <input type="hidden" name="website_id" value=page.website_id.to_string() />
            <input type="hidden" name="request_key" value=page.request_key />
            <SelectField
                name="cancel_reason"
                label=field::label(language, Field::CancelReason)
                choices=reason_choices(language, &page.reasons)
                value=reason
                error=refusal.on(Field::CancelReason)
            />
            <TextareaField
                name="note"
                label=field::label(language, Field::CancelNote)
                value=note
                rows=3
                optional=true
                error=refusal.on(Field::CancelNote)
            />
            <TextField
                name="new_provider"
                label=field::label(language, Field::NewProvider)
                value=new_provider
                optional=true
                autocomplete="off"
                error=refusal.on(Field::NewProvider)
            />
            <div>
                <PasswordField
                    name="license_password"
                    label=common::license_password(language)
                    kind=PasswordKind::Foreign
                    hint=cancel_access::password_decides(language)
                    error=refusal.on(Field::LicensePassword)
                />
                <p class="mt-1">
                    <a class="link text-sm" href=Path::RetrieveLicensePassword.to_string() target="_blank">
                        {common::retrieve_license_password(language)}
                    </a>
                </p>
            </div>
            {only_access
                .then(|| {
                    view! {
                        <CheckboxField
                            name="only_access_acknowledged"
                            label=cancel_access::acknowledge(language, &domains)
                            checked=acknowledged
                            error=refusal.on(Field::OnlyAccessAcknowledged)
                        />
                    }
                })}
            <div class="flex flex-wrap gap-2 pt-1">
                <Button
                    label=common::next(language)
                    kind=ButtonKind::Danger
                    pending=action.pending()
                />
                <ButtonLink
                    label=common::give_up(language)
                    href=Path::Console.to_string()
                    kind=ButtonKind::Ghost
                />
            </div>
        </ActionForm>
    }
    .into_any()
}

fn reason_choices(language: Language, reasons: &[ReasonOption]) -> Vec<Choice> {
    let please_choose = Choice::new("", cancel_access::choose_reason(language));
    let offered = reasons.iter().map(|reason| {
        let words = license::cancellation_reason(language, reason);
        Choice::new(reason.code.to_string(), words)
    });
    std::iter::once(please_choose).chain(offered).collect()
}

fn check_in_browser(event: &SubmitEvent, offered: &[i32], only_access: bool) -> Vec<Violation> {
    // A form that cannot be read here is left to the server.
    let Ok(given) = SubmitCancelAccess::from_event(event) else {
        return Vec::new();
    };
    check_confirmation(&Confirmation {
        reason_code: given.cancel_reason.trim().parse().ok(),
        offered_reasons: offered,
        note: &given.note,
        new_provider: &given.new_provider,
        password: &given.license_password,
        only_access,
        acknowledged: given.only_access_acknowledged,
    })
}
