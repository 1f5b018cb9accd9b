//! The working-day calendar and the dates of Asia/Shanghai: known days of every published
//! year, the due time of S15, and that no date makes anything panic.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests, not covered by clippy.toml"
)]

use chrono::{DateTime, Datelike, NaiveDate, TimeDelta, Utc, Weekday};
use proptest::prelude::*;
use shared::application::ApplicationKind;
use shared::calendar_date::{
    add_months, add_years, end_of_day, shanghai_date, start_of_day, whole_months_between,
};
use shared::policy::ReviewPolicy;
use shared::review::review_due;
use shared::working_days::{Certainty, Due, HolidayYear, HolidayYearError, WorkingCalendar};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// An instant written as the clock in Shanghai shows it.
fn shanghai(text: &str) -> DateTime<Utc> {
    format!("{text}+08:00").parse().unwrap()
}

/// S15 with the default policy: by the end of the next working day.
/// The working days after `from` up to and including `to`, one by one.
fn working_days_between(calendar: &WorkingCalendar, from: NaiveDate, to: NaiveDate) -> u32 {
    let days = from.iter_days().skip(1).take_while(|day| *day <= to);
    days.map(|day| u32::from(calendar.is_working_day(day).0))
        .sum()
}

fn cancellation_due(calendar: &WorkingCalendar, submitted_at: DateTime<Utc>) -> Due {
    let policy = ReviewPolicy::default();
    review_due(
        calendar,
        &policy,
        ApplicationKind::CancelAccess,
        submitted_at,
    )
}

fn assert_due(submitted_at: &str, last_day: &str, provisional: bool) {
    let due = cancellation_due(&WorkingCalendar::built_in(), shanghai(submitted_at));
    assert_eq!(
        due.at,
        end_of_day(date(last_day)),
        "submitted {submitted_at}"
    );
    assert_eq!(due.provisional, provisional, "submitted {submitted_at}");
}

#[test]
fn the_number_of_working_days_of_each_published_year() {
    let calendar = WorkingCalendar::built_in();
    for (year, expected) in [
        (2016, 250),
        (2017, 249),
        (2018, 250),
        (2019, 250),
        (2020, 249),
        (2021, 250),
        (2022, 249),
        (2023, 249),
        (2024, 251),
        (2025, 248),
        (2026, 248),
    ] {
        let eve = NaiveDate::from_ymd_opt(year - 1, 12, 31).unwrap();
        let last = NaiveDate::from_ymd_opt(year, 12, 31).unwrap();
        assert_eq!(
            working_days_between(&calendar, eve, last),
            expected,
            "{year}"
        );
    }
}

#[test]
fn days_that_other_calendars_get_wrong() {
    let calendar = WorkingCalendar::built_in();
    for (day, works) in [
        ("2016-10-09", true),  // Sunday worked after the National Day week
        ("2016-12-30", true),  // Friday before a New Year that lasted to Monday
        ("2018-12-29", true),  // worked by the notice for 2019
        ("2018-12-31", false), // off by the notice for 2019
        ("2019-05-02", false), // Labor Day made longer by a second notice
        ("2019-05-05", true),
        ("2020-01-31", false), // Spring Festival prolonged by a second notice
        ("2020-02-01", false), // which took this make-up day back
        ("2020-02-03", true),
        ("2026-01-04", true),
        ("2026-02-23", false),
        ("2026-09-20", true),
        ("2026-10-10", true),
    ] {
        assert_eq!(
            calendar.is_working_day(date(day)),
            (works, Certainty::Published),
            "{day}"
        );
    }
}

#[test]
fn s15_a_cancellation_is_due_by_the_end_of_the_next_working_day() {
    assert_due("2026-03-03T00:00:00", "2026-03-04", false);
    assert_due("2026-03-03T23:59:59", "2026-03-04", false);
    // Friday to Monday, and so does a submission on the weekend.
    assert_due("2026-03-06T10:00:00", "2026-03-09", false);
    assert_due("2026-03-07T10:00:00", "2026-03-09", false);
    assert_due("2026-03-08T23:59:59", "2026-03-09", false);
}

