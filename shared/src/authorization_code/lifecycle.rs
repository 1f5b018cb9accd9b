//! The only place where a code's status changes (S30 to S34, R-1, R-3, R-5, R-7).

use crate::cloud_server::Ineligibility;
use crate::policy::OnAbandon;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::coded::coded;

/// Exactly the four states of S30; each holds what is only true in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeStatus {
    /// S31: nobody has used it.
    Unused,
    /// S32a: an application holds it, from Verify until approval or abandonment.
    Licensing(Reservation),
    /// S33: the authority has approved the filing made with it. Final.
    Used { by: Reservation, at: DateTime<Utc> },
    /// S34. Final, but for [`CodeStatus::restore`].
    Invalid {
        reason: InvalidReason,
        at: DateTime<Utc>,
        /// The account that disabled it, for the two disabling reasons.
        disabled_by: Option<i64>,
        /// The application that held it when staff disabled it.
        held_by: Option<Reservation>,
    },
}

/// Which application of which account uses a code, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reservation {
    pub application_id: i64,
    pub account_id: i64,
    pub since: DateTime<Utc>,
}

coded! {
    /// Why a code is Invalid (S34).
    InvalidReason {
        Expired = "expired",
        DisabledByOwner = "disabled_by_owner",
        DisabledByStaff = "disabled_by_staff",
        ServerGone = "server_gone",
        Abandoned = "abandoned",
    }
}

/// What is known of the code's server and term when a rule is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServerFacts {
    /// Result of [`crate::cloud_server::check_eligibility`]; empty when eligible.
    pub failed: Vec<Ineligibility>,
    /// S24: the code is valid while now is before this.
    pub expires_at: DateTime<Utc>,
}

/// What has become of the application that held a code while staff had it disabled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormerHolder {
    /// It goes on, and still names the code.
    Running,
    /// S33: the authority approved it meanwhile.
    Completed { at: DateTime<Utc> },
    /// Given up after it was submitted, under this policy.
    Abandoned(OnAbandon),
    /// There was none, it was a draft when it ended, or it has moved to another product.
    Gone,
}

/// Why a code cannot be used at "verify the product". With a typing error
/// ([`super::CodeTextError`]) these are the six answers a user can get.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VerifyRefusal {
    /// No such code.
    Unknown,
    /// S32a and S33: `Authorization Code Has Been Used`, whoever asks.
    HasBeenUsed,
    /// S24.
    Expired,
    /// S34: by its owner, by staff, or because its application was abandoned.
    Disabled { reason: InvalidReason },
    /// S29 re-checks S21.
    ServerNotEligible { failed: Vec<Ineligibility> },
}

/// Why a code cannot be disabled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DisableRefused {
    /// owners disable Unused codes only.
    NotUnused,
    /// Staff disable any that is not Used.
    Used,
    /// It is Invalid already.
    AlreadyInvalid,
}

/// Why a code cannot be restored (S34).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RestoreRefused {
    /// Only what staff disabled can be restored.
    NotDisabledByStaff,
    /// A second person must restore it.
    SamePerson,
}

