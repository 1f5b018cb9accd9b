//! The only place where an application's status changes.

use super::ApplicationKind;
use crate::coded::coded;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Where an application stands; each variant holds what is only true in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApplicationStatus {
    /// Being filled in, or a cancellation the authority could not yet confirm.
    Draft,
    /// S14, S15: waiting for the provider's decision, due at an instant.
    ProviderReview {
        submitted_at: DateTime<Utc>,
        due_at: DateTime<Utc>,
        /// The calendar of the year in question is not published yet.
        due_is_provisional: bool,
    },
    /// Sent back with reasons; the holder may modify and submit.
    ProviderRejected { rejected_at: DateTime<Utc> },
    /// Approved by the provider, on its way to the authority.
    Submitting { approved_at: DateTime<Utc> },
    /// S16: the authority has taken it. Not withdrawable any more.
    AuthorityReview { handed_over_at: DateTime<Utc> },
    /// The authority refused it; what it was about is as it was.
    AuthorityRejected { rejected_at: DateTime<Utc> },
    /// S17, S33: the authority approved it. Final.
    Completed { completed_at: DateTime<Utc> },
    /// A cancellation the holder took back. Final.
    Withdrawn { withdrawn_at: DateTime<Utc> },
    /// Given up by the holder, or left alone for too long. Final.
    Abandoned { abandoned_at: DateTime<Utc> },
}

/// What can happen to an application, with the instant it happens.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Command {
    /// The holder submits, for the first time or again after a rejection.
    Submit {
        at: DateTime<Utc>,
        due_at: DateTime<Utc>,
        due_is_provisional: bool,
    },
    /// The provider approves. A hold is asked for by who commands it.
    Approve {
        at: DateTime<Utc>,
    },
    /// The provider rejects.
    Reject {
        at: DateTime<Utc>,
    },
    /// The authority's interface has taken the report.
    HandOver {
        at: DateTime<Utc>,
    },
    /// The report could not be sent or processed as it is; the provider looks at it again.
    TakeBack {
        at: DateTime<Utc>,
        due_at: DateTime<Utc>,
        due_is_provisional: bool,
    },
    AuthorityApprove {
        at: DateTime<Utc>,
    },
    AuthorityReject {
        at: DateTime<Utc>,
    },
    /// Policy `cancel.withdraw_until`: until handed to the authority.
    Withdraw {
        at: DateTime<Utc>,
    },
    Abandon {
        at: DateTime<Utc>,
    },
}

coded! {
    /// Why an application under review may not go to the authority yet.
    HoldReason {
        /// the server of the filing is gone or no longer eligible.
        ServerGone = "server_gone",
        /// Staff disabled the authorization code the filing uses.
        CodeDisabled = "code_disabled",
    }
}

/// A command that the status does not allow; names both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("an application that is {status} cannot {command}")]
pub struct TransitionRefused {
    /// [`ApplicationStatus::code`] of the status as it is.
    pub status: String,
    /// [`Command::code`] of what was asked.
    pub command: String,
}

impl Command {
    /// The stable name.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Submit { .. } => "submit",
            Self::Approve { .. } => "approve",
            Self::Reject { .. } => "reject",
            Self::HandOver { .. } => "hand_over",
            Self::TakeBack { .. } => "take_back",
            Self::AuthorityApprove { .. } => "authority_approve",
            Self::AuthorityReject { .. } => "authority_reject",
            Self::Withdraw { .. } => "withdraw",
            Self::Abandon { .. } => "abandon",
        }
    }
}

impl ApplicationStatus {
    /// Every stable name, in the order of an application's life.
    pub const CODES: [&'static str; 9] = [
        "draft",
        "provider_review",
        "provider_rejected",
        "submitting",
        "authority_review",
        "authority_rejected",
        "completed",
        "withdrawn",
        "abandoned",
    ];

