use crate::application::{
    ApplicationKind, FilingForm, FilingStep, HoldCause, HoldReason, NextStep,
};
use crate::cloud_server::Ineligibility;
use crate::code_table::AuthorityTables;
use crate::policy::OnAbandon;
use crate::problem::Violation;
use crate::review::FieldReason;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// A row of `License Applications`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationRow {
    pub id: i64,
    pub number: String,
    pub kind: ApplicationKind,
    /// [`crate::application::ApplicationStatus::code`].
    pub status: String,
    pub domain: String,
    pub updated_at: DateTime<Utc>,
    pub next_step: NextStep,
    pub hold: Option<HoldReason>,
}

/// `/console/applications/{id}`: one application as its holder sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApplicationPage {
    pub id: i64,
    pub number: String,
    pub kind: ApplicationKind,
    pub status: String,
    pub version: i64,
    pub domain: String,
    pub website_id: Option<i64>,
    pub website_name: String,
    pub entity_license_number: Option<String>,
    pub website_license_number: Option<String>,
    pub next_step: NextStep,
    pub hold: Option<HoldReason>,
    /// What the hold stands for in this case.
    pub hold_cause: Option<HoldCause>,
    /// Whom to ask.
    pub contact: ProviderContact,
    /// When it ends by itself, if its holder does not go on with it.
    pub ends_alone_at: Option<DateTime<Utc>>,
    /// Of the last rejection, while it stands.
    pub rejection: Option<RejectionView>,
    pub timeline: Vec<TimelineEntry>,
    pub actions: HolderActions,
    pub code: Option<CodeInUse>,
    /// Cancellations only.
    pub cancellation: Option<CancellationView>,
    /// Filings only: what was entered, personal data masked.
    pub filing: Option<FilingForm>,
    /// Filings that can be edited: everything that stands between the form and its submission.
    pub violations: Vec<Violation>,
}

/// Where the provider's staff can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProviderContact {
    pub name: String,
    pub email: String,
    /// Empty where there is none.
    pub phone: String,
}

/// Why an application came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RejectionView {
    pub by_authority: bool,
    pub reason: String,
    pub fields: Vec<FieldReason>,
    pub at: DateTime<Utc>,
}

/// What the holder's page offers now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolderActions {
    pub withdraw: bool,
    pub abandon: bool,
    pub edit: bool,
    pub submit: bool,
}

/// The authorization code an application uses, and what abandoning would do to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeInUse {
    /// In clear for the applicant, masked for others.
    pub code: String,
    pub fate_on_abandon: CodeFate,
    /// When a draft that was never submitted gives it back unless it is changed.
    pub reserved_until: Option<DateTime<Utc>>,
}

/// what abandoning does to a code, told before and after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeFate {
    /// Becomes Invalid and cannot be used again.
    Burned,
    /// Becomes Unused, if it is still good.
    Released,
}

impl CodeFate {
    /// S32b, R-1: what the end of an application does to the code that it uses.
    #[must_use]
    pub const fn of(was_submitted: bool, on_abandon: OnAbandon) -> Self {
        match on_abandon {
            OnAbandon::Burn if was_submitted => Self::Burned,
            OnAbandon::Burn | OnAbandon::Release => Self::Released,
        }
    }

    /// What will become of it, in English and in Chinese. Pages, messages and mails say the same,
    /// so it stands here.
    #[must_use]
    pub const fn sentences_before(self) -> (&'static str, &'static str) {
        match self {
            Self::Burned => (
                "The authorization code of this application becomes Invalid. Nobody can use it again.",
                "该申请使用的备案授权码将变为“无效”，任何人都不能再使用。",
            ),
            Self::Released => (
                "The authorization code of this application becomes Unused again, unless it has expired or its server no longer meets the conditions.",
                "该申请使用的备案授权码将恢复为“未使用”；如已过期或服务器不再符合条件，则变为“无效”。",
            ),
        }
    }

