use super::application::CodeFate;
use crate::application::HoldCause;
use crate::coded::coded;
use crate::review::FieldReason;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A message to a holder; the same content goes out as mail in the holder's language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageView {
    pub id: i64,
    pub at: DateTime<Utc>,
    pub is_read: bool,
    pub notice: Notice,
    /// Where it leads.
    pub application_id: Option<i64>,
}

/// What a holder is told, with the values its words need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Notice {
    CancellationSubmitted {
        number: String,
        domain: String,
        due_at: DateTime<Utc>,
    },
    CancellationKept {
        number: String,
        domain: String,
    },
    CancellationHandedOver {
        number: String,
        domain: String,
    },
    /// S3, S5, S17.
    AccessCanceled {
        number: String,
        domain: String,
        website_license_number: String,
    },
    /// The authority canceled by itself, without a request of the holder.
    AccessEndedByAuthority {
        domain: String,
        website_license_number: String,
        canceled: CanceledByAuthority,
    },
    /// S5: add access at the provider now in use.
    AddAccessReminder {
        domain: String,
        website_license_number: String,
    },
    FilingSubmitted {
        number: String,
        domain: String,
        due_at: DateTime<Utc>,
    },
    FilingHandedOver {
        number: String,
        domain: String,
    },
    /// Result 1001, before the register's data with the numbers.
    FilingApproved {
        number: String,
        domain: String,
    },
    LicenseIssued {
        number: String,
        domain: String,
        entity_license_number: String,
        website_license_number: String,
    },
    ProviderRejected {
        number: String,
        domain: String,
        /// For the whole; empty where single fields have theirs.
        reason: String,
        /// Older messages have them in `reason`, without the fields.
        #[serde(default)]
        fields: Vec<FieldReason>,
    },
    AuthorityRejected {
        number: String,
        domain: String,
        reason: String,
    },
    /// What was on its way to the authority, or with it, is reviewed by the provider again.
    ApplicationTakenBack {
        number: String,
        domain: String,
        due_at: DateTime<Utc>,
    },
    ApplicationHeld {
        number: String,
        domain: String,
        /// Older messages do not say.
        #[serde(default)]
        cause: Option<HoldCause>,
    },
    HoldLifted {
        number: String,
        domain: String,
    },
    ApplicationWithdrawn {
        number: String,
        domain: String,
    },
    ApplicationAbandoned {
        number: String,
        domain: String,
        /// What became of the authorization code it held.
        code: Option<CodeFate>,
    },
    DraftReminder {
        number: String,
        days_left: u32,
    },
    DraftExpired {
        number: String,
        /// What became of the authorization code it held.
        code: Option<CodeFate>,
    },
    CodeDisabledByStaff {
        code: String,
        server_name: String,
        reason: String,
    },
    CodeRestored {
        code: String,
        server_name: String,
    },
    CodesInvalid {
        server_name: String,
        count: u32,
    },
}

coded! {
    /// What the authority canceled by itself.
    CanceledByAuthority {
        /// Access here; the website's number stays (S2).
        Access = "access",
        /// The website's number, and access with it.
        Website = "website",
        /// The entity's number, and everything under it.
        Entity = "entity",
    }
}
