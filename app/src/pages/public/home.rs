use crate::language::use_language;
use crate::parts::page_title::PageTitle;
use crate::parts::timeline::{StepState, Timeline, TimelineStep};
use crate::routes::Path;
use crate::text::home;
use crate::ui::button::{ButtonKind, ButtonLink, ButtonSize};
use crate::ui::card::Card;
use crate::ui::icon::{Icon, IconSize};
use leptos::prelude::*;

/// `/`: what this is, and the way in.
#[component]
pub fn Home() -> impl IntoView {
    let language = use_language();
    let steps = [
        home::step_apply,
        home::step_review,
        home::step_authority,
        home::step_result,
    ]
    .map(|step| view! { <TimelineStep state=StepState::Ahead label=step(language) /> })
    .collect_view();
    view! {
        <PageTitle text=home::title(language) />
        <div class="py-6">
            <h1 class="text-3xl font-semibold tracking-tight">{home::title(language)}</h1>
            <p class="mt-3 text-lg muted max-w-prose">{home::lead(language)}</p>
        </div>
        <div class="grid gap-5 md:grid-cols-3">
            <Job
                symbol=icondata::LuFilePlus
                title=home::file_title(language)
                text=home::file_text(language)
                help="#overview"
                start=Path::NewApplication
            />
            <Job
                symbol=icondata::LuTicketPlus
                title=home::codes_title(language)
                text=home::codes_text(language)
                help="#authorization-codes"
                start=Path::ApplyForCode
            />
            <Job
                symbol=icondata::LuUnlink
                title=home::cancel_title(language)
                text=home::cancel_text(language)
                help="#cancel-access"
                start=Path::Console
            />
        </div>
        <div class="mt-5">
            <Card title=home::how_it_works(language)>
                <Timeline>{steps}</Timeline>
            </Card>
        </div>
    }
}

/// One thing that can be done here.
#[component]
fn Job(
    symbol: icondata::Icon,
    title: &'static str,
    text: &'static str,
    /// The article's place in the Help Center.
    help: &'static str,
    start: Path,
) -> impl IntoView {
    let language = use_language();
    view! {
        <section class="card-box flex flex-col gap-2">
            <span class="text-primary">
                <Icon symbol size=IconSize::Large />
            </span>
            <h2 class="font-semibold text-lg">{title}</h2>
            <p class="muted grow">{text}</p>
            <div class="flex flex-wrap gap-2 mt-3">
                <ButtonLink
                    label=home::start(language)
                    subject=title
                    href=start.to_string()
                    kind=ButtonKind::Outline
                    size=ButtonSize::Small
                />
                <ButtonLink
                    label=home::how(language)
                    subject=title
                    href=format!("{}{help}", Path::Help)
                    kind=ButtonKind::Ghost
                    size=ButtonSize::Small
                />
            </div>
        </section>
    }
    .into_any()
}
