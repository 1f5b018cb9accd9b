use crate::api::account::ChangePassword;
use crate::language::use_language;
use crate::parts::refusal::Refusal;
use crate::text::{account, field};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::card::Card;
use crate::ui::form_errors::FormErrors;
use crate::ui::password_field::{PasswordField, PasswordKind};
use leptos::prelude::*;
use shared::field::Field;

/// Another password, or a first one for accounts that log in with codes.
#[component]
pub(super) fn PasswordForm(has_password: bool) -> impl IntoView {
    let language = use_language();
    let action = ServerAction::<ChangePassword>::new();
    let refusal = Refusal::of(action);
    let title = if has_password {
        account::change_password(language)
    } else {
        account::set_password(language)
    };
    let current = has_password.then(|| {
        view! {
            <PasswordField
                name="password"
                label=account::current_password(language)
                error=refusal.on(Field::Password)
            />
        }
    });
    view! {
        <Card title=title>
            <ActionForm action attr:novalidate=true attr:class="space-y-4">
                <FormErrors errors=refusal.errors() />
                {current}
                <PasswordField
                    name="new_password"
                    label=field::label(language, Field::NewPassword)
                    kind=PasswordKind::New
                    hint=account::new_password_hint(language)
                    error=refusal.on(Field::NewPassword)
                />
                <Button label=title kind=ButtonKind::Outline pending=action.pending() />
            </ActionForm>
        </Card>
    }
    .into_any()
}
