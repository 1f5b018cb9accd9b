use crate::language::use_language;
use crate::routes::Path;
use crate::text::home;
use crate::text::home::jobs::{self, Job};
use crate::ui::button::{ButtonKind, ButtonLink};
use crate::ui::icon::{Icon, IconSize, icon};
use crate::ui::inert::inert;
use crate::ui::whole_words::WholeWords;
use leptos::prelude::*;
use maud::html;
use shared::policy::Policy;

/// What can be done here.
#[component]
pub fn Jobs(policy: Policy) -> impl IntoView {
    let language = use_language();
    view! {
        <section class="public-edge home-section" aria-labelledby="jobs-title">
            <h2 id="jobs-title" class="home-heading">
                {home::jobs(language)}
            </h2>
            <div class="jobs">
                <JobCard
                    symbol=icondata::LuFilePlus
                    job=jobs::file_a_license(language, &policy)
                    start=Path::NewApplication
                    help=Path::HelpFileALicense
                />
                <JobCard
                    symbol=icondata::LuTicketPlus
                    job=jobs::lend_an_ip(language, &policy)
                    start=Path::ApplyForCode
                    help=Path::HelpAuthorizationCodes
                />
                <JobCard
                    symbol=icondata::LuUnlink
                    job=jobs::cancel_access(language, &policy)
                    start=Path::Console
                    help=Path::HelpCancelAccess
                />
            </div>
            <p class="home-note">
                <Icon symbol=icondata::LuInfo size=IconSize::Large />
                <span>
                    <strong>{jobs::not_sure(language)}</strong>
                    " "
                    <WholeWords text=jobs::which(language) />
                </span>
            </p>
        </section>
    }
    .into_any()
}

#[component]
fn JobCard(symbol: icondata::Icon, job: Job, start: Path, help: Path) -> impl IntoView {
    let language = use_language();
    let times = inert(html! {
        dl class="job-times" {
            @for (what, time) in [
                (jobs::your_time(language), job.your_time),
                (jobs::then(language), &job.then),
            ] {
                div { dt { (what) } dd { (time) } }
            }
        }
    });
    let ready = inert(html! {
        div {
            h4 class="text-sm font-semibold muted" { (jobs::have_ready(language)) }
            ul class="job-ready" {
                @for thing in &job.have_ready {
                    li { (icon(icondata::LuCheck, IconSize::Medium)) span { (thing) } }
                }
            }
        }
    });
    view! {
        <article class="card-box job">
            <span class="job-mark tone-info">
                <Icon symbol size=IconSize::Large />
            </span>
            <div>
                <h3 class="job-title">{job.title}</h3>
                <p class="muted mt-1">{job.text}</p>
            </div>
            {times}
            {ready}
            <div class="flex flex-wrap gap-2">
                // The server knows whether to ask for a log-in first.
                <ButtonLink
                    label=job.start
                    href=start.to_string()
                    kind=ButtonKind::Outline
                    attr:rel="external"
                />
                <ButtonLink
                    label=jobs::step_by_step(language)
                    subject=job.title
                    href=help.to_string()
                    kind=ButtonKind::Ghost
                />
            </div>
        </article>
    }
    .into_any()
}