    /// What has become of it, in English and in Chinese.
    #[must_use]
    pub const fn sentences_after(self) -> (&'static str, &'static str) {
        match self {
            Self::Burned => (
                "The authorization code it used is now Invalid and cannot be used again.",
                "所用的备案授权码已变为“无效”，不能再使用。",
            ),
            Self::Released => (
                "The authorization code it used is Unused again.",
                "所用的备案授权码已恢复为“未使用”。",
            ),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CancellationView {
    pub reason: super::license::ReasonOption,
    pub note: String,
    pub new_provider: String,
    pub only_access: bool,
    pub password_accepted_at: Option<DateTime<Utc>>,
    pub domains: Vec<super::license::DomainImpact>,
}

/// One thing that happened (or that is about to).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineEntry {
    pub at: DateTime<Utc>,
    pub event: TimelineEvent,
    /// Shown to staff; holders see the role only.
    pub actor: Option<String>,
    /// Verbatim words of a reviewer or the authority.
    pub note: Option<String>,
    /// What a reviewer said about single fields.
    pub fields: Vec<FieldReason>,
}

crate::coded::coded! {
    /// What can stand in a timeline. The code is the audit event's kind.
    TimelineEvent {
        Created = "application.created",
        ProductVerified = "application.product_verified",
        PasswordAccepted = "application.password_accepted",
        KeptUnsubmitted = "application.kept_unsubmitted",
        Submitted = "application.submitted",
        Resubmitted = "application.resubmitted",
        Claimed = "application.claimed",
        Released = "application.released",
        Reassigned = "application.reassigned",
        ProviderApproved = "application.provider_approved",
        ProviderRejected = "application.provider_rejected",
        Held = "application.held",
        HoldLifted = "application.hold_lifted",
        HandedOver = "application.handed_over",
        TakenBack = "application.taken_back",
        DueMoved = "application.due_moved",
        AuthorityApproved = "application.authority_approved",
        AuthorityRejected = "application.authority_rejected",
        LicensesIssued = "application.licenses_issued",
        Withdrawn = "application.withdrawn",
        Abandoned = "application.abandoned",
        DraftExpired = "application.draft_expired",
        /// By the code's owner; the draft asks for a product again.
        CodeTakenBack = "application.code_taken_back",
        /// the draft was left alone.
        CodeHoldEnded = "application.code_hold_ended",
    }
}

impl TimelineEvent {
    /// Whether its note is what the authority wrote.
    #[must_use]
    pub const fn has_words_of_authority(self) -> bool {
        matches!(
            self,
            Self::TakenBack | Self::AuthorityApproved | Self::AuthorityRejected
        )
    }
}

/// The wizard at `/console/applications/{id}/edit?step=…`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilingPage {
    pub id: i64,
    pub number: String,
    pub kind: ApplicationKind,
    pub status: String,
    pub version: i64,
    pub product: Option<ProductView>,
    /// Own servers to choose from, eligible or not.
    pub servers: Vec<ServerChoice>,
    /// New access: the account's own entity, when it has one.
    pub entity: Option<super::license::EntityView>,
    /// What there is to choose.
    pub tables: AuthorityTables,
    pub form: FilingForm,
    /// A license password was typed and is kept encrypted; it is never shown again.
    pub has_license_password: bool,
    /// Where a new entity may be, by the characters that license numbers begin with; empty:
    /// anywhere.
    pub provinces: Vec<char>,
    /// Where another mobile will do as an office phone, likewise; empty: nowhere.
    pub mobile_as_office_phone: Vec<char>,
    pub rejection: Option<RejectionView>,
    /// Everything that stands between this form and its submission, all at once.
    pub violations: Vec<Violation>,
    /// The earliest step with a violation.
    pub first_open_step: FilingStep,
}

/// The verified product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductView {
    pub server_name: String,
    pub public_ip: String,
    pub code: Option<String>,
    /// Until when the code is kept for a draft that nobody changes; none once it was submitted.
    pub reserved_until: Option<DateTime<Utc>>,
    /// What another product in its place does to the code.
    pub code_fate: Option<CodeFate>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServerChoice {
    pub id: i64,
    pub name: String,
    pub public_ip: Option<String>,
    pub failed: Vec<Ineligibility>,
}

/// What `Verify` sends.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct VerifyProductInput {
    /// 0 for an application that does not exist yet.
    pub application_id: i64,
    /// [`ApplicationKind`] code, for one that does not exist yet.
    pub kind: String,
    pub request_key: String,
    /// `server` or `code`.
    pub product: String,
    pub server: Option<i64>,
    pub authorization_code: String,
    /// A new access of a website whose earlier one has ended here: its record fills in the form.
    pub website_id: Option<i64>,
}
