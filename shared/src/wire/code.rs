use crate::authorization_code::InvalidReason;
use crate::cloud_server::{Billing, Ineligibility, ServerState, Term};
use crate::policy::CodePolicy;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A row of `Apply for Authorization Code` (S22): every server, with what is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServerRow {
    pub id: i64,
    pub name: String,
    pub region: String,
    pub billing: Billing,
    pub state: ServerState,
    pub term: Option<Term>,
    /// Whole months of the term.
    pub term_months: u32,
    pub public_ip: Option<String>,
    /// S21: every failed condition; empty when eligible.
    pub failed: Vec<Ineligibility>,
    pub quota: u32,
    /// Codes that count against the quota.
    pub issued: u32,
    pub remaining: u32,
}

/// What the list of codes can be narrowed to; all fields as they stand in the address.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CodeFilter {
    pub server_id: Option<i64>,
    /// `unused`, `licensing`, `used` or `invalid`.
    pub status: Option<String>,
    /// An own code or four characters of it, a part of a domain or a note, the beginning of a
    /// server name or IP; for staff a whole code or the beginning of a server name or IP.
    pub search: Option<String>,
    /// `applied` (newest first, the default), `expires` (soonest first).
    pub sort: Option<String>,
    /// Opaque cursor of [`super::Page`].
    pub cursor: Option<String>,
}

/// A row of `Manage Authorization Code` (S28).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeRow {
    pub id: i64,
    /// In clear for the owner, masked for staff.
    pub code: String,
    pub server_id: i64,
    pub server_name: String,
    pub public_ip: Option<String>,
    pub applied_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub status: CodeStatusView,
    /// What the owner wrote down about it.
    pub note: String,
    /// Staff lists only: the owner, masked.
    pub owner: Option<String>,
    /// Staff lists only: the reader disabled it, so that somebody else has to restore it (S34).
    pub disabled_by_reader: bool,
    /// Of the row: what is decided about it is decided about it as it was seen.
    pub version: i64,
}

impl CodeRow {
    /// the owner disables own Unused codes.
    #[must_use]
    pub fn can_owner_disable(&self) -> bool {
        self.status == CodeStatusView::Unused
    }

    /// the owner takes a code back from a draft that was never submitted.
    #[must_use]
    pub fn can_owner_take_back(&self) -> bool {
        matches!(
            &self.status,
            CodeStatusView::Licensing(by) if by.reserved_until.is_some()
        )
    }

    /// staff disable codes that are not used.
    #[must_use]
    pub fn can_staff_disable(&self) -> bool {
        matches!(
            self.status,
            CodeStatusView::Unused | CodeStatusView::Licensing(_)
        )
    }

    /// Whether staff disabled the code.
    #[must_use]
    pub fn is_disabled_by_staff(&self) -> bool {
        matches!(
            self.status,
            CodeStatusView::Invalid {
                reason: InvalidReason::DisabledByStaff,
                ..
            }
        )
    }

    /// S34: only what somebody else of the staff disabled is restored.
    #[must_use]
    pub fn can_staff_restore(&self) -> bool {
        self.is_disabled_by_staff() && !self.disabled_by_reader
    }
}

/// The application that uses a code, as the code's owner and staff may know it (S28).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeUse {
    /// Whose it is: the masked address with a short tag, so that no two accounts read alike.
    pub user: String,
    /// Its number, masked for the owner.
    pub order: String,
    /// The website's domain in its own letters; empty until the draft names one, and for staff
    /// until it is submitted.
    pub domain: String,
    /// How far it is: [`crate::application::ApplicationStatus::code`].
    pub application_status: String,
    pub since: DateTime<Utc>,
    /// When the code comes back unless the application is changed; only while it is a draft that
    /// was never submitted.
    pub reserved_until: Option<DateTime<Utc>>,
}

/// The four statuses with what is worth showing of each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeStatusView {
    Unused,
    Licensing(CodeUse),
    /// Approved by the authority at.
    Used {
        by: CodeUse,
        at: DateTime<Utc>,
    },
    Invalid {
        reason: InvalidReason,
        at: DateTime<Utc>,
        /// What staff wrote when they disabled it.
        words: Option<String>,
        /// What used it when staff disabled it.
        held_by: Option<CodeUse>,
    },
}

impl CodeStatusView {
    /// The application that uses the code, or that did when staff disabled it.
    #[must_use]
    pub const fn code_use(&self) -> Option<&CodeUse> {
        match self {
            Self::Unused => None,
            Self::Licensing(by) | Self::Used { by, .. } => Some(by),
            Self::Invalid { held_by, .. } => held_by.as_ref(),
        }
    }
}

/// `Manage Authorization Code`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CodesPage {
    pub codes: super::Page<CodeRow>,
    /// For the filter.
    pub servers: Vec<(i64, String)>,
    /// What becomes of codes, and how many count (S23, R-1, R-2).
    pub policy: CodePolicy,
}
