//! The working days in force: the built-in years and those a supervisor entered.

use super::entities::holiday_year::{ActiveModel, Column, Entity, Model};
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::OnConflict;
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait};
use shared::working_days::{HolidayYear, WorkingCalendar};

/// Reads the calendar; an entered year replaces the built-in one.
///
/// # Errors
/// [`Error::Internal`] for a year no version of the system wrote.
pub async fn load(connection: &impl ConnectionTrait) -> Result<WorkingCalendar> {
    let mut years = WorkingCalendar::built_in_years();
    for row in entered(connection).await? {
        years.push(year(&row)?);
    }
    Ok(WorkingCalendar::new(years))
}

/// The same for a due time that is about to be stored: a year that is being entered waits for
/// this transaction, or this transaction for it, so that nothing stays due by a calendar that is
/// no longer in force.
///
/// # Errors
/// As [`load`].
pub async fn load_for_due_time(tx: &Tx) -> Result<WorkingCalendar> {
    // SQLite has one writer anyway.
    if tx.get_database_backend() == DbBackend::Postgres {
        tx.execute_unprepared("LOCK TABLE holiday_year IN SHARE MODE")
            .await?;
    }
    load(tx).await
}

/// The years that supervisors entered.
///
/// # Errors
/// When the database refuses.
pub async fn entered(connection: &impl ConnectionTrait) -> Result<Vec<Model>> {
    Ok(Entity::find().all(connection).await?)
}

/// The table of a row.
///
/// # Errors
/// [`Error::Internal`] for a table no version of the system wrote.
pub fn year(row: &Model) -> Result<HolidayYear> {
    serde_json::from_str(&row.days)
        .map_err(|_| Error::inconsistent("holiday_year", row.year, "not a table of days"))
}

/// Puts a year in force, in place of what was entered for it before.
///
/// # Errors
/// When the database refuses.
pub async fn save_year(tx: &Tx, year: &HolidayYear, by: i64, at: DateTime<Utc>) -> Result<()> {
    let row = ActiveModel {
        year: Set(year.year.into()),
        source: Set(year.source.clone()),
        days: Set(serde_json::to_string(year)?),
        updated_by: Set(by),
        updated_at: Set(to_millis(at)),
    };
    let replaced = [
        Column::Source,
        Column::Days,
        Column::UpdatedBy,
        Column::UpdatedAt,
    ];
    Entity::insert(row)
        .on_conflict(
            OnConflict::column(Column::Year)
                .update_columns(replaced)
                .to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
