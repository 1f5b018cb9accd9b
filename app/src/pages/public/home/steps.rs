use crate::language::use_language;
use crate::text::home;
use crate::text::home::steps::{in_dates, steps};
use crate::ui::icon::{IconSize, icon};
use crate::ui::inert::inert;
use leptos::prelude::*;
use maud::html;
use shared::wire::home::HomePage;

/// How an application goes on, with an example in dates.
#[component]
pub fn Steps(page: HomePage) -> impl IntoView {
    let language = use_language();
    inert(html! {
        section class="public-edge home-section home-band" aria-labelledby="steps-title" {
            h2 id="steps-title" class="home-heading" { (home::how_it_works(language)) }
            ol class="way-line" {
                @for step in steps(language, &page.policy.review, &page.provider_name) {
                    li {
                        p class="way-time" { (step.time) }
                        h3 class="font-semibold" { (step.title) }
                        p class="muted mt-1" { (step.text) }
                    }
                }
            }
            p class="home-note home-example" {
                (icon(icondata::LuCalendar, IconSize::Large))
                span { (in_dates(language, page.now, &page.dates)) }
            }
        }
    })
}
