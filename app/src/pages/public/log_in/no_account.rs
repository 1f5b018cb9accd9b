use crate::language::use_language;
use crate::text::login;
use leptos::prelude::*;
use shared::wire::account::Site;

/// What to do without an account: whom to ask.
#[component]
pub(super) fn NoAccount(site: Site) -> impl IntoView {
    let language = use_language();
    let mail = format!("mailto:{}", site.help.email);
    let phone = (!site.help.phone.is_empty()).then(|| {
        let call = format!("tel:{}", site.help.phone);
        view! { <a class="link" href=call>{site.help.phone.clone()}</a> }
    });
    view! {
        <section class="text-sm">
            <h2 class="font-semibold">{login::no_account(language)}</h2>
            <p class="muted">{login::no_account_help(language, &site.provider_name)}</p>
            <p class="flex flex-wrap gap-x-4">
                <a class="link" href=mail>{site.help.email.clone()}</a>
                {phone}
            </p>
        </section>
    }
    .into_any()
}
