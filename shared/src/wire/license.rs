use crate::access::Resolution;
use crate::application::{ApplicationKind, FilingForm};
use crate::cancel_access::{BuiltInReason, Unavailable};
use crate::license_password::tidy_license_password;
use crate::parsed_text::{tidy_line, tidy_lines};
use crate::wire::application::{ApplicationRow, RejectionView};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// `My Licenses`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LicensesPage {
    pub entity: Option<EntityView>,
    /// What is not over yet, the last touched first.
    pub running: Vec<ApplicationRow>,
    pub websites: Vec<WebsiteRow>,
    /// Accesses here that have ended (S17), the latest first; their websites may have access
    /// here again.
    pub archive: Vec<ArchivedWebsite>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntityView {
    pub name: String,
    pub license_number: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderLink {
    pub application_id: i64,
    pub number: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebsiteRow {
    pub id: i64,
    pub name: String,
    pub license_number: String,
    /// Unicode form.
    pub domains: Vec<String>,
    pub ips: Vec<String>,
    /// S6: another provider's access is known.
    pub has_other_access: bool,
    /// S9: why `Cancel Access` cannot be chosen now; `None` when it can.
    pub cancel_unavailable: Option<Unavailable>,
    /// A domain that no longer resolves here, since when.
    pub resolves_elsewhere_since: Option<DateTime<Utc>>,
    /// A cancellation kept as not yet submitted, or sent back, to go on with.
    pub open_cancellation: Option<OrderLink>,
    /// A cancellation that the provider or the authority has to decide.
    pub running_cancellation: Option<OrderLink>,
}

impl WebsiteRow {
    /// S9: why `Cancel Access` is refused. A request that is kept or came back can always be
    /// gone on with.
    #[must_use]
    pub const fn cancel_refused(&self) -> Option<Unavailable> {
        match self.open_cancellation {
            Some(_) => None,
            None => self.cancel_unavailable,
        }
    }
}

/// An access that has ended, with its website.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArchivedWebsite {
    /// The access, whose record `/console/archive/{id}` shows.
    pub access_id: i64,
    pub id: i64,
    pub name: String,
    pub license_number: String,
    pub domains: Vec<String>,
    pub canceled_at: DateTime<Utc>,
    pub application_id: Option<i64>,
}

/// `/console/archive/{id}`: what was on record of an access that has ended (S17).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArchivedRecord {
    pub access_id: i64,
    pub website_id: i64,
    pub website_name: String,
    /// Empty when it never got one.
    pub website_license_number: String,
    pub entity: EntityView,
    /// None when it was somebody else's, used by an authorization code, or is not known.
    pub server_name: Option<String>,
    pub ips: Vec<String>,
    /// Where they point, as last seen (S3, S4).
    pub domains: Vec<DomainImpact>,
    /// The last form that was filed for the website; personal data masked.
    pub filed: Option<FilingForm>,
    pub began_at: DateTime<Utc>,
    pub canceled_at: DateTime<Utc>,
    /// The applications about the website, the oldest first.
    pub applications: Vec<ArchivedApplication>,
    pub again: AccessAgain,
}

/// An application in the history of an archived record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArchivedApplication {
    pub id: i64,
    pub number: String,
    pub kind: ApplicationKind,
    /// [`crate::application::ApplicationStatus::code`], and since when.
    pub status: String,
    pub status_at: DateTime<Utc>,
}

/// Whether the website of an archived record can get access here once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccessAgain {
    Possible,
    /// It has access here.
    Served,
    /// It or its entity has no license number any more.
    NotLicensed,
}

/// The website that a new access is begun with, taken over from its record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebsiteTakenOver {
    pub website_id: i64,
    /// Unicode form.
    pub domain: String,
    pub license_number: String,
    /// The server of its last access, if it is the account's own.
    pub server_id: Option<i64>,
}

/// What `/review/archive` can be narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ArchiveFilter {
    /// Beginning of a domain or of a license number.
    pub search: Option<String>,
    pub cursor: Option<String>,
}

/// An access that has ended, for staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArchiveRow {
    pub id: i64,
    pub website_name: String,
    pub license_number: String,
    pub domains: Vec<String>,
    pub entity_name: String,
    /// Masked e-mail.
    pub holder: String,
    pub canceled_at: DateTime<Utc>,
    /// None when the authority ended it by itself.
    pub cancellation: Option<OrderLink>,
}

/// `/console/websites/{id}/cancel-access`: the consequences with the facts of this case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CancelAccessPage {
    pub website_id: i64,
    pub website_name: String,
    pub entity_license_number: String,
    pub website_license_number: String,
    pub domains: Vec<DomainImpact>,
    /// S6: no other provider's access is known.
    pub only_access: bool,
    pub reasons: Vec<ReasonOption>,
    /// When the provider would decide if it were submitted now (S15).
    pub review_due_at: DateTime<Utc>,
    pub review_due_is_provisional: bool,
    /// Wrong passwords lock the confirmation until then.
    pub locked_until: Option<DateTime<Utc>>,
    /// The kept or rejected request that would be submitted again, with what was typed.
    pub resumed: Option<ResumedCancellation>,
    /// S9: why it cannot be requested now.
    pub unavailable: Option<Unavailable>,
    /// The request that is under way, or that has ended the access: who comes back to this page
    /// after `Next` is led there.
    pub submitted: Option<SubmittedCancellation>,
    /// Form key: the same key twice makes one request.
    pub request_key: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainImpact {
    pub domain: String,
    pub resolution: Resolution,
    /// The address last seen and when.
    pub seen: Option<(String, DateTime<Utc>)>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReasonOption {
    pub code: i32,
    /// Built-in reasons have words in every language.
    pub built_in: Option<BuiltInReason>,
    /// The authority's own words, in Chinese.
    pub text: Option<String>,
}

/// A cancellation that was submitted, where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SubmittedCancellation {
    pub order: OrderLink,
    /// [`crate::application::ApplicationStatus::code`].
    pub status: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResumedCancellation {
    pub application_id: i64,
    pub number: String,
    pub reason_code: Option<i32>,
    pub note: String,
    pub new_provider: String,
    /// Why it came back, if it did.
    pub rejection: Option<RejectionView>,
}

/// What `Next` sends.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CancelAccessInput {
    pub website_id: i64,
    pub request_key: String,
    /// The number chosen in the list; empty when none was.
    pub cancel_reason: String,
    pub note: String,
    pub new_provider: String,
    pub license_password: String,
    pub only_access_acknowledged: bool,
}

impl CancelAccessInput {
    /// As it is checked, kept and reported.
    #[must_use]
    pub fn tidied(self) -> Self {
        Self {
            note: tidy_lines(&self.note),
            new_provider: tidy_line(&self.new_provider),
            license_password: tidy_license_password(&self.license_password),
            ..self
        }
    }
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CancelAccessOutcome {
    /// S14: in the provider's queue.
    Submitted { application_id: i64 },
    /// The authority could not be asked; kept as not yet submitted.
    KeptUnsubmitted { application_id: i64 },
}
