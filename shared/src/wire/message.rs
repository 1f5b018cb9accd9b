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
        /// Domains of the entity's other websites, whose access ended with it.
        #[serde(default)]
        further: Vec<String>,
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
        /// It is a draft again that keeps its code, which this becomes of when the draft ends.
        #[serde(default)]
        code: Option<CodeFate>,
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
        /// What becomes of the authorization code it holds.
        #[serde(default)]
        code: Option<CodeFate>,
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
    /// To the owner: what another account's application does to one of their codes.
    CodeChanged {
        code: String,
        server_name: String,
        /// As [`super::code::CodeUse::user`].
        user: String,
        /// As [`super::code::CodeUse::domain`].
        domain: String,
        change: CodeChange,
    },
    /// To the holder of a draft: the owner has taken the code back.
    CodeTakenBack {
        number: String,
        domain: String,
    },
    /// To the holder of a draft: it gives its code back unless it is changed.
    CodeHoldReminder {
        number: String,
        domain: String,
        ends_at: DateTime<Utc>,
    },
    /// To the holder of a draft: it has given its code back.
    CodeHoldEnded {
        number: String,
        domain: String,
        hold_days: u32,
    },
}

impl Notice {
    /// Whether it tells an owner about their codes: such mails can be switched off.
    #[must_use]
    pub const fn is_about_own_codes(&self) -> bool {
        matches!(
            self,
            Self::CodeDisabledByStaff { .. }
                | Self::CodeRestored { .. }
                | Self::CodesInvalid { .. }
                | Self::CodeChanged { .. }
        )
    }
}

coded! {
    /// What another account's application does to a code.
    CodeChange {
        /// S29: it was verified, and is reserved from now on.
        Taken = "taken",
        /// S33.
        Used = "used",
        /// It is Unused again.
        Returned = "returned",
        /// S32b, R-1: its application was abandoned.
        Abandoned = "abandoned",
        /// It came back when its time was over already (S24).
        Expired = "expired",
        /// It came back when its server was gone already.
        ServerGone = "server_gone",
    }
}

impl CodeChange {
    /// What that means, in English and in Chinese. Messages and mails say the same, so it stands
    /// here.
    #[must_use]
    pub const fn sentences(self) -> (&'static str, &'static str) {
        match self {
            Self::Taken => (
                "The account has verified the code for an application. As long as that was never submitted, you can take the code back in Manage Authorization Code.",
                "该账号已在备案申请中验证此授权码。申请从未提交时，您可以在“管理备案授权码”中收回授权码。",
            ),
            Self::Used => (
                "The authority has approved the application made with the code. The code is Used and cannot be used again.",
                "使用此授权码的申请已通过管局审核。授权码变为“已使用”，不能再次使用。",
            ),
            Self::Returned => (
                "The application no longer uses the code. It is Unused again: you can give it to somebody else.",
                "该申请不再使用此授权码，授权码已恢复为“未使用”，您可以交给他人使用。",
            ),
            Self::Abandoned => (
                "The application that used the code was abandoned, or given another product, after it had been submitted. The code is now Invalid and cannot be used again.",
                "使用此授权码的申请提交后被放弃，或改用了其他产品。授权码已变为“无效”，不能再使用。",
            ),
            Self::Expired => (
                "The application no longer uses the code, and the code has expired meanwhile. It is now Invalid and cannot be used again.",
                "该申请不再使用此授权码，且授权码已过期，现为“无效”，不能再使用。",
            ),
            Self::ServerGone => (
                "The application no longer uses the code, and its server no longer meets the conditions. The code is now Invalid and cannot be used again.",
                "该申请不再使用此授权码，且服务器已不符合条件，授权码现为“无效”，不能再使用。",
            ),
        }
    }
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
