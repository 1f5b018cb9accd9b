use super::front::example_number;
use crate::language::{Language, use_language};
use crate::parts::help_contact::HelpContactList;
use crate::routes::Path;
use crate::text::home;
use crate::text::home::questions::{More, Question, ask_a_person, have_number, questions};
use crate::text::{common, help};
use crate::ui::icon::{Icon, IconSize, icon};
use crate::ui::inert::inert;
use leptos::prelude::*;
use maud::{Markup, html};
use shared::wire::home::HomePage;

/// What people ask before they begin, and whom they can ask.
#[component]
pub fn Questions(page: HomePage) -> impl IntoView {
    let language = use_language();
    let number = example_number(&page.course);
    let questions = inert(html! {
        div class="asked" {
            @for question in questions(language, &page.provider_name) { (asked(language, &question)) }
        }
    });
    view! {
        <section class="public-edge home-section home-questions">
            <div>
                <h2 class="home-heading">{home::before_you_start(language)}</h2>
                {questions}
            </div>
            <div class="card-box h-fit">
                <h2 class="job-title">{ask_a_person(language)}</h2>
                <HelpContactList contact=page.contact>
                    <li>
                        <Icon symbol=icondata::LuCircleHelp />
                        <a class="link" href=Path::Help.to_string()>
                            {common::help_center(language)}
                        </a>
                    </li>
                </HelpContactList>
                <p class="text-sm muted">
                    {have_number(language)} " " <span class="mono whole">{number}</span>
                </p>
            </div>
        </section>
    }
    .into_any()
}

fn asked(language: Language, question: &Question) -> Markup {
    let more = question.more.map(|more| match more {
        More::LicensePassword => (
            Path::RetrieveLicensePassword,
            common::retrieve_license_password(language),
        ),
        More::Privacy => (Path::HelpPrivacy, help::topic::privacy(language)),
    });
    html! {
        details {
            summary { (question.question) (icon(icondata::LuChevronDown, IconSize::Medium)) }
            p {
                (question.answer)
                @if let Some((page, label)) = more {
                    " "
                    a class="link" href=(page) { (label) }
                }
            }
        }
    }
}
