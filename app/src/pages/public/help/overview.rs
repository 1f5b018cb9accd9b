use super::groups;
use crate::language::use_language;
use crate::text::help::topic::{Topic, audience};
use crate::ui::icon::{Icon, IconSize};
use leptos::prelude::*;

/// A card for each page, by whose tasks they are about.
#[component]
pub fn Overview(is_staff: bool) -> impl IntoView {
    let language = use_language();
    groups(is_staff, None)
        .into_iter()
        .map(|(group, topics)| {
            let cards = topics
                .into_iter()
                .map(|topic| view! { <TopicCard topic /> })
                .collect_view();
            view! {
                <section class="mb-6">
                    <h2 class="help-heading">{audience(language, group)}</h2>
                    <ul class="help-cards">{cards}</ul>
                </section>
            }
        })
        .collect_view()
        .into_any()
}

#[component]
fn TopicCard(topic: Topic) -> impl IntoView {
    let language = use_language();
    view! {
        <li id=topic.slug() class="card-box help-card">
            <span class="text-primary">
                <Icon symbol=symbol(topic) size=IconSize::Large />
            </span>
            <div>
                <h3>
                    <a class="help-card-link" href=topic.path().to_string()>
                        {topic.title(language)}
                    </a>
                </h3>
                <p class="muted">{topic.summary(language)}</p>
            </div>
        </li>
    }
    .into_any()
}

const fn symbol(topic: Topic) -> icondata::Icon {
    match topic {
        Topic::AtAGlance => icondata::LuBookOpen,
        Topic::FileALicense => icondata::LuFilePlus,
        Topic::AuthorizationCodes => icondata::LuTicketPlus,
        Topic::CancelAccess => icondata::LuUnlink,
        Topic::Statuses => icondata::LuListChecks,
        Topic::LicensePassword => icondata::LuKeyRound,
        Topic::Questions => icondata::LuCircleHelp,
        Topic::Review => icondata::LuInbox,
        Topic::Supervision => icondata::LuChartColumn,
        Topic::Administration => icondata::LuServer,
        Topic::Privacy => icondata::LuShield,
        Topic::Accessibility => icondata::LuAccessibility,
    }
}
