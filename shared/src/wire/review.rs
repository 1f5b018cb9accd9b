use super::application::{ApplicationPage, TimelineEntry};
use crate::application::ApplicationKind;
use crate::cloud_server::Ineligibility;
use crate::field::Field;
use crate::review::FieldReason;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What the queue can be narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct QueueFilter {
    /// [`ApplicationKind`] code.
    pub kind: Option<String>,
    /// A status code; without one, what waits for review.
    pub status: Option<String>,
    /// `mine`, `unclaimed`.
    pub claim: Option<String>,
    /// Number, domain or entity name, or its beginning.
    pub search: Option<String>,
    pub cursor: Option<String>,
}

/// `/review`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QueuePage {
    pub waiting: u32,
    pub overdue: u32,
    pub claimed_by_me: u32,
    pub rows: super::Page<QueueRow>,
    pub now: DateTime<Utc>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QueueRow {
    pub id: i64,
    pub number: String,
    pub kind: ApplicationKind,
    pub status: String,
    pub entity_name: String,
    pub domain: String,
    pub submitted_at: Option<DateTime<Utc>>,
    pub due_at: Option<DateTime<Utc>>,
    pub due_is_provisional: bool,
    pub is_overdue: bool,
    pub claimed_by: Option<String>,
    pub claimed_by_me: bool,
    pub is_held: bool,
}

/// `/review/applications/{id}`: everything needed to decide, on one screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewPage {
    /// The same facts the holder sees; personal data masked.
    pub application: ApplicationPage,
    pub entity_name: String,
    pub holder: String,
    /// The holder cannot log in at the moment; what was submitted goes on.
    pub holder_is_blocked: bool,
    pub claimed_by: Option<String>,
    pub claimed_by_me: bool,
    pub due_at: Option<DateTime<Utc>>,
    pub is_overdue: bool,
    pub due_is_provisional: bool,
    pub product: Option<super::application::ProductView>,
    /// What the authority said about domain and certificate before the review.
    pub checks: Vec<CheckView>,
    /// What is not as it was when somebody last decided on it.
    pub changes: Vec<AnswerChange>,
    /// Other applications of the same entity or domain, newest first.
    pub earlier: Vec<EarlierDecision>,
    pub timeline: Vec<TimelineEntry>,
    pub actions: ReviewActions,
    /// Reviewers a supervisor may give it to.
    pub reviewers: Vec<(i64, String)>,
}

/// One answer before and after; codes for choices, personal data masked, so that both may
/// read alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerChange {
    pub field: Field,
    pub before: String,
    pub after: String,
}

/// One automatic check and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckView {
    pub check: CheckKind,
    pub outcome: CheckOutcome,
    /// An address, a domain, a number.
    pub detail: Option<String>,
    /// S21: the conditions a server does not meet.
    #[serde(default)]
    pub failed: Vec<Ineligibility>,
    /// The answers that it is about.
    #[serde(default)]
    pub fields: Vec<Field>,
    pub at: Option<DateTime<Utc>>,
}

crate::coded::coded! {
    /// What was checked.
    CheckKind {
        PublicIpIsOurs = "public_ip_is_ours",
        ServerEligible = "server_eligible",
        DomainEnding = "domain_ending",
        DomainAtAuthority = "domain_at_authority",
        CertificateAtAuthority = "certificate_at_authority",
        NameInPinyin = "name_in_pinyin",
        LicensePassword = "license_password",
        DomainResolution = "domain_resolution",
        OtherAccess = "other_access",
        CertificateNumber = "certificate_number",
    }
}

crate::coded::coded! {
    /// How it came out.
    CheckOutcome {
        Passed = "passed",
        Warning = "warning",
        Failed = "failed",
        NotChecked = "not_checked",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EarlierDecision {
    pub application_id: i64,
    pub number: String,
    pub kind: ApplicationKind,
    pub status: String,
    pub decided_by: Option<String>,
    pub note: Option<String>,
    /// What a reviewer said about single fields.
    pub fields: Vec<FieldReason>,
    pub at: DateTime<Utc>,
}

/// What the page offers this reviewer now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewActions {
    pub claim: bool,
    pub release: bool,
    pub decide: bool,
    pub reassign: bool,
    pub reveal: bool,
    /// It is not under review, so seeing personal data needs a reason.
    pub reveal_needs_reason: bool,
}

/// Personal data of an application in clear.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonalData {
    pub application_id: i64,
    pub entity_name: String,
    /// What was filed; a cancellation asks for no personal data.
    pub filing: Option<crate::application::FilingForm>,
}

/// What `Reject` sends.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RejectInput {
    pub application_id: i64,
    pub version: i64,
    pub reason: String,
    /// Fields without words count for nothing.
    pub fields: Vec<FieldReason>,
}

/// `/review/dashboard`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dashboard {
    pub waiting: u32,
    pub overdue: u32,
    pub with_authority: u32,
    pub completed_last_30_days: u32,
    pub rejected_last_30_days: u32,
    /// Oldest undecided submission.
    pub oldest_submitted_at: Option<DateTime<Utc>>,
    /// Reviewer, decisions of the last 30 days, applications claimed now.
    pub reviewers: Vec<(String, u32, u32)>,
    /// Kind and count of what waits.
    pub by_kind: Vec<(ApplicationKind, u32)>,
}
