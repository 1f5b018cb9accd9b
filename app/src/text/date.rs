//! Instants in words of the reader's language, always as people in mainland China date
//! them: Asia/Shanghai.

use super::common;
use crate::language::Language;
use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Timelike, Utc, Weekday};
use shared::calendar_date::{shanghai_date, shanghai_time};

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// `22 Nov 2026`, `2026年11月22日`.
#[must_use]
pub fn day(language: Language, instant: DateTime<Utc>) -> String {
    calendar_day(language, shanghai_date(instant))
}

/// The same for a date that is one already: a term's end, a holiday.
#[must_use]
pub fn calendar_day(language: Language, date: NaiveDate) -> String {
    match language {
        Language::English => format!("{} {} {}", date.day(), month(date), date.year()),
        Language::Chinese => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
    }
}

/// `22 Nov 2026, 14:05`, `2026年11月22日 14:05`.
#[must_use]
pub fn minute(language: Language, instant: DateTime<Utc>) -> String {
    let time = shanghai_time(instant);
    let clock = clock(time.time());
    match language {
        Language::English => format!("{}, {clock}", calendar_day(language, time.date())),
        Language::Chinese => format!("{} {clock}", calendar_day(language, time.date())),
    }
}

/// The same to the second, for what happened one after the other.
#[must_use]
pub fn second(language: Language, instant: DateTime<Utc>) -> String {
    let second = shanghai_time(instant).second();
    format!("{}:{second:02}", minute(language, instant))
}

/// A deadline on the day on which it is read: `Today, 24:00`, `今天 24:00`; else as [`deadline`].
#[must_use]
pub fn deadline_seen_at(language: Language, instant: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let (date, clock) = day_and_clock(instant);
    if date != shanghai_date(now) {
        return deadline(language, instant);
    }
    let today = common::today(language);
    match language {
        Language::English => format!("{today}, {clock}"),
        Language::Chinese => format!("{today} {clock}"),
    }
}

/// A deadline: `Mon 23 Nov, 24:00`, `11月23日 周一 24:00`. The end of a day is the 24:00 of
/// that day and never the 0:00 of the next, which people read as a day more.
#[must_use]
pub fn deadline(language: Language, instant: DateTime<Utc>) -> String {
    let (date, clock) = day_and_clock(instant);
    match language {
        Language::English => {
            format!(
                "{} {} {}, {clock}",
                weekday(language, date),
                date.day(),
                month(date)
            )
        }
        Language::Chinese => {
            format!(
                "{}月{}日 {} {clock}",
                date.month(),
                date.day(),
                weekday(language, date)
            )
        }
    }
}

fn day_and_clock(instant: DateTime<Utc>) -> (NaiveDate, String) {
    let time = shanghai_time(instant);
    match time.date().pred_opt() {
        Some(day_before) if time.time() == NaiveTime::MIN => (day_before, "24:00".to_owned()),
        _ => (time.date(), clock(time.time())),
    }
}

fn clock(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn month(date: NaiveDate) -> &'static str {
    usize::try_from(date.month0())
        .ok()
        .and_then(|index| MONTHS.get(index))
        .copied()
        .unwrap_or_default()
}

fn weekday(language: Language, date: NaiveDate) -> &'static str {
    match (language, date.weekday()) {
        (Language::English, Weekday::Mon) => "Mon",
        (Language::English, Weekday::Tue) => "Tue",
        (Language::English, Weekday::Wed) => "Wed",
        (Language::English, Weekday::Thu) => "Thu",
        (Language::English, Weekday::Fri) => "Fri",
        (Language::English, Weekday::Sat) => "Sat",
        (Language::English, Weekday::Sun) => "Sun",
        (Language::Chinese, Weekday::Mon) => "周一",
        (Language::Chinese, Weekday::Tue) => "周二",
        (Language::Chinese, Weekday::Wed) => "周三",
        (Language::Chinese, Weekday::Thu) => "周四",
        (Language::Chinese, Weekday::Fri) => "周五",
        (Language::Chinese, Weekday::Sat) => "周六",
        (Language::Chinese, Weekday::Sun) => "周日",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Language::{Chinese, English};

    fn instant(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn the_day_is_the_day_in_shanghai() {
        let late_in_utc = instant("2026-11-21T16:30:00Z");
        assert_eq!(day(English, late_in_utc), "22 Nov 2026");
        assert_eq!(day(Chinese, late_in_utc), "2026年11月22日");
    }

    #[test]
    fn minutes_have_two_digits() {
        let instant = instant("2026-11-22T01:05:59Z");
        assert_eq!(minute(English, instant), "22 Nov 2026, 09:05");
        assert_eq!(minute(Chinese, instant), "2026年11月22日 09:05");
    }

    #[test]
    fn the_end_of_a_day_is_its_own_24_00() {
        let end_of_monday = instant("2026-11-23T16:00:00Z");
        assert_eq!(deadline(English, end_of_monday), "Mon 23 Nov, 24:00");
        assert_eq!(deadline(Chinese, end_of_monday), "11月23日 周一 24:00");
    }

    #[test]
    fn a_deadline_of_today_says_so() {
        let due = instant("2026-11-23T16:00:00Z");
        let seen_at = |now| deadline_seen_at(English, due, instant(now));
        assert_eq!(seen_at("2026-11-22T16:00:00Z"), "Today, 24:00");
        assert_eq!(seen_at("2026-11-22T15:59:59Z"), "Mon 23 Nov, 24:00");
        assert_eq!(
            deadline_seen_at(Chinese, due, instant("2026-11-23T04:00:00Z")),
            "今天 24:00"
        );
    }

    #[test]
    fn a_deadline_within_a_day_keeps_its_time() {
        assert_eq!(
            deadline(English, instant("2026-12-31T01:30:00Z")),
            "Thu 31 Dec, 09:30"
        );
    }
}
