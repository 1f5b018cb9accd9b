use crate::api::account::SetMailsAboutCodes;
use crate::language::use_language;
use crate::parts::refusal::Refusal;
use crate::text::{account, common};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::card::Card;
use crate::ui::checkbox_field::CheckboxField;
use crate::ui::form_errors::FormErrors;
use leptos::prelude::*;

/// Which mails a holder gets beside those about the own applications.
#[component]
pub(super) fn MailsForm(about_codes: bool) -> impl IntoView {
    let language = use_language();
    let action = ServerAction::<SetMailsAboutCodes>::new();
    view! {
        <Card title=account::mails(language)>
            <ActionForm action attr:class="space-y-4">
                <FormErrors errors=Refusal::of(action).errors() />
                <CheckboxField
                    name="mails_about_codes"
                    label=account::mails_about_codes(language)
                    hint=account::mails_about_codes_hint(language)
                    checked=about_codes
                />
                <Button
                    label=common::save(language)
                    kind=ButtonKind::Outline
                    pending=action.pending()
                />
            </ActionForm>
        </Card>
    }
    .into_any()
}
