//! An article of the Help Center.

use crate::text::help::{HelpArticle, HelpBlock};
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use crate::ui::whole_words::WholeWords;
use leptos::prelude::*;

/// An article's sections; its title stands above, as the page's.
#[component]
pub fn HelpArticleBody(article: HelpArticle) -> impl IntoView {
    let sections = article
        .sections
        .into_iter()
        .map(|section| {
            let blocks = section
                .body
                .into_iter()
                .map(|block| view! { <Block block /> })
                .collect_view();
            let id = (!section.slug.is_empty()).then_some(section.slug);
            view! {
                <section class="space-y-3">
                    <h2 id=id class="help-heading">{section.heading}</h2>
                    {blocks}
                </section>
            }
        })
        .collect_view();
    view! {
        <div class="space-y-6">
            <p class="max-w-prose"><WholeWords text=article.intro /></p>
            {sections}
        </div>
    }
    .into_any()
}

#[component]
fn Block(block: HelpBlock) -> impl IntoView {
    let items = |texts: Vec<String>| {
        texts
            .into_iter()
            .map(|text| view! { <li><WholeWords text /></li> })
            .collect_view()
    };
    match block {
        HelpBlock::Paragraph(text) => {
            view! { <p class="max-w-prose"><WholeWords text /></p> }.into_any()
        }
        HelpBlock::Steps(texts) => {
            view! { <ol class="list-decimal pl-6 space-y-1.5 max-w-prose">{items(texts)}</ol> }
                .into_any()
        }
        HelpBlock::Points(texts) => {
            view! { <ul class="list-disc pl-6 space-y-1.5 max-w-prose">{items(texts)}</ul> }
                .into_any()
        }
        HelpBlock::Terms(terms) => {
            let terms = terms
                .into_iter()
                .map(|(word, meaning)| {
                    view! {
                        <div>
                            <dt class="font-medium">{word}</dt>
                            <dd class="muted"><WholeWords text=meaning /></dd>
                        </div>
                    }
                })
                .collect_view();
            view! { <dl class="space-y-2 max-w-prose">{terms}</dl> }.into_any()
        }
        HelpBlock::Warning(text) => view! { <Notice tone=Tone::Warning title=text /> }.into_any(),
    }
}
