use crate::api::session::{LogInWithCode, RequestLoginCode};
use crate::language::use_language;
use crate::parts::refusal::Refusal;
use crate::routes::Path;
use crate::text::{common, field, login};
use crate::ui::button::Button;
use crate::ui::form_errors::FormErrors;
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use crate::ui::text_field::{TextField, TextKind};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::field::Field;

/// A one-time code by e-mail: first it is asked for, then entered.
#[component]
pub(super) fn WithCode(email: String, next: String) -> impl IntoView {
    let query = use_query_map();
    move || {
        let (email, next) = (email.clone(), next.clone());
        if query.read().get("sent").is_some() {
            view! { <EnterCode email next /> }.into_any()
        } else {
            view! { <RequestCode email next /> }.into_any()
        }
    }
}

#[component]
fn RequestCode(email: String, next: String) -> impl IntoView {
    let language = use_language();
    let action = ServerAction::<RequestLoginCode>::new();
    let refusal = Refusal::of(action);
    view! {
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
fn EnterCode(email: String, next: String) -> impl IntoView {
    let language = use_language();
    let action = ServerAction::<LogInWithCode>::new();
    let refusal = Refusal::of(action);
    let again = format!("{}?way=code", Path::LogIn);
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
                <input type="hidden" name="next" value=next />
                <Button label=common::log_in(language) pending=action.pending() wide=true />
                <p class="text-center">
                    <a class="link" href=again>
                        {login::another_code(language)}
                    </a>
                </p>
            </div>
        </ActionForm>
    }
    .into_any()
}
