use crate::access::Resolution;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// An entry of the block feed, as a gateway reads it (S3, S4). Enforcement is the
/// gateway's, on domains that are listed and resolve to the provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockedDomain {
    /// Grows with every change; the last one read is where the next call goes on.
    pub cursor: i64,
    /// ASCII form.
    pub domain: String,
    /// `false` once the domain has access again.
    pub listed: bool,
    /// `access_canceled`.
    pub reason: String,
    /// To the provider's addresses: `yes`, `no` or `not_checked`.
    pub resolves: Resolution,
    pub resolution_seen_at: Option<DateTime<Utc>>,
    pub changed_at: DateTime<Utc>,
}
