//! Everything the simulator remembers, and how it is kept.

use super::world::{SimulatorWorld, WorldAccess, WorldEntity};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The whole state; kept as one JSON document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct State {
    pub(super) world: SimulatorWorld,
    pub(super) last_upload: Option<LastUpload>,
    pub(super) reports: Vec<FiledReport>,
    /// The documents of the uploads as they arrived, by their numbers.
    #[serde(default)]
    pub(super) documents: BTreeMap<i64, String>,
    /// Files that were not acknowledged yet, oldest first.
    pub(super) files: Vec<OutgoingFile>,
    pub(super) file_count: u32,
    pub(super) last_authority_id: i64,
    /// Wrong license passwords in a row, by license number.
    pub(super) wrong_passwords: BTreeMap<String, u32>,
    /// Approve by itself this long after a report arrived; `None` waits for a person.
    pub(super) answer_after_seconds: Option<u32>,
}

/// The last upload that was accepted, as it arrived.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct LastUpload {
    pub(super) sequence: i64,
    pub(super) file_name: String,
    pub(super) data: String,
    pub(super) hash: String,
    pub(super) encrypted: bool,
}

/// A downloadable file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct OutgoingFile {
    pub(super) name: String,
    pub(super) xml: String,
}

/// One record of an upload.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct FiledReport {
    pub(super) id: usize,
    pub(super) sequence: i64,
    pub(super) file_name: String,
    pub(super) received_at: DateTime<Utc>,
    /// What it is about in words: domains and the entity's name, as known on arrival.
    pub(super) subject: String,
    /// The entity on the register that it is about, as known on arrival, with no more than the
    /// website and the access in question.
    #[serde(default)]
    pub(super) registered: Option<Box<WorldEntity>>,
    pub(super) request: Request,
    pub(super) verdict: Option<Verdict>,
}

impl FiledReport {
    /// The entity that it is about: the one it files, or the one on the register.
    pub(super) fn entity(&self) -> Option<&WorldEntity> {
        match &self.request {
            Request::NewFiling { entity } => Some(entity),
            _ => self.registered.as_deref(),
        }
    }
}

/// How a report ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Verdict {
    /// `Jgdm`: 1001 approved, 1002 refused by a person, anything else refused on arrival.
    pub(super) code: i32,
    pub(super) at: DateTime<Utc>,
    pub(super) opinion: Option<String>,
}

/// What a record asks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "operation", rename_all = "snake_case")]
pub(super) enum Request {
    CancelAccess {
        access_authority_id: i64,
        reason_code: i32,
        note: Option<String>,
        password_hash: Option<String>,
    },
    NewAccess {
        website_license_number: Option<String>,
        website_authority_id: Option<i64>,
        access: WorldAccess,
        password_hash: String,
    },
    NewFiling {
        entity: Box<WorldEntity>,
    },
    /// A file that was refused as a whole; the number is its `Czlx`.
    Unreadable {
        operation_number: i64,
    },
}

impl Request {
    /// `Czlx`
    pub(super) const fn operation_number(&self) -> i64 {
        match self {
            Self::NewFiling { .. } => 1,
            Self::NewAccess { .. } => 3,
            Self::CancelAccess { .. } => 5,
            Self::Unreadable { operation_number } => *operation_number,
        }
    }

    /// The record that results and opinions name (`Bs`, `Jlid`).
    pub(super) fn record_id(&self) -> Option<i64> {
        match self {
            Self::NewFiling { entity } => entity.entity_id,
            Self::NewAccess { access, .. } => access.row.access_id,
            Self::CancelAccess {
                access_authority_id,
                ..
            } => Some(*access_authority_id),
            Self::Unreadable { .. } => None,
        }
    }
}

impl State {
    pub(super) fn new(world: SimulatorWorld, answer_after_seconds: Option<u32>) -> Self {
        let mut state = Self {
            world,
            last_upload: None,
            reports: Vec::new(),
            documents: BTreeMap::new(),
            files: Vec::new(),
            file_count: 0,
            last_authority_id: 110_000_500_000,
            wrong_passwords: BTreeMap::new(),
            answer_after_seconds,
        };
        // The code tables are the first thing a new provider downloads.
        state.files.push(super::documents::code_tables());
        state
    }

    /// The number of the last accepted upload, 0 before the first.
    pub(super) fn last_sequence(&self) -> i64 {
        self.last_upload
            .as_ref()
            .map_or(0, |upload| upload.sequence)
    }

    pub(super) fn new_authority_id(&mut self) -> i64 {
        self.last_authority_id += 1;
        self.last_authority_id
    }

    pub(super) fn pending(&self) -> impl Iterator<Item = &FiledReport> {
        self.reports
            .iter()
            .filter(|report| report.verdict.is_none())
    }
}
