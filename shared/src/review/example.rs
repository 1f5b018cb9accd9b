//! What the rules mean for a cancellation of today, in dates.

use super::due::{authority_due, review_due};
use crate::application::ApplicationKind;
use crate::calendar_date::{shanghai_date, start_of_day};
use crate::policy::ReviewPolicy;
use crate::working_days::{Due, WorkingCalendar};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// By when a cancellation that is submitted now is decided at the latest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExampleDates {
    pub review: Due,
    /// When it is handed over at the end of the review's last day.
    pub authority: Due,
}

/// A cancellation that was approved on the day of its submission and is with the authority now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExampleCourse {
    pub submitted_at: DateTime<Utc>,
    pub approved_at: DateTime<Utc>,
    pub authority: Due,
}

/// The latest dates of a cancellation that is submitted now.
#[must_use]
pub fn example_dates(
    calendar: &WorkingCalendar,
    policy: &ReviewPolicy,
    now: DateTime<Utc>,
) -> ExampleDates {
    let review = review_due(calendar, policy, ApplicationKind::CancelAccess, now);
    // The end of a day is the beginning of the next one.
    let last_moment = review.at - TimeDelta::seconds(1);
    let mut authority = authority_due(calendar, last_moment.max(now));
    authority.provisional |= review.provisional;
    ExampleDates { review, authority }
}

/// A cancellation of the last working day before this one.
#[must_use]
pub fn example_course(calendar: &WorkingCalendar, now: DateTime<Utc>) -> ExampleCourse {
    let morning = start_of_day(working_day_before(calendar, shanghai_date(now)));
    let submitted_at = morning + TimeDelta::minutes(9 * 60 + 18);
    let approved_at = morning + TimeDelta::minutes(15 * 60 + 42);
    ExampleCourse {
        submitted_at,
        approved_at,
        authority: authority_due(calendar, approved_at),
    }
}

fn working_day_before(calendar: &WorkingCalendar, date: NaiveDate) -> NaiveDate {
    // No holiday lasts longer.
    const DAYS: usize = 30;

    let days_before = date.iter_days().rev().skip(1).take(DAYS);
    let mut working_days = days_before.filter(|day| calendar.is_working_day(*day).0);
    working_days.next().unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_cancellation_of_today_has_its_latest_dates() {
        let calendar = WorkingCalendar::built_in();
        let dates = example_dates(
            &calendar,
            &ReviewPolicy::default(),
            at("2026-11-20T02:00:00Z"),
        );
        // Friday, so the review has until the end of Monday the 23rd; 20 working days after.
        assert_eq!(dates.review.at, at("2026-11-23T16:00:00Z"));
        assert_eq!(dates.authority.at, at("2026-12-21T16:00:00Z"));
        assert!(!dates.authority.provisional);
    }

    #[test]
    fn a_review_on_the_same_day_hands_over_today() {
        let policy = ReviewPolicy {
            cancel_working_days: 0,
            ..ReviewPolicy::default()
        };
        let now = at("2026-11-20T02:00:00Z");
        let dates = example_dates(&WorkingCalendar::built_in(), &policy, now);
        assert_eq!(dates.review.at, at("2026-11-20T16:00:00Z"));
        assert_eq!(dates.authority.at, at("2026-12-18T16:00:00Z"));
    }

    #[test]
    fn dates_of_a_year_that_is_not_published_are_provisional() {
        let dates = example_dates(
            &WorkingCalendar::built_in(),
            &ReviewPolicy::default(),
            at("2026-12-25T02:00:00Z"),
        );
        assert!(!dates.review.provisional && dates.authority.provisional);
    }

    #[test]
    fn what_is_under_way_was_submitted_on_a_working_day() {
        let calendar = WorkingCalendar::built_in();
        // Thursday the 8th of October comes after a week of holidays.
        for (now, submitted) in [
            ("2026-11-20T02:00:00Z", "2026-11-19T01:18:00Z"),
            ("2026-11-23T02:00:00Z", "2026-11-20T01:18:00Z"),
            ("2026-10-08T02:00:00Z", "2026-09-30T01:18:00Z"),
        ] {
            let course = example_course(&calendar, at(now));
            assert_eq!(course.submitted_at, at(submitted), "{now}");
            assert!(course.approved_at < at(now));
        }
    }
}
