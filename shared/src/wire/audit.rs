use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What the audit trail can be narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AuditFilter {
    /// Beginning of an event kind, for instance `code.`.
    pub kind: Option<String>,
    /// E-mail of the actor.
    pub actor: Option<String>,
    /// Number of an application, as people see it, or its id, as the trail shows it.
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
    /// E-mail, or `system`, or `authority`.
    pub actor: String,
    pub kind: String,
    pub subject: String,
    pub application_id: Option<i64>,
    /// Values of the event, as JSON; no personal data.
    pub detail: String,
    /// What a person gave as the reason.
    pub note: Option<String>,
}