impl CodeStatus {
    /// The stable name of the state: in the database, in filters, in exports.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Unused => "unused",
            Self::Licensing(_) => "licensing",
            Self::Used { .. } => "used",
            Self::Invalid { .. } => "invalid",
        }
    }

    /// S29, S32a: takes the code for an application. Expiry is checked here as well as by
    /// the job, so that a late job changes nothing.
    ///
    /// # Errors
    /// [`VerifyRefusal`]; the status stays as it was.
    pub fn reserve(
        &self,
        facts: &ServerFacts,
        reservation: Reservation,
    ) -> Result<Self, VerifyRefusal> {
        match self {
            Self::Licensing(_) | Self::Used { .. } => Err(VerifyRefusal::HasBeenUsed),
            Self::Invalid { reason, .. } => Err(match reason {
                InvalidReason::Expired => VerifyRefusal::Expired,
                InvalidReason::ServerGone => VerifyRefusal::ServerNotEligible {
                    failed: facts.failed.clone(),
                },
                InvalidReason::DisabledByOwner
                | InvalidReason::DisabledByStaff
                | InvalidReason::Abandoned => VerifyRefusal::Disabled { reason: *reason },
            }),
            Self::Unused if reservation.since >= facts.expires_at => Err(VerifyRefusal::Expired),
            Self::Unused if !facts.failed.is_empty() => Err(VerifyRefusal::ServerNotEligible {
                failed: facts.failed.clone(),
            }),
            Self::Unused => Ok(Self::Licensing(reservation)),
        }
    }

    /// S33: the authority approved the application that holds the code. R-7: a code that
    /// expired meanwhile is Used all the same. `None` when that application does not hold it.
    #[must_use]
    pub fn approve(&self, application_id: i64, at: DateTime<Utc>) -> Option<Self> {
        match self {
            Self::Licensing(by) if by.application_id == application_id => {
                Some(Self::Used { by: *by, at })
            }
            _ => None,
        }
    }

    /// S32b, R-1: the application that holds the code was abandoned after submission.
    #[must_use]
    pub fn abandon(
        &self,
        on_abandon: OnAbandon,
        application_id: i64,
        facts: &ServerFacts,
        at: DateTime<Utc>,
    ) -> Option<Self> {
        match on_abandon {
            OnAbandon::Release => self.release(application_id, facts, at),
            OnAbandon::Burn => match self {
                Self::Licensing(by) if by.application_id == application_id => {
                    Some(invalid(InvalidReason::Abandoned, at))
                }
                _ => None,
            },
        }
    }

    /// a draft that was never submitted always gives its code back.
    #[must_use]
    pub fn release(
        &self,
        application_id: i64,
        facts: &ServerFacts,
        at: DateTime<Utc>,
    ) -> Option<Self> {
        match self {
            Self::Licensing(by) if by.application_id == application_id => {
                Some(unused_or_invalid(facts, at))
            }
            _ => None,
        }
    }

    /// S24: an Unused code whose time is over. R-7: a running application keeps its code.
    #[must_use]
    pub fn expire(&self, expires_at: DateTime<Utc>, now: DateTime<Utc>) -> Option<Self> {
        match self {
            Self::Unused if now >= expires_at => Some(invalid(InvalidReason::Expired, expires_at)),
            _ => None,
        }
    }

    /// the server is gone. Only Unused codes end; a running application is held
    /// back by its own rule, a Used code stays.
    #[must_use]
    pub fn lose_server(&self, at: DateTime<Utc>) -> Option<Self> {
        match self {
            Self::Unused => Some(invalid(InvalidReason::ServerGone, at)),
            _ => None,
        }
    }

    /// owners disable their own Unused codes.
    ///
    /// # Errors
    /// [`DisableRefused`].
    pub fn disable_by_owner(
        &self,
        account: i64,
        at: DateTime<Utc>,
    ) -> Result<Self, DisableRefused> {
        match self {
            Self::Unused => Ok(Self::Invalid {
                reason: InvalidReason::DisabledByOwner,
                at,
                disabled_by: Some(account),
                held_by: None,
            }),
            Self::Invalid { .. } => Err(DisableRefused::AlreadyInvalid),
            Self::Licensing(_) | Self::Used { .. } => Err(DisableRefused::NotUnused),
        }
    }

    /// Policy `code.disable`: staff disable any code that is not Used.
    ///
    /// # Errors
    /// [`DisableRefused`].
    pub fn disable_by_staff(
        &self,
        account: i64,
        at: DateTime<Utc>,
    ) -> Result<Self, DisableRefused> {
        let held_by = match self {
            Self::Unused => None,
            Self::Licensing(by) => Some(*by),
            Self::Used { .. } => return Err(DisableRefused::Used),
            Self::Invalid { .. } => return Err(DisableRefused::AlreadyInvalid),
        };
        Ok(Self::Invalid {
            reason: InvalidReason::DisabledByStaff,
            at,
            disabled_by: Some(account),
            held_by,
        })
    }

    /// S34: what staff disabled, a second person may restore: to what it would be had it
    /// never been disabled. S33: a code that was used up meanwhile is Used.
    ///
    /// # Errors
    /// [`RestoreRefused`].
    pub fn restore(
        &self,
        account: i64,
        holder: FormerHolder,
        facts: &ServerFacts,
        at: DateTime<Utc>,
    ) -> Result<Self, RestoreRefused> {
        let Self::Invalid {
            reason: InvalidReason::DisabledByStaff,
            disabled_by,
            held_by,
            ..
        } = self
        else {
            return Err(RestoreRefused::NotDisabledByStaff);
        };
        if *disabled_by == Some(account) {
            return Err(RestoreRefused::SamePerson);
        }
        Ok(match (held_by, holder) {
            (Some(by), FormerHolder::Running) => Self::Licensing(*by),
            (Some(by), FormerHolder::Completed { at }) => Self::Used { by: *by, at },
            (Some(_), FormerHolder::Abandoned(OnAbandon::Burn)) => {
                invalid(InvalidReason::Abandoned, at)
            }
            _ => unused_or_invalid(facts, at),
        })
    }
}

const fn invalid(reason: InvalidReason, at: DateTime<Utc>) -> CodeStatus {
    CodeStatus::Invalid {
        reason,
        at,
        disabled_by: None,
        held_by: None,
    }
}

fn unused_or_invalid(facts: &ServerFacts, at: DateTime<Utc>) -> CodeStatus {
    if at >= facts.expires_at {
        invalid(InvalidReason::Expired, at)
    } else if !facts.failed.is_empty() {
        invalid(InvalidReason::ServerGone, at)
    } else {
        CodeStatus::Unused
    }
}
