use crate::application::ApplicationStatus;
use crate::field::Field;
use crate::problem::{Problem, Violation};

/// Longest reason, in characters.
const MAX_REASON: usize = 500;

/// Whether seeing personal data in clear needs a reason in words: the review of an application
/// is one by itself, and nothing else is.
#[must_use]
pub fn needs_reason(status: &str) -> bool {
    status != ApplicationStatus::PROVIDER_REVIEW
}

/// What is wrong with the reason for seeing the personal data of an application in this status.
#[must_use]
pub fn check_reveal(status: &str, reason: &str) -> Option<Violation> {
    let problem = if reason.chars().count() > MAX_REASON {
        Problem::TooLong { max: 500 }
    } else if needs_reason(status) && reason.trim().is_empty() {
        Problem::Required
    } else {
        return None;
    };
    Some(Violation::on(Field::RevealReason, problem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_review_needs_no_reason() {
        for status in ApplicationStatus::CODES {
            let refused = check_reveal(status, "  ").map(|violation| violation.problem);
            let wanted = (status != "provider_review").then_some(Problem::Required);
            assert_eq!(refused, wanted, "{status}");
            assert_eq!(check_reveal(status, "A court asks."), None, "{status}");
        }
        let endless = "x".repeat(501);
        assert!(check_reveal("completed", &endless).is_some());
    }
}
