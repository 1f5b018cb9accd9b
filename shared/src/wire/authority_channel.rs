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
    /// The authority's last number where it is ahead of ours and stopped the channel: an
    /// administrator may continue after it.
    pub authority_sequence: Option<i64>,
    pub last_upload_at: Option<DateTime<Utc>>,
    /// When the authority is asked again, while it does not answer.
    pub next_upload_at: Option<DateTime<Utc>>,
    /// The last time that answers were fetched, or that there were none.
    pub last_download_at: Option<DateTime<Utc>>,
    /// Why answers cannot be fetched.
    pub download_problem: Option<String>,
    pub reports: Vec<ReportRow>,
    /// The authority's files that a person has to look at.
    pub files: Vec<FileRow>,
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
    /// it waits because its application is held.
    pub is_held_back: bool,
    pub sequence: Option<i64>,
    pub tries: u32,
    pub created_at: DateTime<Utc>,
    pub last_error: Option<String>,
}

/// A file of the authority that was kept and confirmed, but not carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRow {
    pub file_name: String,
    pub received_at: DateTime<Utc>,
    pub state: FileState,
}

/// Why a person has to look at a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileState {
    /// It could not be processed; without a next try only an administrator starts one.
    Failed {
        problem: String,
        tries: u32,
        next_try_at: Option<DateTime<Utc>>,
    },
    /// It was carried out, and its content came again under another name.
    Repeated { name: String },
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
