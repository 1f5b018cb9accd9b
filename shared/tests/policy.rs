//! The rules under values of the policy that are not the default.

#![allow(
    clippy::unwrap_used,
    reason = "helpers of tests, not covered by clippy.toml"
)]

use chrono::{DateTime, NaiveDate, Utc};
use shared::application::ApplicationKind;
use shared::authorization_code::{QuotaRefused, check_quota, remaining};
use shared::calendar_date::{add_years, shanghai_date};
use shared::cloud_server::{
    Billing, CloudServer, Ineligibility, ServerState, Term, check_eligibility,
};
use shared::policy::{CodePolicy, ReviewPolicy, ServerPolicy, TermBasis};
use shared::review::review_due;
use shared::working_days::WorkingCalendar;

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// What speaks against a good server of this term on 22 November 2026.
fn failed(policy: &ServerPolicy, starts_on: &str, ends_on: &str) -> Vec<Ineligibility> {
    let server = CloudServer {
        billing: Billing::MonthlyPackage,
        state: ServerState::Running,
        mainland: true,
        term: Some(Term {
            starts_on: day(starts_on),
            ends_on: day(ends_on),
        }),
        public_ip: Some([203, 0, 113, 10].into()),
    };
    check_eligibility(policy, &server, day("2026-11-22"))
}

#[test]
fn s23_the_quota_decides_which_code_is_refused() {
    for quota in [1, 2, CodePolicy::default().quota, 9] {
        assert_eq!(remaining(quota, quota - 1), 1);
        assert_eq!(check_quota(quota, quota - 1, 1), Ok(()));
        let refused = QuotaRefused::MoreThanRemaining { remaining: 0 };
        assert_eq!(check_quota(quota, quota, 1), Err(refused));
    }
    // The quota was lowered after more had been issued.
    assert_eq!(remaining(1, 3), 0);
}

#[test]
fn s24_a_longer_validity_ends_on_the_same_day_of_a_later_year() {
    let applied_at = at("2026-11-22T06:05:00Z");
    for (years, expected) in [(1, "2027"), (2, "2028"), (3, "2029")] {
        let ends_at = add_years(applied_at, years);
        assert_eq!(ends_at, at(&format!("{expected}-11-22T06:05:00Z")));
    }
    // Noon of the leap day in Shanghai; 2030 has none, 2032 has.
    let leap_day = at("2028-02-29T04:00:00Z");
    assert_eq!(shanghai_date(add_years(leap_day, 2)), day("2030-02-28"));
    assert_eq!(shanghai_date(add_years(leap_day, 4)), day("2032-02-29"));
}

#[test]
fn s21_the_minimum_term_is_the_policys() {
    for months in [1, 6, 12] {
        let policy = ServerPolicy {
            min_term_months: months,
            ..ServerPolicy::default()
        };
        let refused = Ineligibility::TermTooShort {
            required_months: months,
            inclusive: false,
            basis: TermBasis::Total,
        };
        let end = day("2026-11-22") + chrono::Months::new(months);
        let exactly = failed(&policy, "2026-11-22", &end.to_string());
        assert_eq!(exactly, [refused]);
        let longer = end.succ_opt().unwrap().to_string();
        assert_eq!(failed(&policy, "2026-11-22", &longer), []);
    }
}

#[test]
fn s21_the_remaining_term_can_be_included_up_to_its_last_day() {
    let policy = ServerPolicy {
        basis: TermBasis::Remaining,
        inclusive: true,
        ..ServerPolicy::default()
    };
    assert_eq!(failed(&policy, "2026-01-01", "2027-02-22"), []);
    let refused = Ineligibility::TermTooShort {
        required_months: 3,
        inclusive: true,
        basis: TermBasis::Remaining,
    };
    assert_eq!(failed(&policy, "2026-01-01", "2027-02-21"), [refused]);
}

#[test]
fn s21_the_days_that_must_be_left_are_the_policys() {
    let policy = ServerPolicy {
        min_remaining_days: 30,
        ..ServerPolicy::default()
    };
    assert_eq!(failed(&policy, "2026-01-01", "2026-12-22"), []);
    let refused = Ineligibility::TooFewDaysLeft { required_days: 30 };
    assert_eq!(failed(&policy, "2026-01-01", "2026-12-21"), [refused]);
    let none = ServerPolicy::default();
    assert_eq!(failed(&none, "2026-01-01", "2026-12-21"), []);
}

#[test]
fn s15_each_kind_of_application_has_working_days_of_its_own() {
    let policy = ReviewPolicy {
        cancel_working_days: 2,
        filing_working_days: 1,
    };
    // Thursday, 19 November 2026, in the morning; the ends of Friday and of Monday.
    let submitted_at = at("2026-11-19T02:12:00Z");
    let (friday, monday) = (at("2026-11-20T16:00:00Z"), at("2026-11-23T16:00:00Z"));
    for (kind, expected) in [
        (ApplicationKind::CancelAccess, monday),
        (ApplicationKind::FirstLicense, friday),
        (ApplicationKind::NewAccess, friday),
    ] {
        let calendar = WorkingCalendar::built_in();
        let due = review_due(&calendar, &policy, kind, submitted_at);
        assert_eq!(due.at, expected, "{kind:?}");
    }
}
