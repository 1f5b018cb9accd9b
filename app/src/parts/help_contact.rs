//! Whom to ask: when somebody answers, phone and email.

use crate::language::{Language, use_language};
use crate::ui::icon::Icon;
use leptos::prelude::*;
use shared::wire::provider::HelpContact;

/// As a list with icons; the children are further entries.
#[component]
pub fn HelpContactList(
    contact: HelpContact,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let language = use_language();
    let hours = contact.hours.map(|hours| {
        let hours = match language {
            Language::English => hours.english,
            Language::Chinese => hours.chinese,
        };
        view! { <p class="muted">{hours}</p> }
    });
    let phone = (!contact.phone.is_empty()).then(|| {
        let call = format!("tel:{}", contact.phone);
        view! {
            <li>
                <Icon symbol=icondata::LuPhone />
                <a class="link whole" href=call>
                    {contact.phone}
                </a>
            </li>
        }
    });
    let mail = format!("mailto:{}", contact.email);
    view! {
        {hours}
        <ul class="contact-list">
            {phone}
            <li>
                <Icon symbol=icondata::LuMail />
                <a class="link whole" href=mail>
                    {contact.email}
                </a>
            </li>
            {children.map(|children| children())}
        </ul>
    }
    .into_any()
}
