use crate::api::help::{HelpFacts, load_help};
use crate::api::page_data::{PageData, page_data};
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::definition_list::{Definition, DefinitionList};
use crate::parts::help_article::HelpArticleBody;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::text::help::{HelpArticle, articles};
use crate::text::{common, help};
use crate::ui::card::Card;
use leptos::prelude::*;

/// `/help`: what can be done here, and how.
pub struct Help {
    facts: PageData<HelpFacts>,
}

impl Screen for Help {
    fn data() -> Self {
        Self {
            facts: page_data(|| (), |()| load_help()),
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        view! {
            <PageHeader title=common::help_center(language) lead=help::lead(language) />
            <Loaded
                resource=self.facts
                view=move |facts| view! { <Articles facts /> }.into_any()
            />
        }
        .into_any()
    }
}

#[component]
fn Articles(facts: HelpFacts) -> impl IntoView {
    let language = use_language();
    let articles = articles(language, &facts.policy);
    let contents = articles
        .iter()
        .map(|article| {
            let href = format!("#{}", article.slug);
            let title = article.title.clone();
            view! { <li><a class="link" href=href rel="external">{title}</a></li> }
        })
        .collect_view();
    let sections = articles
        .into_iter()
        .map(|article| view! { <Article article /> })
        .collect_view();
    let mail = format!("mailto:{}", facts.help_email);
    let phone = (!facts.help_phone.is_empty()).then(|| {
        view! { <Definition term=help::phone(language)>{facts.help_phone}</Definition> }
    });
    view! {
        <div class="grid gap-5 lg:grid-cols-[16rem_1fr]">
            <div class="space-y-5 lg:sticky lg:top-5 h-fit">
                <nav class="card-box" aria-label=help::contents(language)>
                    <ul class="space-y-2">{contents}</ul>
                </nav>
                <Card title=help::contact(language)>
                    <DefinitionList>
                        <Definition term=common::email(language)>
                            <a class="link" href=mail>{facts.help_email}</a>
                        </Definition>
                        {phone}
                    </DefinitionList>
                </Card>
            </div>
            <div class="space-y-5 min-w-0">{sections}</div>
        </div>
    }
    .into_any()
}

#[component]
fn Article(article: HelpArticle) -> impl IntoView {
    let (slug, title) = (article.slug, article.title.clone());
    view! {
        <article id=slug class="card-box scroll-mt-5">
            <h2 class="text-xl font-semibold mb-3">{title}</h2>
            <HelpArticleBody article />
        </article>
    }
    .into_any()
}
