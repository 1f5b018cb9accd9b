use super::choices;
use crate::api::admin::CreateAccount;
use crate::api::page_data::successes;
use crate::api::typed::Typed;
use crate::language::use_language;
use crate::parts::refusal::Refusal;
use crate::text::{common, field, staff};
use crate::ui::button::Button;
use crate::ui::card::Card;
use crate::ui::form_errors::FormErrors;
use crate::ui::password_field::{PasswordField, PasswordKind};
use crate::ui::select_field::SelectField;
use crate::ui::sent_form::empty_after;
use crate::ui::text_field::{TextField, TextKind};
use leptos::prelude::*;
use shared::field::Field;
use shared::role::Role;

/// Opens an account, in any role that one administrator can give.
#[component]
pub(super) fn NewAccount(typed: Typed, action: ServerAction<CreateAccount>) -> impl IntoView {
    let language = use_language();
    let refusal = Refusal::of(action);
    let form = empty_after(successes(action));
    let roles = Role::ALL
        .into_iter()
        .filter(|role| *role != Role::Administrator);
    view! {
        <Card title=staff::create_account(language)>
            <ActionForm action node_ref=form attr:novalidate=true attr:class="grid gap-4 max-w-md">
                <FormErrors errors=refusal.errors() />
                <input type="hidden" name="language" value=language.code() />
                <TextField
                    name="email"
                    label=common::email(language)
                    kind=TextKind::Email
                    value=typed.text("email")
                    error=refusal.on(Field::Email)
                    autocomplete="off"
                />
                <TextField
                    name="display_name"
                    label=field::label(language, Field::DisplayName)
                    value=typed.text("display_name")
                    error=refusal.on(Field::DisplayName)
                    optional=true
                    autocomplete="off"
                />
                <SelectField
                    name="role"
                    label=field::label(language, Field::Role)
                    choices=choices(language, roles)
                    value=typed.text("role")
                    error=refusal.on(Field::Role)
                />
                <PasswordField
                    name="password"
                    label=common::password(language)
                    kind=PasswordKind::New
                    error=refusal.on(Field::NewPassword)
                />
                <p class="text-sm muted">{staff::password_hint(language)}</p>
                <div class="mt-4">
                    <Button label=staff::create_account(language) pending=action.pending() />
                </div>
            </ActionForm>
        </Card>
    }
    .into_any()
}
