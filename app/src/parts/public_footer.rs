//! The foot of the public pages: who runs this, where help is, the provider's own numbers.

use super::appearance_switch::AppearanceSwitch;
use crate::language::use_language;
use crate::routes::Path;
use crate::text::help::authorization_codes::STATUSES;
use crate::text::help::topic;
use crate::text::{common, footer};
use crate::ui::icon::Icon;
use leptos::prelude::*;
use shared::wire::provider::ProviderNumbers;

/// Where anybody looks an ICP number up.
const ICP_REGISTER: &str = "https://beian.miit.gov.cn/";

/// Where anybody looks a number of the police up.
const PUBLIC_SECURITY_REGISTER: &str = "https://beian.mps.gov.cn/";

/// The whole foot.
#[component]
pub fn PublicFooter(
    /// The provider's name.
    provider: ViewFn,
    /// A [`ProviderNumberList`].
    numbers: ViewFn,
) -> impl IntoView {
    let language = use_language();
    // Loaded anew: only so do browsers go to the section.
    let statuses = format!("{}#{STATUSES}", Path::HelpAuthorizationCodes);
    view! {
        <footer class="foot public-edge">
            // A part that is fetched shares its element with no text: in the browser the
            // text behind it would not be found again.
            <div class="brand-in-words">
                <div class="foot-name">{provider.run()}</div>
                <div>{common::license_system(language)}</div>
            </div>
            <nav aria-label=footer::name(language)>
                <ul>
                    <li><a href=Path::Help.to_string()>{common::help_center(language)}</a></li>
                    <li>
                        <a href=Path::RetrieveLicensePassword.to_string()>
                            {common::retrieve_license_password(language)}
                        </a>
                    </li>
                    <li><a href=statuses rel="external">{footer::code_statuses(language)}</a></li>
                    <li><a href=Path::HelpPrivacy.to_string()>{topic::privacy(language)}</a></li>
                    <li>
                        <a href=Path::HelpAccessibility.to_string()>
                            {topic::accessibility(language)}
                        </a>
                    </li>
                </ul>
            </nav>
            <div class="foot-last">
                <div>{numbers.run()}</div>
                <AppearanceSwitch />
            </div>
        </footer>
    }
    .into_any()
}

/// The provider's own numbers, each linked with the register it stands in; nothing of those that
/// are not set.
#[component]
pub fn ProviderNumberList(numbers: ProviderNumbers) -> impl IntoView {
    let language = use_language();
    let set = |number: String| Some(number).filter(|number| !number.is_empty());
    let icp = set(numbers.icp).map(|number| {
        view! { <li><a class="whole" href=ICP_REGISTER rel="noreferrer">{number}</a></li> }
    });
    let public_security = set(numbers.public_security).map(|number| {
        view! {
            <li>
                <a class="whole" href=PUBLIC_SECURITY_REGISTER rel="noreferrer">
                    <Icon symbol=icondata::LuShieldCheck />
                    " "
                    {number}
                </a>
            </li>
        }
    });
    let telecom_permit = set(numbers.telecom_permit)
        .map(|number| view! { <li>{footer::telecom_permit(language, &number)}</li> });
    let is_any = icp.is_some() || public_security.is_some() || telecom_permit.is_some();
    is_any
        .then(|| {
            view! {
                <ul class="foot-numbers" aria-label=footer::numbers(language)>
                    {icp}
                    {public_security}
                    {telecom_permit}
                </ul>
            }
        })
        .into_any()
}
