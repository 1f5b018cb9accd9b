mod changes;
mod checks;
mod decision;
mod facts;
mod forms;
mod history;
mod reject;
mod reveal;

use crate::api::page_data::{PageData, page_data};
use crate::api::review::{ReviewCase, load_review};
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::done_notice::DoneNotice;
use crate::parts::live_refresh::use_live_refresh;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::parts::refusal::Refusal;
use crate::parts::refused_notice::RefusedNotice;
use crate::parts::rejection_notice::RejectionNotice;
use crate::routes::Path;
use crate::text::{application, common};
use crate::ui::breadcrumbs::Crumb;
use crate::ui::notice::Notice;
use crate::ui::status_badge::Tone;
use changes::Changes;
use checks::Checks;
use decision::Decision;
use facts::{Facts, FiledFacts};
use forms::ReviewForms;
use history::{Earlier, History};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use reject::RejectDialog;
use shared::application::HoldReason;
use shared::wire::application::{TimelineEntry, TimelineEvent};

/// `/review/applications/{id}`: everything needed to decide, on one screen.
pub struct ReviewApplication {
    review: PageData<ReviewCase>,
    forms: ReviewForms,
    id: Memo<i64>,
}

impl Screen for ReviewApplication {
    fn data() -> Self {
        let params = use_params_map();
        let id = Memo::new(move |_| {
            let id = params.read().get("id").and_then(|id| id.parse().ok());
            id.unwrap_or_default()
        });
        let forms = ReviewForms::new();
        // A refused rejection leaves the page as it is, with what was typed.
        let answered = move || {
            (
                forms.claim.version().get(),
                forms.release.version().get(),
                forms.reassign.version().get(),
                forms.approve.version().get(),
            )
        };
        Self {
            review: page_data(move || (id.get(), answered()), |(id, _)| load_review(id)),
            forms,
            id,
        }
    }

    fn view(self) -> AnyView {
        let forms = self.forms;
        use_live_refresh(self.review, Some(self.id));
        // `Earlier` leads to another application on this same page.
        Effect::watch(
            move || self.id.get(),
            move |_, _, _| forms.forget_answers(),
            false,
        );
        view! {
            <RefusedNotice error=Refusal::of(forms.approve).error() />
            <RefusedNotice error=Refusal::of(forms.claim).error() />
            <RefusedNotice error=Refusal::of(forms.release).error() />
            <RefusedNotice error=Refusal::of(forms.reassign).error() />
            <Loaded
                resource=self.review
                view=move |case: ReviewCase| view! { <Case case forms /> }.into_any()
            />
        }
        .into_any()
    }
}

#[component]
fn Case(case: ReviewCase, forms: ReviewForms) -> impl IntoView {
    let language = use_language();
    let ReviewCase {
        page,
        now,
        typed,
        reveal_reason,
        clear,
    } = case;
    let facts = page.application.clone();
    let kind = application::kind(language, facts.kind);
    let title = match facts.domain.as_str() {
        "" => kind.to_owned(),
        domain => format!("{kind} · {domain}"),
    };
    let trail = vec![
        Crumb::link(common::review_queue(language), Path::ReviewQueue),
        Crumb::here(facts.number.clone()),
    ];
    let dialog = page
        .actions
        .decide
        .then(|| view! { <RejectDialog page=page.clone() typed action=forms.reject /> });
    let disabling = words_of_last_hold(&page.timeline);
    let hold = facts.hold.map(|reason| {
        view! {
            <div class="mb-4">
                <HoldNotice reason words=disabling />
            </div>
        }
    });
    let rejection = facts.rejection.map(|rejection| {
        view! {
            <div class="mb-4">
                <RejectionNotice rejection filing=None />
            </div>
        }
    });
    view! {
        <PageHeader title trail>
            <span class="mono muted">{facts.number}</span>
        </PageHeader>
        <DoneNotice />
        {hold}
        {rejection}
        // Narrow: the decision comes after the facts; wide: it stays beside everything.
        <div class="grid gap-5 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr] items-start">
            <Facts page=page.clone() />
            <div class="grid gap-5 lg:col-start-2 lg:row-start-1 lg:row-span-2 lg:sticky lg:top-5">
                <Decision page=page.clone() now forms />
            </div>
            <div class="grid gap-5 min-w-0">
                <Changes changes=page.changes.clone() />
                <FiledFacts page=page.clone() reveal_reason clear reveal=forms.reveal />
                <Checks checks=page.checks.clone() />
                <Earlier earlier=page.earlier.clone() />
                <History timeline=page.timeline.clone() />
            </div>
        </div>
        {dialog}
    }
    .into_any()
}

/// Why nobody can approve it now, with the words of whoever caused it.
#[component]
fn HoldNotice(reason: HoldReason, words: Option<String>) -> impl IntoView {
    let language = use_language();
    view! {
        <Notice tone=Tone::Warning title=application::hold_for_staff(language, reason)>
            <p>{application::hold_note_for_staff(language, reason)}</p>
            {words
                .map(|words| {
                    view! {
                        <p class="mt-1 whitespace-pre-line">{common::reason(language)} ": " {words}</p>
                    }
                })}
        </Notice>
    }
    .into_any()
}

fn words_of_last_hold(timeline: &[TimelineEntry]) -> Option<String> {
    let held = |entry: &&TimelineEntry| entry.event == TimelineEvent::Held;
    timeline.iter().rev().find(held)?.note.clone()
}
