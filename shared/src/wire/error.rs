use crate::problem::{Problem, Violation};
use serde::{Deserialize, Serialize};

/// What a browser or an API client gets instead of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum ApiError {
    #[error("no session")]
    NotLoggedIn,
    #[error("the role does not allow this")]
    Forbidden,
    #[error("there is no such thing, or it is not yours")]
    NotFound,
    /// Everything that is wrong with the request; nothing was changed.
    #[error("refused: {}", codes(.violations))]
    Refused { violations: Vec<Violation> },
    /// Try again later; nothing was changed.
    #[error("not available at the moment")]
    Unavailable,
    /// The request itself cannot be read; our own pages never send one like it.
    #[error("the request cannot be read")]
    Malformed,
    /// A defect; the reference finds it in the log.
    #[error("internal error {reference}")]
    Internal { reference: String },
}

impl ApiError {
    /// A refusal for one reason that concerns no field.
    #[must_use]
    pub fn refused(problem: Problem) -> Self {
        Self::Refused {
            violations: vec![Violation::general(problem)],
        }
    }

    /// The violations of a refusal; none for any other error.
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        match self {
            Self::Refused { violations } => violations,
            _ => &[],
        }
    }
}

fn codes(violations: &[Violation]) -> String {
    let codes: Vec<_> = violations
        .iter()
        .map(|violation| violation.problem.code())
        .collect();
    codes.join(", ")
}
