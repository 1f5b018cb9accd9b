//! A supervisor enters the holidays of a year as the State Council's notice lists them.

use super::move_due_times::move_due_times;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::store::audit::{Event, record};
use crate::store::calendar;
use chrono::{Datelike, NaiveDate};
use serde_json::json;
use shared::audit::EventKind;
use shared::calendar_date::parse_day;
use shared::field::Field;
use shared::parsed_text::tidy_line;
use shared::problem::{Problem, Violation};
use shared::role::Action;
use shared::working_days::{HolidayYear, HolidayYearError};

/// Takes one day per line, `off 2027-01-01` or `work 2027-01-02`; returns the year, which is
/// that of the latest day. A year that is in force already is replaced. What waits for the
/// provider is due by the new calendar from now on.
///
/// # Errors
/// Refused with the number of the line that cannot be right, or without the notice or days.
pub async fn enter_year(
    backend: &Backend,
    caller: &Caller,
    source: &str,
    lines: &str,
) -> Result<i32> {
    let permit = caller.permit(Action::EditWorkingCalendar)?;
    let year = read(source, lines)?;
    let now = backend.now();
    let tx = backend.begin().await?;
    calendar::save_year(&tx, &year, permit.account_id(), now).await?;
    let moved = move_due_times(&tx, backend, (&permit).into(), now).await?;
    let event = Event {
        kind: EventKind::CalendarEntered.into(),
        subject: "holiday_year",
        subject_id: Some(year.year.into()),
        application_id: None,
        account_id: None,
        detail: json!({
            "source": year.source,
            "days_off": year.days_off.len(),
            "make_up_days": year.make_up_days.len(),
            "due_moved": moved,
        }),
        note: None,
    };
    record(&tx, backend, (&permit).into(), now, event).await?;
    tx.commit().await?;
    Ok(year.year)
}

/// What is wrong with the days is told together with a notice that is missing.
fn read(source: &str, lines: &str) -> Result<HolidayYear> {
    let source = &*tidy_line(source);
    read_days(source, lines).map_err(|wrong| {
        let without_source = Violation::on(Field::HolidaySource, Problem::Required);
        let also = source.is_empty() && wrong != without_source;
        let missing = also.then_some(without_source);
        Error::Refused(missing.into_iter().chain([wrong]).collect())
    })
}

fn read_days(source: &str, lines: &str) -> std::result::Result<HolidayYear, Violation> {
    let mut days: Vec<(u32, NaiveDate)> = Vec::new();
    let (mut days_off, mut make_up_days) = (Vec::new(), Vec::new());
    for (number, line) in (1_u32..).zip(lines.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        let (works, day) = read_line(line).ok_or_else(|| unreadable(number))?;
        days.push((number, day));
        if works {
            make_up_days.push(day)
        } else {
            days_off.push(day)
        }
    }
    let year = HolidayYear {
        year: days
            .iter()
            .map(|(_, day)| day.year())
            .max()
            .unwrap_or_default(),
        source: source.to_owned(),
        days_off,
        make_up_days,
    };
    match year.check() {
        Ok(()) => Ok(year),
        Err(mistake) => Err(refusal(mistake, &days)),
    }
}

fn read_line(line: &str) -> Option<(bool, NaiveDate)> {
    let (word, day) = line.trim().split_once(char::is_whitespace)?;
    let works = match word {
        "off" => false,
        "work" => true,
        _ => return None,
    };
    Some((works, parse_day(day)?))
}

fn refusal(mistake: HolidayYearError, days: &[(u32, NaiveDate)]) -> Violation {
    let wrong = match mistake {
        HolidayYearError::SourceMissing => {
            return Violation::on(Field::HolidaySource, Problem::Required);
        }
        HolidayYearError::NoDayOff => {
            return Violation::on(Field::HolidayYear, Problem::Required);
        }
        HolidayYearError::OutsideYear(day)
        | HolidayYearError::ListedTwice(day)
        | HolidayYearError::MakeUpDayNotOnWeekend(day) => day,
    };
    // Of a day that stands there twice, the later line is one too many.
    let line = days.iter().rev().find(|(_, day)| *day == wrong);
    unreadable(line.map_or(1, |(number, _)| *number))
}

fn unreadable(line: u32) -> Violation {
    Violation::on(Field::HolidayYear, Problem::HolidayYearUnreadable { line })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(source: &str, lines: &str) -> Problem {
        match read(source, lines) {
            Err(Error::Refused(violations)) => violations.into_iter().next().unwrap().problem,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_latest_day_names_the_year() {
        let year = read(
            " notice ",
            "work 2026-12-27\n\noff 2027-01-01\n  off 2027-01-02 \n",
        )
        .unwrap();
        assert_eq!(year.year, 2027);
        assert_eq!(year.source, "notice");
        assert_eq!(year.days_off.len(), 2);
        assert_eq!(year.make_up_days.len(), 1);
    }

    #[test]
    fn a_wrong_line_is_named() {
        let line = |line| Problem::HolidayYearUnreadable { line };
        assert_eq!(problem("n", "off 2027-01-01\nfree 2027-01-02"), line(2));
        assert_eq!(problem("n", "off 2027-01-01\noff 2027-02-30"), line(2));
        assert_eq!(problem("n", "off 2027-01-01\n\noff 2027-01-01"), line(3));
        assert_eq!(problem("n", "off 2027-01-01\nwork 2027-01-04"), line(2));
        assert_eq!(problem("n", "off 2026-05-01\noff 2027-01-01"), line(1));
    }

    #[test]
    fn the_notice_and_a_day_off_are_required() {
        assert_eq!(problem(" ", "off 2027-01-01"), Problem::Required);
        assert_eq!(problem("n", ""), Problem::Required);
        assert_eq!(problem("n", "work 2027-01-02"), Problem::Required);
    }

    #[test]
    fn a_missing_notice_and_a_wrong_line_are_told_together() {
        let Err(Error::Refused(violations)) = read("", "off 2027-02-30") else {
            panic!("it was taken")
        };
        let fields: Vec<_> = violations.iter().map(|found| found.field).collect();
        assert_eq!(
            fields,
            [Some(Field::HolidaySource), Some(Field::HolidayYear)]
        );
    }
}
