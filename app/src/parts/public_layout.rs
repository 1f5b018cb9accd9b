//! The frame of the pages that anybody sees.

use super::language_switch::{LanguageSwitch, WAYS_BACK};
use super::public_footer::PublicFooter;
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
    /// The provider's own numbers, for the foot.
    #[prop(into)]
    numbers: ViewFn,
    children: Children,
) -> impl IntoView {
    let language = use_language();
    keep_unsaved_input(WAYS_BACK, None);
    view! {
        <a class="skip-link" href="#content" rel="external">{common::skip_to_content(language)}</a>
        <div class="min-h-dvh flex flex-col">
            <header class="topbar public-bar public-edge">
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
            <main id="content" class="public-page public-edge" tabindex="-1">
                {children()}
            </main>
            <PublicFooter provider numbers />
        </div>
    }
    .into_any()
}
