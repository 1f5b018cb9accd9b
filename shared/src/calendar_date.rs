//! Dates as people in mainland China read them: Asia/Shanghai, a fixed offset of +08:00.
//!
//! China has had one time zone and no daylight saving time since 1991, so a fixed offset is
//! exact and needs no time zone data in the browser. Nothing here panics: whatever falls
//! outside the range chrono can hold becomes the nearest end of that range.

use chrono::{
    DateTime, Datelike, Days, Months, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc,
};

use crate::parsed_text::{is_dash, tidy_without_spaces};

const OFFSET: TimeDelta = TimeDelta::hours(8);

/// The date in Asia/Shanghai at that instant.
pub fn shanghai_date(instant: DateTime<Utc>) -> NaiveDate {
    shanghai_time(instant).date()
}

/// The clock on the wall in Asia/Shanghai at that instant, for showing to people.
pub fn shanghai_time(instant: DateTime<Utc>) -> NaiveDateTime {
    instant
        .naive_utc()
        .checked_add_signed(OFFSET)
        .unwrap_or(NaiveDateTime::MAX)
}

/// The instant at which that date begins in Asia/Shanghai (0:00).
pub fn start_of_day(date: NaiveDate) -> DateTime<Utc> {
    instant_of(date.and_time(NaiveTime::MIN))
}

/// The instant at which that date ends in Asia/Shanghai (24:00, which is 0:00 of the next
/// day). A deadline "by the end of the day" is met while `now < end_of_day(date)`.
pub fn end_of_day(date: NaiveDate) -> DateTime<Utc> {
    date.succ_opt()
        .map_or(DateTime::<Utc>::MAX_UTC, start_of_day)
}

/// The same Shanghai time of day `years` calendar years later; 29 February becomes 28
/// February where the later year has none (S24).
pub fn add_years(instant: DateTime<Utc>, years: u32) -> DateTime<Utc> {
    shanghai_time(instant)
        .checked_add_months(Months::new(years.saturating_mul(12)))
        .map_or(DateTime::<Utc>::MAX_UTC, instant_of)
}

/// The same day of the month `months` later, or the last day of a shorter month.
pub fn add_months(date: NaiveDate, months: u32) -> NaiveDate {
    date.checked_add_months(Months::new(months))
        .unwrap_or(NaiveDate::MAX)
}

/// The date `days` later.
pub fn add_days(date: NaiveDate, days: u32) -> NaiveDate {
    date.checked_add_days(Days::new(u64::from(days)))
        .unwrap_or(NaiveDate::MAX)
}

/// The greatest number of months that, added to `start`, does not pass `end`; 0 when `end`
/// is before `start`. A term from 31 January to 30 April is therefore three months (S21).
pub fn whole_months_between(start: NaiveDate, end: NaiveDate) -> u32 {
    let years = i64::from(end.year()) - i64::from(start.year());
    let months = years * 12 + i64::from(end.month()) - i64::from(start.month());
    let Ok(months) = u32::try_from(months) else {
        return 0;
    };
    if add_months(start, months) <= end {
        months
    } else {
        months.saturating_sub(1)
    }
}

/// Reads a day as people and spreadsheet programs write it: `2026-11-22`, `2026/11/22`,
/// `2026.1.2`, `2026年1月2日`, also in full width. `None` for anything else, and for days that
/// the calendar does not have.
pub fn parse_day(input: &str) -> Option<NaiveDate> {
    let text = tidy_without_spaces(input).replace(['年', '月'], "-");
    let text = text.strip_suffix('日').unwrap_or(&text);
    let mut parts = text.split(|c| is_dash(c) || matches!(c, '/' | '.'));
    let mut number = |digits: std::ops::RangeInclusive<usize>| {
        parts
            .next()
            .filter(|part| digits.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
            .and_then(|part| part.parse::<u32>().ok())
    };
    let (year, month, day) = (number(4..=4)?, number(1..=2)?, number(1..=2)?);
    if parts.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// The instant at which the clock on the wall in Asia/Shanghai shows that time.
fn instant_of(shanghai_time: NaiveDateTime) -> DateTime<Utc> {
    shanghai_time
        .checked_sub_signed(OFFSET)
        .map_or(DateTime::<Utc>::MIN_UTC, |utc| utc.and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn instant(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn the_date_changes_at_sixteen_hours_utc() {
        assert_eq!(
            shanghai_date(instant("2026-02-14T15:59:59Z")),
            date("2026-02-14")
        );
        assert_eq!(
            shanghai_date(instant("2026-02-14T16:00:00Z")),
            date("2026-02-15")
        );
    }

    #[test]
    fn a_day_lasts_from_its_start_to_its_end() {
        let day = date("2026-03-01");
        assert_eq!(start_of_day(day), instant("2026-02-28T16:00:00Z"));
        assert_eq!(end_of_day(day), instant("2026-03-01T16:00:00Z"));
    }

    #[test]
    fn s24_a_year_from_the_leap_day_ends_on_28_february() {
        // 29 February 2028, 00:30 in Shanghai is still 28 February in UTC.
        let applied_at = instant("2028-02-28T16:30:00Z");
        assert_eq!(add_years(applied_at, 1), instant("2029-02-27T16:30:00Z"));
        assert_eq!(shanghai_date(add_years(applied_at, 1)), date("2029-02-28"));
        assert_eq!(shanghai_date(add_years(applied_at, 4)), date("2032-02-29"));
    }

    #[test]
    fn s21_whole_months_are_counted_by_the_calendar() {
        assert_eq!(
            whole_months_between(date("2026-01-31"), date("2026-04-30")),
            3
        );
        assert_eq!(
            whole_months_between(date("2026-01-31"), date("2026-04-29")),
            2
        );
        assert_eq!(
            whole_months_between(date("2025-12-15"), date("2026-12-14")),
            11
        );
        assert_eq!(
            whole_months_between(date("2025-12-15"), date("2026-12-15")),
            12
        );
        assert_eq!(
            whole_months_between(date("2026-04-30"), date("2026-01-31")),
            0
        );
    }

    #[test]
    fn a_day_is_read_as_spreadsheet_programs_write_it() {
        for text in [
            "2026-01-02",
            "2026/1/2",
            " 2026/01/02 ",
            "2026.1.2",
            "2026年1月2日",
            "２０２６／１／２",
            "2026–01–02",
        ] {
            assert_eq!(parse_day(text), Some(date("2026-01-02")), "{text}");
        }
        for text in [
            "",
            "2026-02-30",
            "1/2/2026",
            "26/1/2",
            "2026-1",
            "2026-1-2-3",
            "2026-+1-02",
            "46024",
        ] {
            assert_eq!(parse_day(text), None, "{text}");
        }
    }

    #[test]
    fn the_ends_of_time_are_kept() {
        assert_eq!(shanghai_date(DateTime::<Utc>::MAX_UTC), NaiveDate::MAX);
        assert_eq!(start_of_day(NaiveDate::MIN), DateTime::<Utc>::MIN_UTC);
        assert_eq!(end_of_day(NaiveDate::MAX), DateTime::<Utc>::MAX_UTC);
        assert_eq!(
            add_years(DateTime::<Utc>::MAX_UTC, u32::MAX),
            DateTime::<Utc>::MAX_UTC
        );
        assert_eq!(add_months(NaiveDate::MAX, u32::MAX), NaiveDate::MAX);
        assert_eq!(add_days(NaiveDate::MAX, u32::MAX), NaiveDate::MAX);
    }
}
