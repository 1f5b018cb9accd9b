mod contents;
mod overview;

use crate::api::help::{HelpPage, load_help};
use crate::api::page_data::{PageData, page_data};
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::help_article::HelpArticleBody;
use crate::parts::help_contact::HelpContactList;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::routes::Path;
use crate::text::help::topic::Topic;
use crate::text::{common, help};
use crate::ui::breadcrumbs::Crumb;
use crate::ui::card::Card;
use contents::Contents;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use overview::Overview;

/// `/help` and the pages below it, one per task.
pub struct Help {
    topic: Option<Topic>,
    page: PageData<HelpPage>,
}

impl Screen for Help {
    fn data() -> Self {
        let language = use_language();
        // Each address has a route of its own, which is drawn anew.
        let topic = Topic::at(&use_location().pathname.read_untracked());
        Self {
            topic,
            page: page_data(|| (), move |()| load_help(topic, language)),
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        let topic = self.topic;
        let header = match topic {
            None => {
                view! { <PageHeader title=common::help_center(language) lead=help::lead(language) /> }
                    .into_any()
            }
            Some(topic) => {
                let trail = vec![
                    Crumb::link(common::help_center(language), Path::Help),
                    Crumb::here(topic.title(language)),
                ];
                view! { <PageHeader title=topic.title(language) trail /> }.into_any()
            }
        };
        view! {
            {header}
            <Loaded
                resource=self.page
                view=move |page| view! { <Page topic page /> }.into_any()
            />
        }
        .into_any()
    }
}

#[component]
fn Page(topic: Option<Topic>, page: HelpPage) -> impl IntoView {
    let language = use_language();
    let contents = topic.map(|here| view! { <Contents here is_staff=page.is_staff /> });
    let class = if topic.is_some() {
        "help-page help-page-with-contents"
    } else {
        "help-page"
    };
    let main = match page.article {
        Some(article) => view! {
            <article class="card-box">
                <HelpArticleBody article />
            </article>
        }
        .into_any(),
        None => view! { <Overview is_staff=page.is_staff /> }.into_any(),
    };
    view! {
        <div class=class>
            {contents}
            <div class="min-w-0">{main}</div>
            <div>
                <Card title=help::contact(language)>
                    <HelpContactList contact=page.contact />
                </Card>
            </div>
        </div>
    }
    .into_any()
}

/// The pages of each group that the reader finds listed; staff's own come first for them.
fn groups(is_staff: bool, here: Option<Topic>) -> Vec<(help::topic::Audience, Vec<Topic>)> {
    use help::topic::Audience::{Everybody, Holders, Staff};

    let is_about_staff = here.is_some_and(|topic| topic.audience() == Staff);
    let audiences: &[_] = match (is_staff, is_about_staff) {
        (true, _) => &[Staff, Holders, Everybody],
        (false, true) => &[Holders, Staff, Everybody],
        (false, false) => &[Holders, Everybody],
    };
    audiences
        .iter()
        .map(|audience| {
            let topics = Topic::ALL.into_iter();
            let topics = topics.filter(|topic| topic.audience() == *audience);
            (*audience, topics.collect())
        })
        .collect()
}
