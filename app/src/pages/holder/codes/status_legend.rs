use crate::language::use_language;
use crate::parts::status_tag::explanation_id;
use crate::routes::Path;
use crate::text::code::statuses;
use crate::text::help::authorization_codes::STATUSES;
use crate::ui::disclosure::Disclosure;
use leptos::prelude::*;
use shared::policy::CodePolicy;

/// What the four statuses mean (S31 to S34): all of them above the list, and each one where its
/// word is pressed in a row.
#[component]
pub(super) fn StatusLegend(policy: CodePolicy) -> impl IntoView {
    let language = use_language();
    let meanings = statuses::meanings(language, &policy);
    let terms = meanings
        .iter()
        .cloned()
        .map(|(_, word, meaning)| {
            view! {
                <div>
                    <dt class="font-semibold">{word}</dt>
                    <dd class="muted">{meaning}</dd>
                </div>
            }
        })
        .collect_view();
    let explanations = meanings
        .into_iter()
        .map(|(code, word, meaning)| {
            view! {
                <div id=explanation_id(code) popover="auto" class="explanation">
                    <p class="font-semibold">{word}</p>
                    <p class="mt-1 mb-2">{meaning}</p>
                    <HelpLink />
                </div>
            }
        })
        .collect_view();
    view! {
        <div class="mb-4">
            <Disclosure summary=statuses::legend(language)>
                <dl class="my-2 space-y-2 max-w-prose">{terms}</dl>
                <HelpLink />
            </Disclosure>
        </div>
        {explanations}
    }
    .into_any()
}

#[component]
fn HelpLink() -> impl IntoView {
    let href = format!("{}#{STATUSES}", Path::HelpAuthorizationCodes);
    // Loaded anew: only so do browsers go to the section.
    view! {
        <a class="link" href=href rel="external">
            {statuses::more(use_language())}
        </a>
    }
}
