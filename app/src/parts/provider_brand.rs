//! Who runs this system, at the top of every page.

use leptos::prelude::*;
use shared::wire::account::Site;

/// Where the logo is served.
pub const LOGO: &str = "/provider-logo";

/// The provider's logo, where there is one, and its name.
#[component]
pub fn ProviderBrand(site: Site) -> impl IntoView {
    // The name stands beside it, so that the image itself says nothing more.
    let logo = site
        .has_logo
        .then(|| view! { <img src=LOGO alt="" class="h-7 w-auto shrink-0" /> });
    view! {
        <span class="flex items-center gap-2 min-w-0">
            {logo} <span class="truncate">{site.provider_name}</span>
        </span>
    }
    .into_any()
}
