use crate::application::ApplicationKind;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// `/admin/authority`: the state of the reporting channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelPage {
    pub state: ChannelState,
    /// Code and words of what stopped it.
    pub problem: Option<String>,
    pub last_confirmed_sequence: i64,
    pub last_upload_at: Option<DateTime<Utc>>,
    pub last_download_at: Option<DateTime<Utc>>,
    pub reports: Vec<ReportRow>,
}

crate::coded::coded! {
    /// Whether reports go out.
    ChannelState {
        Open = "open",
        /// The last call brought no answer; it is tried again by itself.
        Retrying = "retrying",
        /// An operator has to act.
        Stopped = "stopped",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportRow {
    pub id: i64,
    pub application_id: i64,
    pub number: String,
    pub kind: ApplicationKind,
    pub state: ReportState,
    pub sequence: Option<i64>,
    pub tries: u32,
    pub created_at: DateTime<Utc>,
    pub last_error: Option<String>,
}

crate::coded::coded! {
    /// Where a report stands.
    ReportState {
        Pending = "pending",
        /// Sent or about to be; nobody knows yet whether it arrived.
        InFlight = "in_flight",
        Accepted = "accepted",
        Answered = "answered",
        Refused = "refused",
    }
}
