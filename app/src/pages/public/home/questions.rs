use super::front::example_number;
use crate::language::use_language;
use crate::parts::help_contact::HelpContactList;
use crate::routes::Path;
use crate::text::home;
use crate::text::home::questions::{More, Question, ask_a_person, have_number, questions};
use crate::text::{common, help};
use crate::ui::icon::Icon;
use leptos::prelude::*;
use shared::wire::home::HomePage;

/// What people ask before they begin, and whom they can ask.
#[component]
pub fn Questions(page: HomePage) -> impl IntoView {
    let language = use_language();
    let number = example_number(&page.course);
    let questions = questions(language, &page.provider_name)
        .into_iter()
        .map(|question| view! { <Asked question /> })
        .collect_view();
    view! {
        <section class="public-edge home-section home-questions">
            <div>
                <h2 class="home-heading">{home::before_you_start(language)}</h2>
                <div class="asked">{questions}</div>
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

#[component]
fn Asked(question: Question) -> impl IntoView {
    let language = use_language();
    let more = question.more.map(|more| {
        let (page, label) = match more {
            More::LicensePassword => (
                Path::RetrieveLicensePassword,
                common::retrieve_license_password(language),
            ),
            More::Privacy => (Path::HelpPrivacy, help::topic::privacy(language)),
        };
        view! { <a class="link" href=page.to_string()>{label}</a> }
    });
    view! {
        <details>
            <summary>
                {question.question} <Icon symbol=icondata::LuChevronDown />
            </summary>
            <p>{question.answer} " " {more}</p>
        </details>
    }
    .into_any()
}