    /// Names of those that [`Self::is_in_progress`] is true of, for queries.
    pub const IN_PROGRESS: [&'static str; 3] =
        ["provider_review", "submitting", "authority_review"];

    /// Names of those that [`Self::is_editable`] is true of.
    pub const EDITABLE: [&'static str; 3] = ["draft", "provider_rejected", "authority_rejected"];

    /// Names of those that [`Self::is_final`] is true of.
    pub const FINAL: [&'static str; 3] = ["completed", "withdrawn", "abandoned"];

    /// Names of those in which the authority has a report, or is about to get it.
    pub const REPORTED: [&'static str; 2] = ["submitting", "authority_review"];

    /// The name of [`Self::ProviderReview`].
    pub const PROVIDER_REVIEW: &'static str = "provider_review";

    /// The name of [`Self::Submitting`].
    pub const SUBMITTING: &'static str = "submitting";

    /// The stable name: in the database, in filters, in the API.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::ProviderReview { .. } => Self::PROVIDER_REVIEW,
            Self::ProviderRejected { .. } => "provider_rejected",
            Self::Submitting { .. } => Self::SUBMITTING,
            Self::AuthorityReview { .. } => "authority_review",
            Self::AuthorityRejected { .. } => "authority_rejected",
            Self::Completed { .. } => "completed",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Abandoned { .. } => "abandoned",
        }
    }

    /// Nothing can happen to it any more.
    #[must_use]
    pub const fn is_final(&self) -> bool {
        matches!(
            self,
            Self::Completed { .. } | Self::Withdrawn { .. } | Self::Abandoned { .. }
        )
    }

    /// S9: makes the entity's other orders wait. Drafts and refusals do not block a
    /// cancellation, because they wait for the holder alone.
    #[must_use]
    pub const fn is_in_progress(&self) -> bool {
        matches!(
            self,
            Self::ProviderReview { .. } | Self::Submitting { .. } | Self::AuthorityReview { .. }
        )
    }

    /// The holder may edit the form.
    #[must_use]
    pub const fn is_editable(&self) -> bool {
        matches!(
            self,
            Self::Draft | Self::ProviderRejected { .. } | Self::AuthorityRejected { .. }
        )
    }

    /// Carries out a command.
    ///
    /// # Errors
    /// [`TransitionRefused`] when the status does not allow it.
    pub fn apply(
        &self,
        kind: ApplicationKind,
        command: &Command,
    ) -> Result<Self, TransitionRefused> {
        match (self, command) {
            (
                Self::Draft | Self::ProviderRejected { .. } | Self::AuthorityRejected { .. },
                Command::Submit {
                    at,
                    due_at,
                    due_is_provisional,
                },
            )
            | (
                Self::Submitting { .. } | Self::AuthorityReview { .. },
                Command::TakeBack {
                    at,
                    due_at,
                    due_is_provisional,
                },
            ) => Ok(Self::ProviderReview {
                submitted_at: *at,
                due_at: *due_at,
                due_is_provisional: *due_is_provisional,
            }),
            (Self::ProviderReview { .. }, Command::Approve { at }) => {
                Ok(Self::Submitting { approved_at: *at })
            }
            (Self::ProviderReview { .. }, Command::Reject { at }) => {
                Ok(Self::ProviderRejected { rejected_at: *at })
            }
            (Self::Submitting { .. }, Command::HandOver { at }) => Ok(Self::AuthorityReview {
                handed_over_at: *at,
            }),
            // The answer may overtake the confirmation of the hand-over after a crash.
            (
                Self::AuthorityReview { .. } | Self::Submitting { .. },
                Command::AuthorityApprove { at },
            ) => Ok(Self::Completed { completed_at: *at }),
            (
                Self::AuthorityReview { .. } | Self::Submitting { .. },
                Command::AuthorityReject { at },
            ) => Ok(Self::AuthorityRejected { rejected_at: *at }),
            // From `Submitting` only while the report was never sent, which the caller knows.
            (Self::ProviderReview { .. } | Self::Submitting { .. }, Command::Withdraw { at }) => {
                Ok(if kind.is_filing() {
                    Self::Draft
                } else {
                    Self::Withdrawn { withdrawn_at: *at }
                })
            }
            (
                Self::Draft | Self::ProviderRejected { .. } | Self::AuthorityRejected { .. },
                Command::Abandon { at },
            ) => Ok(Self::Abandoned { abandoned_at: *at }),
            // A cancellation in review ends by being withdrawn.
            (Self::ProviderReview { .. }, Command::Abandon { at }) if kind.is_filing() => {
                Ok(Self::Abandoned { abandoned_at: *at })
            }
            _ => Err(TransitionRefused {
                status: self.code().to_owned(),
                command: command.code().to_owned(),
            }),
        }
    }

    /// Whether a command of this name would be taken, for showing or explaining a button.
    #[must_use]
    pub fn allows(&self, kind: ApplicationKind, command: &Command) -> bool {
        self.apply(kind, command).is_ok()
    }
}
