//! What the encrypted form columns of an application hold.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use shared::application::FilingForm;
use shared::review::FieldReason;

/// What a holder gave with a cancellation (`application.form` of that kind).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CancellationForm {
    pub reason_code: Option<i32>,
    /// The authority's words for the reason when it was chosen from its table.
    pub reason_text: Option<String>,
    pub note: String,
    pub new_provider: String,
    /// S6: no other access was known, and the holder acknowledged it.
    pub only_access: bool,
}

/// Why an application came back (`application.rejection`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredRejection {
    pub by_authority: bool,
    pub reason: String,
    pub fields: Vec<FieldReason>,
    pub at: DateTime<Utc>,
}

/// What a reviewer decided on (`application.reviewed`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reviewed {
    Filing {
        form: Box<FilingForm>,
        public_ip: Option<String>,
    },
    Cancellation(CancellationForm),
}
