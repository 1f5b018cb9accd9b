use crate::application::ApplicationKind;
use crate::calendar_date::{end_of_day, shanghai_date};
use crate::policy::ReviewPolicy;
use crate::working_days::{Certainty, Due, WorkingCalendar};
use chrono::{DateTime, Utc};

/// Working days the authority takes at most.
pub const AUTHORITY_WORKING_DAYS: u32 = 20;

/// S15: the provider decides by the end of the last of its working days after submission.
#[must_use]
pub fn review_due(
    calendar: &WorkingCalendar,
    policy: &ReviewPolicy,
    kind: ApplicationKind,
    submitted_at: DateTime<Utc>,
) -> Due {
    let days = if kind.is_filing() {
        policy.filing_working_days
    } else {
        policy.cancel_working_days
    };
    due_after(calendar, submitted_at, days)
}

/// The authority answers within 20 working days of the hand-over.
#[must_use]
pub fn authority_due(calendar: &WorkingCalendar, handed_over_at: DateTime<Utc>) -> Due {
    due_after(calendar, handed_over_at, AUTHORITY_WORKING_DAYS)
}

fn due_after(calendar: &WorkingCalendar, from: DateTime<Utc>, days: u32) -> Due {
    let (date, certainty) = calendar.add_working_days(shanghai_date(from), days);
    Due {
        at: end_of_day(date),
        provisional: certainty == Certainty::Provisional,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn s15_a_cancellation_submitted_on_friday_is_due_at_the_end_of_monday() {
        let due = review_due(
            &WorkingCalendar::built_in(),
            &ReviewPolicy::default(),
            ApplicationKind::CancelAccess,
            at("2026-11-20T02:12:00Z"),
        );
        // 24:00 of Monday the 23rd in Shanghai.
        assert_eq!(due.at, at("2026-11-23T16:00:00Z"));
        assert!(!due.provisional);
    }

    #[test]
    fn a_filing_has_three_working_days() {
        let due = review_due(
            &WorkingCalendar::built_in(),
            &ReviewPolicy::default(),
            ApplicationKind::FirstLicense,
            at("2026-11-20T02:12:00Z"),
        );
        assert_eq!(due.at, at("2026-11-25T16:00:00Z"));
    }
}
