use super::application_facts::hold;
use super::cursor::{Sorting, page};
use super::display::{count, domain, prefix_pattern, searched};
use super::people::People;
use crate::backend::Backend;
use crate::caller::{Caller, Permit};
use crate::error::Result;
use crate::instant::{from_millis, to_millis};
use crate::store::application::{kind, status};
use crate::store::entities::application::{Column, Entity, Model};
use crate::store::entity_name;
use crate::store::submitted_application::select_submitted;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, LikeExpr};
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QuerySelect, Select,
};
use shared::application::ApplicationStatus;
use shared::domain_name::DomainName;
use shared::role::Action;
use shared::wire::Page;
use shared::wire::review::{QueueFilter, QueuePage, QueueRow};

/// The status in which an application waits for the provider.
pub(super) const WAITING: &str = ApplicationStatus::PROVIDER_REVIEW;

/// `/review`: what waits, the most urgent first. A search that names no status looks through
/// all of them.
///
/// # Errors
/// Forbidden to roles that do not review.
pub async fn review_queue(
    backend: &Backend,
    caller: &Caller,
    filter: QueueFilter,
) -> Result<QueuePage> {
    let permit = caller.permit(Action::ViewReviewQueue)?;
    let now = backend.now();
    let (waiting, overdue) = count_waiting(backend, now).await?;
    let rows = queue_rows(backend, &permit, &filter).await?;
    let claimants = rows.items.iter().filter_map(|row| row.claimed_by);
    let people = People::load(backend, claimants).await?;
    Ok(QueuePage {
        waiting,
        overdue,
        claimed_by_me: count_claimed(backend, &permit).await?,
        rows: Page {
            items: rows
                .items
                .iter()
                .map(|row| queue_row(backend, &permit, row, &people, now))
                .collect::<Result<_>>()?,
            previous: rows.previous,
            next: rows.next,
        },
        now,
    })
}

/// What waits and how much of it is overdue, from index `application_in_queue` alone.
pub(super) async fn count_waiting(backend: &Backend, now: DateTime<Utc>) -> Result<(u32, u32)> {
    let overdue = Expr::case(Column::DueAt.lte(to_millis(now)), 1);
    let counts: Option<(i64, Option<i64>)> = Entity::find()
        .select_only()
        .column_as(Column::Id.count(), "waiting")
        .column_as(Expr::expr(overdue).sum(), "overdue")
        .filter(Column::Status.eq(WAITING))
        .into_tuple()
        .one(&backend.database)
        .await?;
    let (waiting, overdue) = counts.unwrap_or_default();
    Ok((count(waiting), count(overdue.unwrap_or_default())))
}

/// From index `application_by_claim`.
async fn count_claimed(backend: &Backend, permit: &Permit) -> Result<u32> {
    let claimed = Entity::find()
        .filter(Column::ClaimedBy.eq(permit.account_id()))
        .filter(Column::Status.eq(WAITING))
        .count(&backend.database)
        .await?;
    Ok(count(claimed))
}

async fn queue_rows(
    backend: &Backend,
    permit: &Permit,
    filter: &QueueFilter,
) -> Result<Page<Model>> {
    let search = given(filter.search.as_deref());
    let status = match (given(filter.status.as_deref()), search) {
        (Some(status), _) => Some(status),
        (None, Some(_)) => None,
        (None, None) => Some(WAITING),
    };
    let mut select = select_submitted();
    if let Some(status) = status {
        select = select.filter(Column::Status.eq(status));
    }
    if let Some(kind) = given(filter.kind.as_deref()) {
        select = select.filter(Column::Kind.eq(kind));
    }
    select = match filter.claim.as_deref() {
        Some("mine") => select.filter(Column::ClaimedBy.eq(permit.account_id())),
        Some("unclaimed") => select.filter(Column::ClaimedBy.is_null()),
        _ => select,
    };
    if let Some(search) = search {
        select = select.filter(matching(backend, search));
    }
    sorted_page(
        backend,
        select,
        status == Some(WAITING),
        filter.cursor.as_deref(),
    )
    .await
}

/// Only what waits is due: index `application_in_queue` gives it overdue first;
/// `application_by_status` or the primary key gives everything else newest first.
async fn sorted_page(
    backend: &Backend,
    select: Select<Entity>,
    by_urgency: bool,
    cursor: Option<&str>,
) -> Result<Page<Model>> {
    let database = &backend.database;
    if by_urgency {
        let sorting = Sorting {
            columns: [Column::DueAt, Column::Id],
            descending: false,
        };
        page(database, select, sorting, cursor, |row| {
            [row.due_at.unwrap_or_default(), row.id]
        })
        .await
    } else {
        let sorting = Sorting {
            columns: [Column::Id],
            descending: true,
        };
        page(database, select, sorting, cursor, |row| [row.id]).await
    }
}

fn given(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// Number, domain or entity name, or its beginning, in any case; or part of a person's name.
fn matching(backend: &Backend, search: &str) -> Condition {
    let ascii =
        DomainName::parse(search).map_or_else(|_| search.to_owned(), |name| name.to_string());
    let like = |column: Column, text: &str| {
        let pattern = LikeExpr::new(prefix_pattern(text)).escape('\\');
        searched(column).like(pattern)
    };
    Condition::any()
        .add(like(Column::Number, search))
        .add(like(Column::SubmittedDomain, &ascii))
        .add(like(Column::EntityName, search))
        .add(Column::Id.in_subquery(entity_name::applications_of(&backend.cipher, search)))
}

fn queue_row(
    backend: &Backend,
    permit: &Permit,
    row: &Model,
    people: &People,
    now: DateTime<Utc>,
) -> Result<QueueRow> {
    Ok(QueueRow {
        id: row.id,
        number: row.number.clone(),
        kind: kind(row)?,
        status: row.status.clone(),
        entity_name: entity_name::of_application_for_staff(&backend.cipher, row)?,
        domain: domain(&row.submitted_domain),
        submitted_at: row.submitted_at.map(from_millis),
        due_at: row.due_at.map(from_millis),
        due_is_provisional: row.due_is_provisional,
        is_overdue: is_overdue(row, now),
        claimed_by: row
            .claimed_by
            .map(|id| people.for_staff(backend, id))
            .transpose()?,
        claimed_by_me: row.claimed_by == Some(permit.account_id()),
        is_held: hold(row, &status(row)?)?.is_some(),
    })
}

/// Something is due before its instant.
pub(super) fn is_overdue(row: &Model, now: DateTime<Utc>) -> bool {
    row.status == WAITING && row.due_at.is_some_and(|due_at| due_at <= to_millis(now))
}
