//! The frame of the pages that anybody sees.

use super::language_switch::{LanguageSwitch, WAYS_BACK};
use crate::language::use_language;
use crate::routes::Path;
use crate::text::common;
use crate::ui::unsaved_input::keep_unsaved_input;
use leptos::prelude::*;

/// Header with `License` at the upper right (S7), main part, footer.
#[component]
pub fn PublicLayout(
    /// The provider's name.
    #[prop(into)]
    provider: ViewFn,
    /// The link `License` (S7), which leads to the first page of whoever is logged in.
    #[prop(into)]
    entry: ViewFn,
    children: Children,
) -> impl IntoView {
    let language = use_language();
    keep_unsaved_input(WAYS_BACK, None);
    view! {
        <a class="skip-link" href="#content" rel="external">{common::skip_to_content(language)}</a>
        <div class="min-h-dvh flex flex-col">
            <header class="navbar bg-base-100 border-b border-base-300 px-4 min-h-14">
                <a class="flex-1 flex items-center gap-3 min-w-0" href=Path::Home.to_string()>
                    <span class="font-semibold truncate">{provider.run()}</span>
                    <span class="muted hidden sm:inline" aria-hidden="true">"/"</span>
                    <span class="hidden sm:inline">{common::license_system(language)}</span>
                </a>
                <nav class="flex items-center gap-1" aria-label=common::main_menu(language)>
                    <a class="btn btn-ghost btn-sm hidden sm:inline-flex" href=Path::Help.to_string()>
                        {common::help_center(language)}
                    </a>
                    <LanguageSwitch />
                    {entry.run()}
                </nav>
            </header>
            <main id="content" class="public-page" tabindex="-1">
                {children()}
            </main>
            <footer class="border-t border-base-300 px-4 py-6 text-sm muted">
                <div class="public-width flex flex-wrap items-baseline gap-x-6 gap-y-2">
                    // A part that is fetched shares its element with no text: in the browser the
                    // text behind it would not be found again.
                    <span class="brand-in-words">
                        <span>{provider.run()}</span>
                        {format!(" / {}", common::license_system(language))}
                    </span>
                    <a class="link" href=Path::Help.to_string()>{common::help_center(language)}</a>
                    <a class="link" href=Path::RetrieveLicensePassword.to_string()>
                        {common::retrieve_license_password(language)}
                    </a>
                </div>
            </footer>
        </div>
    }
    .into_any()
}
