//! Who runs this system, at the top of every page.

use leptos::prelude::*;
use shared::wire::account::Site;

/// Where the logo is served.
pub const LOGO: &str = "/provider-logo";

/// The provider's logo, where there is one, and its name. A phone has room for one of them.
#[component]
pub fn ProviderBrand(site: Site) -> impl IntoView {
    let name = site.provider_name;
    let name_class = if site.has_logo {
        "brand-name truncate hidden sm:inline"
    } else {
        "brand-name truncate"
    };
    // Beside the name the image itself says nothing more.
    let logo = site.has_logo.then(|| {
        view! {
            <img src=LOGO alt="" class="brand-mark hidden sm:block" />
            <img src=LOGO alt=name.clone() class="brand-mark brand-mark-alone sm:hidden" />
        }
    });
    view! {
        <span class="brand">
            {logo} <span class=name_class>{name}</span>
        </span>
    }
    .into_any()
}
