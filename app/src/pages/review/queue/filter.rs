use crate::language::use_language;
use crate::routes::Path;
use crate::text::{application, common, review, staff};
use crate::ui::filter::{FilterForm, FilterSelect, FilterText};
use crate::ui::select_field::Choice;
use leptos::prelude::*;
use leptos_router::params::ParamsMap;
use shared::application::{ApplicationKind, ApplicationStatus};
use shared::wire::review::QueueFilter;

/// The filter that the address carries; what is empty filters nothing.
pub fn filter_in(query: &ParamsMap) -> QueueFilter {
    let given = |key: &str| query.get(key).filter(|value| !value.is_empty());
    QueueFilter {
        kind: given("kind"),
        status: given("status"),
        claim: given("claim"),
        search: given("search"),
        cursor: given("cursor"),
    }
}

/// Whose applications, of which type and status, and what to look for.
#[component]
pub fn QueueFilters(filter: QueueFilter) -> impl IntoView {
    let language = use_language();
    let claims = vec![
        Choice::new("", review::all(language)),
        Choice::new("mine", review::mine(language)),
        Choice::new("unclaimed", review::unclaimed(language)),
    ];
    let kinds = ApplicationKind::ALL
        .iter()
        .map(move |kind| Choice::new(kind.code(), application::kind(language, *kind)));
    let statuses = ApplicationStatus::CODES
        .iter()
        .filter(|code| **code != "provider_review")
        .map(move |code| Choice::new(*code, application::status(language, code)));
    let all_kinds = Choice::new("", staff::all_types(language));
    let waiting = Choice::new("", review::waiting(language));
    let whole = QueueFilter {
        cursor: None,
        ..filter.clone()
    };
    let active = whole != QueueFilter::default();
    view! {
        <FilterForm action=Path::ReviewQueue.to_string() active>
            <FilterSelect
                name="claim"
                label=staff::claim_tabs(language)
                choices=claims
                value=filter.claim.unwrap_or_default()
            />
            <FilterSelect
                name="kind"
                label=review::kind(language)
                choices=std::iter::once(all_kinds).chain(kinds).collect()
                value=filter.kind.unwrap_or_default()
            />
            <FilterSelect
                name="status"
                label=common::status(language)
                choices=std::iter::once(waiting).chain(statuses).collect()
                value=filter.status.unwrap_or_default()
            />
            <FilterText
                name="search"
                label=staff::search_queue(language)
                value=filter.search.unwrap_or_default()
            />
        </FilterForm>
    }
    .into_any()
}
