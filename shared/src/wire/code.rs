use crate::authorization_code::InvalidReason;
use crate::cloud_server::{Billing, Ineligibility, ServerState, Term};
use crate::policy::QuotaMode;
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
    /// A whole code, or the beginning of a server name or IP.
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
}

impl CodeRow {
    /// the owner disables own Unused codes.
    #[must_use]
    pub fn can_owner_disable(&self) -> bool {
        self.status == CodeStatusView::Unused
    }

    /// staff disable codes that are not used.
    #[must_use]
    pub fn can_staff_disable(&self) -> bool {
        matches!(
            self.status,
            CodeStatusView::Unused | CodeStatusView::Licensing { .. }
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

/// The four statuses with what is worth showing of each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeStatusView {
    Unused,
    /// Who uses it, masked, for which order (masked for the owner), since when.
    Licensing {
        user: String,
        order: String,
        since: DateTime<Utc>,
    },
    /// Approved by the authority at.
    Used {
        user: String,
        order: String,
        at: DateTime<Utc>,
    },
    Invalid {
        reason: InvalidReason,
        at: DateTime<Utc>,
        /// What staff wrote when they disabled it.
        words: Option<String>,
        /// Who was using it, masked, and since when.
        held_by: Option<(String, DateTime<Utc>)>,
    },
}

/// `Manage Authorization Code`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CodesPage {
    pub codes: super::Page<CodeRow>,
    /// For the filter.
    pub servers: Vec<(i64, String)>,
    /// S23: whether a code that ends still counts.
    pub quota_mode: QuotaMode,
}
