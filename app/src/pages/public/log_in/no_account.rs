use crate::language::use_language;
use crate::parts::help_contact::HelpContactList;
use crate::text::login;
use leptos::prelude::*;
use shared::wire::account::Site;

/// What to do without an account: whom to ask.
#[component]
pub(super) fn NoAccount(site: Site) -> impl IntoView {
    let language = use_language();
    view! {
        <section class="card-box">
            <h2 class="font-semibold mb-3">{login::no_account(language)}</h2>
            <p class="muted mb-2">{login::no_account_help(language, &site.provider_name)}</p>
            <HelpContactList contact=site.help />
        </section>
    }
    .into_any()
}
