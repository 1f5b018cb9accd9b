use super::QueueForms;
use crate::language::use_language;
use crate::parts::due_tag::DueTag;
use crate::parts::status_tag::{ApplicationStatusTag, HoldTag};
use crate::routes::Path;
use crate::text::{application, common, license, review};
use crate::ui::button::{Button, ButtonKind, ButtonSize};
use crate::ui::data_table::{ActionsCell, Cell, Column, DataTable, Row, Stack};
use crate::ui::time::{Precision, Time};
use chrono::{DateTime, Utc};
use leptos::prelude::*;
use shared::wire::review::QueueRow;

/// The status in which an application is due at the provider.
const WAITING: &str = "provider_review";

/// The applications, one per row.
#[component]
pub fn QueueTable(
    rows: Vec<QueueRow>,
    now: DateTime<Utc>,
    /// None for readers who claim nothing.
    forms: Option<QueueForms>,
) -> impl IntoView {
    let language = use_language();
    let columns = vec![
        Column::new(review::due(language)),
        Column::new(review::kind(language)),
        Column::new(license::entity(language)),
        Column::new(review::domain(language)),
        Column::new(review::submitted(language)),
        Column::new(review::claimed_by_column(language)),
        Column::at_end(common::actions(language)),
    ];
    let rows = rows
        .into_iter()
        .map(|row| view! { <QueueTableRow row now forms /> })
        .collect_view();
    view! {
        <DataTable caption=common::review_queue(language) columns stack=Stack::Wide>
            {rows}
        </DataTable>
    }
    .into_any()
}

#[component]
fn QueueTableRow(row: QueueRow, now: DateTime<Utc>, forms: Option<QueueForms>) -> impl IntoView {
    let language = use_language();
    let link = Path::ReviewApplication(row.id).to_string();
    let title = if row.domain.is_empty() {
        row.number.clone()
    } else {
        row.domain.clone()
    };
    let claimed_by = match &row.claimed_by {
        Some(_) if row.claimed_by_me => review::you(language).to_owned(),
        Some(name) => name.clone(),
        None => "–".to_owned(),
    };
    let waits = row.status == WAITING;
    let state = match row.due_at.filter(|_| waits) {
        Some(due_at) => {
            view! { <DueTag due_at now provisional=row.due_is_provisional /> }.into_any()
        }
        None => view! { <ApplicationStatusTag status=row.status.clone() /> }.into_any(),
    };
    let held = row.is_held.then(|| {
        view! {
            <div class="mt-1">
                <HoldTag />
            </div>
        }
    });
    let number = row.number.clone();
    let (may_claim, may_release) = (
        waits && row.claimed_by.is_none(),
        waits && row.claimed_by_me,
    );
    let claim = forms.map(|forms| {
        view! { <ClaimForm id=row.id number=row.number may_claim may_release forms /> }
    });
    view! {
        <Row>
            <Cell>{state} {held}</Cell>
            <Cell label=review::kind(language)>{application::kind(language, row.kind)}</Cell>
            <Cell label=license::entity(language)>{row.entity_name}</Cell>
            <Cell label=review::domain(language)>
                <a class="link" href=link>{title}</a>
                <div class="text-sm muted mono whitespace-nowrap">{number}</div>
            </Cell>
            <Cell label=review::submitted(language)>
                {row.submitted_at.map(|at| view! { <Time at precision=Precision::Minute /> })}
            </Cell>
            <Cell label=review::claimed_by_column(language)>{claimed_by}</Cell>
            <ActionsCell>
                {claim}
            </ActionsCell>
        </Row>
    }
    .into_any()
}

/// Takes the application or gives it back.
#[component]
fn ClaimForm(
    id: i64,
    number: String,
    may_claim: bool,
    may_release: bool,
    forms: QueueForms,
) -> impl IntoView {
    let language = use_language();
    let name = move |label: &str| format!("{label} {number}");
    if may_claim {
        let aria_label = name(review::claim(language));
        return view! {
            <ActionForm action=forms.claim attr:aria-label=aria_label>
                <input type="hidden" name="application_id" value=id />
                <Button label=review::claim(language) kind=ButtonKind::Outline size=ButtonSize::Small />
            </ActionForm>
        }
        .into_any();
    }
    may_release
        .then(|| {
            let aria_label = name(review::release(language));
            view! {
                <ActionForm action=forms.release attr:aria-label=aria_label>
                    <input type="hidden" name="application_id" value=id />
                    <Button label=review::release(language) kind=ButtonKind::Ghost size=ButtonSize::Small />
                </ActionForm>
            }
        })
        .into_any()
}
