//! How a command or a query ends when it does not succeed.
//!
//! One type everywhere in this crate. `Refused`, `NotFound` and `Forbidden` are answers,
//! not faults: nothing is logged for them. `Unavailable` and `Internal` are logged once,
//! where they turn into an [`ApiError`]. Messages add context and never repeat a source.

use sea_orm::DbErr;
use shared::problem::{Problem, Violation};
use shared::wire::error::ApiError;

/// Result of a command or a query.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// See the module.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("refused")]
    Refused(Vec<Violation>),
    #[error("not found")]
    NotFound,
    #[error("the role does not allow this")]
    Forbidden,
    #[error("not logged in")]
    NotLoggedIn,
    /// Something outside did not answer; trying again may help.
    #[error("{0}")]
    Unavailable(&'static str, #[source] anyhow::Error),
    #[error("a defect or a broken database")]
    Internal(#[source] anyhow::Error),
}

impl Error {
    /// A refusal for one reason that concerns no field.
    #[must_use]
    pub fn refused(problem: Problem) -> Self {
        Self::Refused(vec![Violation::general(problem)])
    }

    /// A refusal that concerns a field.
    #[must_use]
    pub fn refused_on(field: shared::field::Field, problem: Problem) -> Self {
        Self::Refused(vec![Violation::on(field, problem)])
    }

    /// A row that no rule could have produced.
    #[must_use]
    pub fn inconsistent(table: &'static str, row: i64, what: &str) -> Self {
        Self::Internal(anyhow::anyhow!("{table} row {row}: {what}"))
    }

    /// The answer for the outside; logs what an operator must know, once.
    #[must_use]
    pub fn into_api(self, reference: &str) -> ApiError {
        match self {
            Self::Refused(violations) => ApiError::Refused { violations },
            Self::NotFound => ApiError::NotFound,
            Self::Forbidden => ApiError::Forbidden,
            Self::NotLoggedIn => ApiError::NotLoggedIn,
            Self::Unavailable(what, source) => {
                tracing::warn!(
                    error.reference = reference,
                    error.source = format!("{source:#}"),
                    "{what}"
                );
                ApiError::Unavailable
            }
            Self::Internal(source) => {
                tracing::error!(
                    error.reference = reference,
                    error.source = format!("{source:#}"),
                    "internal error"
                );
                ApiError::Internal {
                    reference: reference.to_owned(),
                }
            }
        }
    }
}

impl From<DbErr> for Error {
    fn from(source: DbErr) -> Self {
        Self::Internal(source.into())
    }
}

impl From<serde_json::Error> for Error {
    fn from(source: serde_json::Error) -> Self {
        Self::Internal(source.into())
    }
}
