mod filter;
mod rows;

use crate::api::page_data::{PageData, page_data};
use crate::api::review::{ClaimApplication, Queue, ReleaseApplication, load_queue};
use crate::language::use_language;
use crate::pages::Screen;
use crate::parts::cursor_pages::CursorPages;
use crate::parts::done_notice::DoneNotice;
use crate::parts::live_refresh::use_live_refresh;
use crate::parts::loaded::Loaded;
use crate::parts::page_header::PageHeader;
use crate::parts::refusal::Refusal;
use crate::parts::refused_notice::RefusedNotice;
use crate::text::{common, review};
use crate::ui::empty_state::EmptyState;
use filter::{QueueFilters, filter_in};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use rows::QueueTable;
use shared::wire::review::{QueueFilter, QueuePage};

/// `/review`: what waits for a decision, the most urgent first.
pub struct ReviewQueue {
    queue: PageData<Queue>,
    forms: QueueForms,
}

/// What a row can send.
#[derive(Clone, Copy)]
struct QueueForms {
    claim: ServerAction<ClaimApplication>,
    release: ServerAction<ReleaseApplication>,
}

impl Screen for ReviewQueue {
    fn data() -> Self {
        let query = use_query_map();
        let forms = QueueForms {
            claim: ServerAction::new(),
            release: ServerAction::new(),
        };
        let answered = move || (forms.claim.version().get(), forms.release.version().get());
        Self {
            queue: page_data(
                move || (filter_in(&query.read()), answered()),
                |(filter, _)| load_queue(filter),
            ),
            forms,
        }
    }

    fn view(self) -> AnyView {
        let language = use_language();
        let query = use_query_map();
        let forms = self.forms;
        use_live_refresh(self.queue, None);
        view! {
            <Loaded
                resource=self.queue
                view=move |Queue { page, may_claim }: Queue| {
                    let filter = filter_in(&query.read_untracked());
                    let lead = review::queue_summary(
                        language,
                        page.waiting,
                        page.overdue,
                        page.claimed_by_me,
                    );
                    view! {
                        <PageHeader title=common::review_queue(language) lead />
                        <DoneNotice />
                        <RefusedNotice error=Refusal::of(forms.claim).error() />
                        <RefusedNotice error=Refusal::of(forms.release).error() />
                        <QueueFilters filter=filter.clone() />
                        <QueueList page filter forms=may_claim.then_some(forms) />
                    }
                        .into_any()
                }
            />
        }
        .into_any()
    }
}

#[component]
fn QueueList(page: QueuePage, filter: QueueFilter, forms: Option<QueueForms>) -> impl IntoView {
    let language = use_language();
    let QueuePage { rows, now, .. } = page;
    if rows.items.is_empty() {
        let (title, hint) = if filter == QueueFilter::default() {
            (
                review::nothing_waiting(language),
                review::nothing_waiting_hint(language),
            )
        } else {
            (common::none(language), review::nothing_found(language))
        };
        return view! { <EmptyState title hint /> }.into_any();
    }
    view! {
        <QueueTable rows=rows.items now forms />
        <CursorPages previous=rows.previous next=rows.next />
    }
    .into_any()
}
