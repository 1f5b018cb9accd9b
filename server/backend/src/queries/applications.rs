use super::application_facts::{hold, next_step};
use super::cursor::{Sorting, page};
use super::display;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::instant::from_millis;
use crate::store::application::{kind, status};
use crate::store::calendar;
use crate::store::entities::application::{Column, Entity, Model};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::application::ApplicationStatus;
use shared::role::Action;
use shared::wire::Page;
use shared::wire::application::ApplicationRow;
use shared::working_days::WorkingCalendar;

/// `/console/applications`: the caller's orders of every kind, the last touched first.
///
/// # Errors
/// Forbidden to other roles than holders.
pub async fn applications(
    backend: &Backend,
    caller: &Caller,
    cursor: Option<String>,
) -> Result<Page<ApplicationRow>> {
    let permit = caller.permit(Action::ViewOwnApplications)?;
    // Served by the index application_by_account.
    let own = Entity::find().filter(Column::AccountId.eq(permit.account_id()));
    let sorting = Sorting {
        columns: [Column::UpdatedAt, Column::Id],
        descending: true,
    };
    let rows = page(&backend.database, own, sorting, cursor.as_deref(), |row| {
        [row.updated_at, row.id]
    })
    .await?;
    let calendar = calendar::load(&backend.database).await?;
    let items = rows.items.into_iter().map(|row| list_row(row, &calendar));
    Ok(Page {
        items: items.collect::<Result<_>>()?,
        previous: rows.previous,
        next: rows.next,
    })
}

/// As many as `My Licenses` shows; the others stand in the list.
const SHOWN: u64 = 5;

/// What is not over yet, the last touched first.
///
/// # Errors
/// When the database refuses or a row is inconsistent.
pub(super) async fn running(backend: &Backend, account_id: i64) -> Result<Vec<ApplicationRow>> {
    let rows = Entity::find()
        .filter(Column::AccountId.eq(account_id))
        .filter(Column::Status.is_not_in(ApplicationStatus::FINAL))
        .order_by_desc(Column::UpdatedAt)
        .order_by_desc(Column::Id)
        .limit(SHOWN)
        .all(&backend.database)
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let calendar = calendar::load(&backend.database).await?;
    rows.into_iter()
        .map(|row| list_row(row, &calendar))
        .collect()
}

fn list_row(row: Model, calendar: &WorkingCalendar) -> Result<ApplicationRow> {
    let status = status(&row)?;
    let hold = hold(&row, &status)?;
    Ok(ApplicationRow {
        id: row.id,
        kind: kind(&row)?,
        status: status.code().to_owned(),
        domain: display::domain(&row.domain),
        updated_at: from_millis(row.updated_at),
        next_step: next_step(calendar, &status, hold),
        hold,
        number: row.number,
    })
}
