//! What a draft that was never submitted has of its code: a reservation that ends when the draft
//! is left alone (R-2, `code.draft_hold_days`), and that the code's owner can end before.

use super::{CodeStatus, ServerFacts};
use chrono::{DateTime, Duration, Utc};
use serde::{Deserialize, Serialize};

/// Days before its end on which the draft's holder is reminded.
const REMINDER_DAYS_BEFORE: i64 = 2;

/// How long a draft keeps its code, counted from its last change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DraftHold {
    pub remind_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
}

impl DraftHold {
    /// The hold of a draft last changed at `changed_at`, under `code.draft_hold_days`.
    #[must_use]
    pub fn of(changed_at: DateTime<Utc>, hold_days: u32) -> Self {
        let ends_at = changed_at + Duration::days(hold_days.into());
        Self {
            remind_at: ends_at - Duration::days(REMINDER_DAYS_BEFORE),
            ends_at,
        }
    }

    /// The latest last change of drafts to be looked at now: they are to be reminded of or over.
    #[must_use]
    pub fn reminded_if_changed_by(now: DateTime<Utc>, hold_days: u32) -> DateTime<Utc> {
        now - Duration::days(i64::from(hold_days) - REMINDER_DAYS_BEFORE)
    }
}

/// Why an owner cannot take a code back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TakeBackRefused {
    /// A submitted application keeps its code until it ends, also while it is changed.
    Submitted,
    /// S33.
    Used,
    /// No application uses it.
    NotInUse,
}

impl CodeStatus {
    /// The owner takes the code back from the draft that uses it, which keeps all else.
    ///
    /// # Errors
    /// [`TakeBackRefused`]; the status stays as it was.
    pub fn take_back(
        &self,
        was_submitted: bool,
        facts: &ServerFacts,
        at: DateTime<Utc>,
    ) -> Result<Self, TakeBackRefused> {
        match self {
            Self::Licensing(_) if was_submitted => Err(TakeBackRefused::Submitted),
            Self::Licensing(by) => self
                .release(by.application_id, facts, at)
                .ok_or(TakeBackRefused::NotInUse),
            Self::Used { .. } => Err(TakeBackRefused::Used),
            Self::Unused | Self::Invalid { .. } => Err(TakeBackRefused::NotInUse),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::authorization_code::{InvalidReason, Reservation};
    use crate::cloud_server::Ineligibility;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn licensing() -> CodeStatus {
        CodeStatus::Licensing(Reservation {
            application_id: 7,
            account_id: 3,
            since: at("2026-11-22T00:00:00Z"),
        })
    }

    fn facts() -> ServerFacts {
        ServerFacts {
            failed: Vec::new(),
            expires_at: at("2027-11-22T00:00:00Z"),
        }
    }

    #[test]
    fn r2_a_hold_ends_days_after_the_last_change_and_is_reminded_of_two_days_before() {
        let hold = DraftHold::of(at("2026-11-22T08:00:00Z"), 7);
        assert_eq!(hold.ends_at, at("2026-11-29T08:00:00Z"));
        assert_eq!(hold.remind_at, at("2026-11-27T08:00:00Z"));
        let looked_at = DraftHold::reminded_if_changed_by(hold.remind_at, 7);
        assert_eq!(looked_at, at("2026-11-22T08:00:00Z"));
    }

    #[test]
    fn an_owner_takes_a_code_back_until_the_draft_is_submitted() {
        let now = at("2026-11-23T00:00:00Z");
        let take_back =
            |status: &CodeStatus, was_submitted| status.take_back(was_submitted, &facts(), now);
        assert_eq!(take_back(&licensing(), false), Ok(CodeStatus::Unused));
        assert_eq!(
            take_back(&licensing(), true),
            Err(TakeBackRefused::Submitted)
        );
        let used = licensing().approve(7, now).unwrap();
        assert_eq!(take_back(&used, true), Err(TakeBackRefused::Used));
        assert_eq!(
            take_back(&CodeStatus::Unused, false),
            Err(TakeBackRefused::NotInUse)
        );
    }

    #[test]
    fn r3_a_code_whose_server_is_gone_comes_back_invalid() {
        let gone = ServerFacts {
            failed: vec![Ineligibility::NotUsable],
            ..facts()
        };
        let taken = licensing().take_back(false, &gone, at("2026-11-23T00:00:00Z"));
        assert!(matches!(
            taken,
            Ok(CodeStatus::Invalid {
                reason: InvalidReason::ServerGone,
                ..
            })
        ));
    }
}
