use crate::api::session::{RequestPasswordCode, ResetForgottenPassword};
use crate::language::use_language;
use crate::parts::refusal::Refusal;
use crate::routes::Path;
use crate::text::{common, field, login};
use crate::ui::button::Button;
use crate::ui::form_errors::FormErrors;
use crate::ui::notice::Notice;
use crate::ui::password_field::{PasswordField, PasswordKind};
use crate::ui::status_badge::Tone;
use crate::ui::text_field::{TextField, TextKind};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::field::Field;

/// In place of a forgotten password: a code is asked for, then entered with the new one.
#[component]
pub(super) fn Forgot(email: String, next: String) -> impl IntoView {
    let language = use_language();
    let query = use_query_map();
    let step = move || {
        let (email, next) = (email.clone(), next.clone());
        if query.read().get("sent").is_some() {
            view! { <ChoosePassword email next /> }.into_any()
        } else {
            view! { <RequestCode email next /> }.into_any()
        }
    };
    view! {
        <div class="space-y-4">
            <h2 class="text-lg font-semibold">{login::forgot_title(language)}</h2>
            {step}
            <p class="text-center">
                <a class="link" href=Path::LogIn.to_string()>
                    {login::back_to_log_in(language)}
                </a>
            </p>
        </div>
    }
    .into_any()
}

#[component]
fn RequestCode(email: String, next: String) -> impl IntoView {
    let language = use_language();
    let action = ServerAction::<RequestPasswordCode>::new();
    let refusal = Refusal::of(action);
    view! {
        <p class="muted">{login::forgot_lead(language)}</p>
        <ActionForm action attr:novalidate=true>
            <div class="space-y-4">
                <FormErrors errors=refusal.errors() />
                <TextField
                    name="email"
                    label=common::email(language)
                    kind=TextKind::Email
                    value=email
                    autocomplete="username"
                    error=refusal.on(Field::Email)
                />
                <input type="hidden" name="next" value=next />
                <Button label=login::send_code(language) pending=action.pending() wide=true />
            </div>
        </ActionForm>
    }
    .into_any()
}

#[component]
fn ChoosePassword(email: String, next: String) -> impl IntoView {
    let language = use_language();
    let action = ServerAction::<ResetForgottenPassword>::new();
    let refusal = Refusal::of(action);
    let again = format!("{}?way=forgot", Path::LogIn);
    view! {
        <ActionForm action attr:novalidate=true>
            <div class="space-y-4">
                <Notice tone=Tone::Info title=login::code_sent(language) live=true>
                    <p>{login::code_not_arrived(language)}</p>
                </Notice>
                <FormErrors errors=refusal.errors() />
                <TextField
                    name="email"
                    label=common::email(language)
                    kind=TextKind::Email
                    value=email
                    autocomplete="username"
                    error=refusal.on(Field::Email)
                />
                <TextField
                    name="login_code"
                    label=field::label(language, Field::LoginCode)
                    kind=TextKind::Code
                    autocomplete="one-time-code"
                    error=refusal.on(Field::LoginCode)
                />
                <PasswordField
                    name="new_password"
                    label=field::label(language, Field::NewPassword)
                    kind=PasswordKind::New
                    hint=login::new_password_hint(language)
                    error=refusal.on(Field::NewPassword)
                />
                <input type="hidden" name="next" value=next />
                <Button label=login::set_new_password(language) pending=action.pending() wide=true />
                <p class="text-center">
                    <a class="link" href=again>
                        {login::another_password_code(language)}
                    </a>
                </p>
            </div>
        </ActionForm>
    }
    .into_any()
}
