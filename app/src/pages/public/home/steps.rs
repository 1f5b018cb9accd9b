use crate::language::use_language;
use crate::text::home;
use crate::text::home::steps::{Step, in_dates, steps};
use crate::ui::icon::{Icon, IconSize};
use leptos::prelude::*;
use shared::wire::home::HomePage;

/// How an application goes on, with an example in dates.
#[component]
pub fn Steps(page: HomePage) -> impl IntoView {
    let language = use_language();
    let steps = steps(language, &page.policy.review, &page.provider_name)
        .map(|Step { time, title, text }| {
            view! {
                <li>
                    <p class="way-time">{time}</p>
                    <h3 class="font-semibold">{title}</h3>
                    <p class="muted mt-1">{text}</p>
                </li>
            }
        })
        .collect_view();
    view! {
        <section class="public-edge home-section home-band" aria-labelledby="steps-title">
            <h2 id="steps-title" class="home-heading">
                {home::how_it_works(language)}
            </h2>
            <ol class="way-line">{steps}</ol>
            <p class="home-note home-example">
                <Icon symbol=icondata::LuCalendar size=IconSize::Large />
                <span>{in_dates(language, page.now, &page.dates)}</span>
            </p>
        </section>
    }
    .into_any()
}
