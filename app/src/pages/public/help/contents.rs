use super::groups;
use crate::language::use_language;
use crate::routes::Path;
use crate::text::help::topic::{Topic, audience};
use crate::text::{common, help};
use crate::ui::disclosure::Disclosure;
use leptos::prelude::*;

/// The table of contents beside a page; on a phone folded above it.
#[component]
pub fn Contents(here: Topic, is_staff: bool) -> impl IntoView {
    let language = use_language();
    let groups = groups(is_staff, Some(here))
        .into_iter()
        .map(|(group, topics)| {
            let links = topics
                .into_iter()
                .map(|topic| {
                    let current = (topic == here).then_some("page");
                    view! {
                        <li>
                            <a href=topic.path().to_string() aria-current=current>
                                {topic.title(language)}
                            </a>
                        </li>
                    }
                })
                .collect_view();
            view! {
                <li>
                    <p class="help-group">{audience(language, group)}</p>
                    <ul>{links}</ul>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="help-contents" aria-label=help::contents(language)>
            <Disclosure summary=help::contents(language) class="disclosure list-filter">
                <ul>
                    <li>
                        <a href=Path::Help.to_string()>{common::help_center(language)}</a>
                    </li>
                    {groups}
                </ul>
            </Disclosure>
        </nav>
    }
    .into_any()
}
