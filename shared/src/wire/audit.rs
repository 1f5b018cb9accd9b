use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What the audit trail can be narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AuditFilter {
    /// Beginning of an event kind, for instance `code.`. Log-ins are shown only when it begins
    /// with [`LOG_INS`](crate::audit::LOG_INS).
    pub kind: Option<String>,
    /// E-mail of the actor.
    pub actor: Option<String>,
    /// Number of an application, as people see it, or its id, as its address has it.
    pub application: Option<String>,
    /// Days of Asia/Shanghai, `YYYY-MM-DD`, both included.
    pub from: Option<String>,
    pub to: Option<String>,
    pub cursor: Option<String>,
}

/// One audit event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditRow {
    pub id: i64,
    pub at: DateTime<Utc>,
    /// Staff by name, a holder by masked address, or `system`, or `authority`.
    pub actor: String,
    pub kind: String,
    /// Name of the subject's table.
    pub subject: String,
    pub subject_id: Option<i64>,
    /// As [`Self::actor`], where the subject is an account.
    pub subject_name: Option<String>,
    pub application_id: Option<i64>,
    /// None for one that was never numbered.
    pub application_number: Option<String>,
    /// No personal data.
    pub detail: Vec<AuditValue>,
    /// What a person gave as the reason.
    pub note: Option<String>,
}

/// A value of an event under its key; several of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditValue {
    pub key: String,
    pub values: Vec<String>,
}
