use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A row of `/admin/tokens`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServiceTokenRow {
    pub id: i64,
    pub name: String,
    /// Scope codes, for instance `codes:check`.
    pub scopes: Vec<String>,
    pub created_at: DateTime<Utc>,
    pub last_used_at: Option<DateTime<Utc>>,
    pub revoked_at: Option<DateTime<Utc>>,
}
