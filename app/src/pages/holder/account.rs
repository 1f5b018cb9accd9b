mod mails_form;
mod password_form;
mod sessions;

use crate::api::account::load_account;
use crate::api::page_data::{PageData, page_data};
use crate::language::{Language, use_language};
use crate::pages::Screen;
use crate::parts::definition_list::{Definition, DefinitionList};
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::routes::Path;
use crate::text::{account, common, role};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::card::Card;
use crate::ui::notice::Notice;
use crate::ui::select_field::{Choice, SelectField};
use crate::ui::status_badge::Tone;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use mails_form::MailsForm;
use password_form::PasswordForm;
use sessions::Sessions;
use shared::wire::account::AccountPage;

/// `/console/account`: the own account, whatever its role. `?changed=` says what has just
/// been done.
pub struct Account {
    page: PageData<AccountPage>,
}

impl Screen for Account {
    fn data() -> Self {
        let query = use_query_map();
        let changed = Memo::new(move |_| query.read().get("changed"));
        Self {
            page: page_data(move || changed.get(), |_| load_account()),
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        let view = move |page| {
            view! {
                <PageHeader title=common::my_account(language) lead=account::lead(language) />
                <Sections page />
            }
            .into_any()
        };
        view! { <Loaded resource=self.page view /> }.into_any()
    }
}

#[component]
fn Sections(page: AccountPage) -> impl IntoView {
    let language = use_language();
    view! {
        <div class="space-y-5">
            <Changed />
            <Card title=account::details(language)>
                <DefinitionList>
                    <Definition term=account::name(language)>{page.display_name}</Definition>
                    <Definition term=common::email(language)>{page.email}</Definition>
                    <Definition term=account::role(language)>
                        {role::name(language, page.role)}
                    </Definition>
                </DefinitionList>
            </Card>
            <Card title=common::language(language)>
                <LanguageForm />
            </Card>
            {page
                .mails_about_codes
                .map(|about_codes| view! { <MailsForm about_codes /> })}
            <PasswordForm has_password=page.has_password />
            <Sessions sessions=page.sessions />
        </div>
    }
    .into_any()
}

#[component]
fn Changed() -> impl IntoView {
    let language = use_language();
    let query = use_query_map();
    move || {
        let done = match query.read().get("changed")?.as_str() {
            "password" => account::password_changed(language),
            "sessions" => account::session_revoked(language),
            "mails" => account::mails_changed(language),
            _ => return None,
        };
        Some(view! { <Notice tone=Tone::Success title=done live=true /> })
    }
}

/// A plain form: the page comes back in the other language.
#[component]
fn LanguageForm() -> impl IntoView {
    let language = use_language();
    let choices = Language::ALL
        .map(|language| Choice::new(language.code(), language.own_name()))
        .to_vec();
    view! {
        <form method="post" action=Path::SetLanguage.to_string() class="space-y-4">
            <input type="hidden" name="return_to" value=Path::Account.to_string() />
            <SelectField
                name="language"
                label=common::language(language)
                choices
                value=language.code()
                hint=account::language_hint(language)
            />
            <Button label=common::save(language) kind=ButtonKind::Outline />
        </form>
    }
    .into_any()
}
