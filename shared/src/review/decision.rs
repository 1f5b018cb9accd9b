use crate::field::Field;
use crate::parsed_text::tidy_line;
use crate::problem::{Problem, Violation};
use serde::{Deserialize, Serialize};

/// A reviewer's decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    Approve,
    /// Words for the holder, and what is wrong with single fields.
    Reject {
        reason: String,
        fields: Vec<FieldReason>,
    },
}

/// What a reviewer says about one field of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldReason {
    pub field: Field,
    pub reason: String,
}

/// A rejection tells the holder why: a reason for the whole, or for a field, or both.
#[must_use]
pub fn check_rejection(reason: &str, fields: &[FieldReason]) -> Vec<Violation> {
    let mut violations = Vec::new();
    let is_said = |words: &str| !tidy_line(words).is_empty();
    let said = is_said(reason) || fields.iter().any(|field| is_said(&field.reason));
    if !said {
        violations.push(Violation::on(
            Field::RejectionReason,
            Problem::NoReasonGiven,
        ));
    }
    if reason.chars().count() > 1000 {
        violations.push(Violation::on(
            Field::RejectionReason,
            Problem::TooLong { max: 1000 },
        ));
    }
    for field in fields {
        if field.reason.chars().count() > 500 {
            violations.push(Violation::on(field.field, Problem::TooLong { max: 500 }));
        }
    }
    violations
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rejection_needs_a_reason_somewhere() {
        assert_eq!(
            check_rejection("  ", &[]),
            [Violation::on(
                Field::RejectionReason,
                Problem::NoReasonGiven
            )]
        );
        let fields = [FieldReason {
            field: Field::WebsiteName,
            reason: "Too general".to_owned(),
        }];
        assert_eq!(check_rejection("", &fields), []);
        assert_eq!(check_rejection("The domain has expired.", &[]), []);
    }
}
