//! A call to the authority that brought nothing: how long to wait, and when to stop.

use chrono::Duration;
use ports::authority::AuthorityError;

/// After no answer; the authority may be back any moment.
const FIRST_PAUSE: Duration = Duration::seconds(1);
const LONGEST_PAUSE: Duration = Duration::minutes(5);
/// After "come back later" (`msg_code` 15, 20, 901, 902): minutes, then hours.
const FIRST_LATER: Duration = Duration::minutes(1);
const LONGEST_LATER: Duration = Duration::hours(1);
/// `msg_code` 7 (damaged on the way) is tried once more, then the defect is ours.
const DAMAGED: i32 = 7;
const DAMAGES: i64 = 2;
/// `msg_code` 999 ("other error") is tried a few times, then a person has to look.
const OTHER_ERROR: i32 = 999;
const OTHER_ERRORS: i64 = 5;

/// What came instead of an answer, in words for operators.
#[derive(Debug)]
pub struct Setback {
    pub problem: String,
    kind: Kind,
}

#[derive(Debug, Clone, Copy)]
enum Kind {
    NoAnswer,
    Later { code: i32 },
    Refused,
}

/// What the channel does about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Consequence {
    Wait(Duration),
    Stop,
}

impl Setback {
    /// The authority asks to come back later.
    #[must_use]
    pub fn later(code: i32, text: &str) -> Self {
        Self {
            problem: format!("{text} (code {code})"),
            kind: Kind::Later { code },
        }
    }

    /// `failures` counts this one too.
    #[must_use]
    pub fn consequence(&self, failures: i64) -> Consequence {
        match self.kind {
            Kind::Refused => Consequence::Stop,
            Kind::Later { code: OTHER_ERROR } if failures >= OTHER_ERRORS => Consequence::Stop,
            Kind::Later { code: DAMAGED } if failures >= DAMAGES => Consequence::Stop,
            Kind::Later { .. } => Consequence::Wait(later(failures)),
            Kind::NoAnswer => Consequence::Wait(doubled(FIRST_PAUSE, failures).min(LONGEST_PAUSE)),
        }
    }
}

impl From<AuthorityError> for Setback {
    fn from(error: AuthorityError) -> Self {
        let kind = match &error {
            AuthorityError::Refused { .. } => Kind::Refused,
            AuthorityError::TryLater { code, .. } => Kind::Later { code: *code },
            AuthorityError::Unreachable(_)
            | AuthorityError::Unreadable(_)
            | AuthorityError::NotRepresentable { .. } => Kind::NoAnswer,
        };
        Self {
            problem: in_words(error),
            kind,
        }
    }
}

/// An error in words for operators, with its causes.
#[must_use]
pub fn in_words(error: AuthorityError) -> String {
    format!("{:#}", anyhow::Error::from(error))
}

/// A minute, doubled with every failure after the first, an hour at most.
#[must_use]
pub fn later(failures: i64) -> Duration {
    doubled(FIRST_LATER, failures).min(LONGEST_LATER)
}

/// `first`, doubled with every failure after the first.
fn doubled(first: Duration, failures: i64) -> Duration {
    // 2^12 times the first pause is beyond every limit.
    let exponent = u32::try_from(failures - 1).unwrap_or(0).min(12);
    first * 2_i32.pow(exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn waits(setback: &Setback) -> Vec<i64> {
        [1, 2, 3, 20]
            .into_iter()
            .map(|failures| match setback.consequence(failures) {
                Consequence::Wait(pause) => pause.num_seconds(),
                Consequence::Stop => -1,
            })
            .collect()
    }

    #[test]
    fn pauses_double_up_to_a_limit() {
        let no_answer = Setback::from(AuthorityError::Unreadable("x".to_owned()));
        assert_eq!(waits(&no_answer), [1, 2, 4, 300]);
        assert_eq!(
            waits(&Setback::later(901, "maintenance")),
            [60, 120, 240, 3600]
        );
    }

    #[test]
    fn a_refusal_stops_at_once_and_some_errors_in_the_end() {
        let refused = AuthorityError::Refused {
            code: 5,
            text: String::new(),
        };
        assert_eq!(Setback::from(refused).consequence(1), Consequence::Stop);
        assert_eq!(waits(&Setback::later(999, "?")), [60, 120, 240, -1]);
        assert_eq!(waits(&Setback::later(7, "damaged")), [60, -1, -1, -1]);
    }
}
