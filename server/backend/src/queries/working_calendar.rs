use super::people::People;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::instant::from_millis;
use crate::store::calendar;
use chrono::Datelike;
use shared::calendar_date::shanghai_date;
use shared::role::Action;
use shared::wire::working_calendar::{CalendarYear, WorkingCalendarPage};
use shared::working_days::{HolidayYear, WorkingCalendar};
use std::collections::BTreeMap;

/// `/review/calendar`: the years in force, newest first, and the ones that are missing now.
///
/// # Errors
/// Forbidden to other roles than supervisors and auditors.
pub async fn working_calendar(backend: &Backend, caller: &Caller) -> Result<WorkingCalendarPage> {
    caller.permit(Action::ViewWorkingCalendar)?;
    let built_in = WorkingCalendar::built_in_years().into_iter();
    let mut years: BTreeMap<_, _> = built_in
        .map(|year| (year.year, built_in_year(year)))
        .collect();
    let entered = calendar::entered(&backend.database).await?;
    let people = People::load(backend, entered.iter().map(|row| row.updated_by)).await?;
    for row in &entered {
        let year = calendar::year(row)?;
        let shown = CalendarYear {
            entered_by: Some(people.for_staff(backend, row.updated_by)?),
            entered_at: Some(from_millis(row.updated_at)),
            ..built_in_year(year)
        };
        years.insert(shown.year, shown);
    }
    let this_year = shanghai_date(backend.now()).year();
    Ok(WorkingCalendarPage {
        provisional: [this_year, this_year.saturating_add(1)]
            .into_iter()
            .filter(|year| !years.contains_key(year))
            .collect(),
        years: years.into_values().rev().collect(),
    })
}

fn built_in_year(year: HolidayYear) -> CalendarYear {
    CalendarYear {
        year: year.year,
        source: year.source,
        days_off: year.days_off,
        make_up_days: year.make_up_days,
        entered_by: None,
        entered_at: None,
    }
}
