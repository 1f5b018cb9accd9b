use super::FORGOT;
use crate::api::session::LogInWithPassword;
use crate::language::use_language;
use crate::parts::refusal::Refusal;
use crate::routes::Path;
use crate::text::{common, login, role};
use crate::ui::address::query_string;
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::card::Card;
use crate::ui::form_errors::FormErrors;
use crate::ui::password_field::PasswordField;
use crate::ui::text_field::{TextField, TextKind};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use shared::field::Field;
use shared::wire::account::DemoAccount;

/// E-mail and password. What was typed as e-mail stays after a refusal.
#[component]
pub(super) fn WithPassword(email: String, next: String) -> impl IntoView {
    let language = use_language();
    let action = ServerAction::<LogInWithPassword>::new();
    let refusal = Refusal::of(action);
    let query = use_query_map();
    let forgot = move || {
        let mut query = query.get();
        query.replace("way", FORGOT.to_owned());
        format!("{}{}", Path::LogIn, query_string(query))
    };
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
                <PasswordField
                    name="password"
                    label=common::password(language)
                    error=refusal.on(Field::Password)
                />
                <input type="hidden" name="next" value=next />
                <Button label=common::log_in(language) pending=action.pending() wide=true />
                <p class="text-center">
                    <a class="link" href=forgot>
                        {login::forgot_password(language)}
                    </a>
                </p>
            </div>
        </ActionForm>
    }
    .into_any()
}

/// The accounts of the demonstration, each with its button; nothing outside of it.
#[component]
pub(super) fn DemoAccounts(accounts: Vec<DemoAccount>, next: String) -> impl IntoView {
    let language = use_language();
    let action = ServerAction::<LogInWithPassword>::new();
    if accounts.is_empty() {
        return ().into_any();
    }
    let rows = accounts
        .into_iter()
        .map(|account| view! { <DemoAccountRow account action next=next.clone() /> })
        .collect_view();
    view! {
        <Card title=login::demo_accounts(language)>
            <p class="muted mb-2">{login::demo_note(language)}</p>
            <ul class="divide-y divide-base-300">{rows}</ul>
        </Card>
    }
    .into_any()
}

#[component]
fn DemoAccountRow(
    account: DemoAccount,
    action: ServerAction<LogInWithPassword>,
    next: String,
) -> impl IntoView {
    let language = use_language();
    let DemoAccount {
        email,
        password,
        role,
    } = account;
    let label = login::use_account(language, &email);
    view! {
        <li class="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <div class="min-w-0">
                <div>{email.clone()}</div>
                <div class="text-sm muted">
                    {role::name(language, role)} " · " <span class="mono">{password.clone()}</span>
                </div>
            </div>
            <ActionForm action>
                <input type="hidden" name="email" value=email />
                <input type="hidden" name="password" value=password />
                <input type="hidden" name="next" value=next />
                <Button label kind=ButtonKind::Outline size=ButtonSize::Small />
            </ActionForm>
        </li>
    }
    .into_any()
}