#[test]
fn s15_a_cancellation_is_due_by_the_end_of_the_next_working_day_over_spring_festival_2026() {
    // Friday; Saturday 14 February is a make-up day.
    assert_due("2026-02-13T09:00:00", "2026-02-14", false);
    // The make-up day itself: the holidays last from 15 to 23 February.
    assert_due("2026-02-14T09:00:00", "2026-02-24", false);
    assert_due("2026-02-18T09:00:00", "2026-02-24", false);
    assert_due("2026-02-23T23:59:59", "2026-02-24", false);
    assert_due("2026-02-24T00:00:00", "2026-02-25", false);
}

#[test]
fn s15_a_due_time_that_rests_on_an_unpublished_year_is_provisional() {
    // The notice for 2027 may still move a day at the end of December; what waits moves with it.
    assert_due("2026-12-30T09:00:00", "2026-12-31", false);
    assert_due("2026-12-31T09:00:00", "2027-01-01", true);
    assert_due("2027-10-01T09:00:00", "2027-10-04", true);
    assert_due("2015-06-01T09:00:00", "2015-06-02", true);
}

#[test]
fn counting_forward_passes_holidays() {
    let calendar = WorkingCalendar::built_in();
    let submitted = date("2026-09-30");
    assert_eq!(
        calendar.add_working_days(submitted, 0),
        (submitted, Certainty::Published)
    );
    assert_eq!(
        calendar.add_working_days(submitted, 1).0,
        date("2026-10-08")
    );
    assert_eq!(
        calendar.add_working_days(submitted, 3).0,
        date("2026-10-10")
    );
    assert_eq!(
        calendar.add_working_days(submitted, 20),
        (date("2026-11-03"), Certainty::Published)
    );
    assert_eq!(
        working_days_between(&calendar, submitted, date("2026-10-10")),
        3
    );
}

#[test]
fn a_later_table_of_a_year_replaces_the_published_one() {
    let corrected = HolidayYear {
        year: 2026,
        source: "a correction".to_owned(),
        days_off: vec![date("2026-03-04")],
        make_up_days: vec![],
    };
    let years = WorkingCalendar::built_in_years()
        .into_iter()
        .chain([corrected]);
    let calendar = WorkingCalendar::new(years);
    assert_eq!(
        calendar.is_working_day(date("2026-03-04")),
        (false, Certainty::Published)
    );
    assert_eq!(
        calendar.is_working_day(date("2026-10-01")),
        (true, Certainty::Published)
    );
}

#[test]
fn mistakes_in_a_typed_table_are_named() {
    let year = |days_off: &[&str], make_up_days: &[&str]| HolidayYear {
        year: 2027,
        source: "a notice".to_owned(),
        days_off: days_off.iter().map(|day| date(day)).collect(),
        make_up_days: make_up_days.iter().map(|day| date(day)).collect(),
    };
    let good = year(&["2026-12-31", "2027-01-01"], &["2027-01-03"]);
    assert_eq!(good.check(), Ok(()));
    let without_source = HolidayYear {
        source: " ".to_owned(),
        ..good
    };
    assert_eq!(without_source.check(), Err(HolidayYearError::SourceMissing));
    assert_eq!(year(&[], &[]).check(), Err(HolidayYearError::NoDayOff));
    for (table, expected) in [
        (
            year(&["2026-11-30"], &[]),
            HolidayYearError::OutsideYear(date("2026-11-30")),
        ),
        (
            year(&["2028-01-01"], &[]),
            HolidayYearError::OutsideYear(date("2028-01-01")),
        ),
        (
            year(&["2027-01-03"], &["2027-01-03"]),
            HolidayYearError::ListedTwice(date("2027-01-03")),
        ),
        (
            year(&["2027-01-01"], &["2027-01-04"]),
            HolidayYearError::MakeUpDayNotOnWeekend(date("2027-01-04")),
        ),
    ] {
        assert_eq!(table.check(), Err(expected));
    }
}

#[test]
fn a_year_survives_as_json() {
    for year in WorkingCalendar::built_in_years() {
        let json = serde_json::to_string(&year).unwrap();
        assert_eq!(serde_json::from_str::<HolidayYear>(&json).unwrap(), year);
    }
}

fn any_date() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        (NaiveDate::MIN.num_days_from_ce()..=NaiveDate::MAX.num_days_from_ce())
            .prop_filter_map("a date", NaiveDate::from_num_days_from_ce_opt),
        Just(NaiveDate::MIN),
        Just(NaiveDate::MAX),
    ]
}

/// Any second from 2010 to 2035: published years and years without data on both sides.
fn submission() -> impl Strategy<Value = DateTime<Utc>> {
    (1_262_304_000i64..2_051_222_400)
        .prop_filter_map("an instant", |s| DateTime::from_timestamp(s, 0))
}

proptest! {
    #[test]
    fn s15_due_is_later_than_submission_and_ends_a_working_day(at in submission()) {
        let calendar = WorkingCalendar::built_in();
        let due = cancellation_due(&calendar, at);
        prop_assert!(due.at > at + TimeDelta::days(1));
        let last_day = shanghai_date(due.at - TimeDelta::nanoseconds(1));
        prop_assert_eq!(end_of_day(last_day), due.at);
        prop_assert!(calendar.is_working_day(last_day).0);
        prop_assert_eq!(working_days_between(&calendar, shanghai_date(at), last_day), 1);
    }

    #[test]
    fn s15_who_submits_later_is_never_due_earlier(a in submission(), b in submission()) {
        let calendar = WorkingCalendar::built_in();
        let (first, second) = (a.min(b), a.max(b));
        prop_assert!(
            cancellation_due(&calendar, first).at <= cancellation_due(&calendar, second).at
        );
    }

    #[test]
    fn counting_and_adding_agree(at in submission(), count in 0..60u32) {
        let calendar = WorkingCalendar::built_in();
        let from = shanghai_date(at);
        let (to, _) = calendar.add_working_days(from, count);
        prop_assert_eq!(working_days_between(&calendar, from, to), count);
    }

    #[test]
    fn without_data_weekends_decide_and_it_is_provisional(day in any_date()) {
        let (works, certainty) = WorkingCalendar::default().is_working_day(day);
        prop_assert_eq!(works, !matches!(day.weekday(), Weekday::Sat | Weekday::Sun));
        prop_assert_eq!(certainty, Certainty::Provisional);
    }

    #[test]
    fn no_date_makes_anything_panic(day in any_date(), other in any_date(), count in 0..400u32) {
        let calendar = WorkingCalendar::built_in();
        prop_assert!(calendar.next_working_day(day).0 >= day);
        prop_assert!(calendar.add_working_days(day, count).0 >= day);
        prop_assert!(start_of_day(day) < end_of_day(day));
        prop_assert!(cancellation_due(&calendar, start_of_day(day)).at >= start_of_day(day));
        prop_assert!(cancellation_due(&calendar, end_of_day(day)).at >= end_of_day(day));
        prop_assert!(add_months(day, count) >= day);
        prop_assert!(add_years(start_of_day(day), count) >= start_of_day(day));
        let months = whole_months_between(day, other);
        prop_assert!(other < day || add_months(day, months) <= other);
    }

    #[test]
    fn whole_months_count_what_was_added(day in submission(), months in 0..600u32) {
        let start = shanghai_date(day);
        let end = add_months(start, months);
        prop_assert_eq!(whole_months_between(start, end), months);
        let day_before = end.pred_opt().unwrap();
        prop_assert_eq!(whole_months_between(start, day_before), months.saturating_sub(1));
    }

    #[test]
    fn s24_a_year_later_is_the_same_day_and_time_in_shanghai(at in submission()) {
        let later = add_years(at, 1);
        let (from, to) = (shanghai_date(at), shanghai_date(later));
        prop_assert_eq!(to.year(), from.year() + 1);
        prop_assert_eq!(to.month(), from.month());
        let day = if (from.month(), from.day()) == (2, 29) { 28 } else { from.day() };
        prop_assert_eq!(to.day(), day);
        prop_assert_eq!(later - start_of_day(to), at - start_of_day(from));
    }
}
