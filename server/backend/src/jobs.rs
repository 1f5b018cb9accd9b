//! Work after a commit. Every job may run twice; none runs inside a transaction that
//! another job or request waits for.

pub mod add_access_reminder;
mod broken_row;
pub mod check_resolution;
pub mod clean_up;
pub mod download_results;
pub mod end_draft_holds;
pub mod expire_codes;
pub mod expire_drafts;
pub mod follow_events;
pub mod hold_applications;
pub mod mail_login_code;
pub mod runner;
pub mod send_mail;
pub mod send_reports;
mod setback;

use serde::{Deserialize, Serialize};

/// A queued job. The version stays readable for rows written before an upgrade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "version")]
pub enum Job {
    V1(JobV1),
}

/// Payloads of version 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "job", rename_all = "snake_case")]
pub enum JobV1 {
    /// Mails a code to log in with, if the address has an account.
    MailLoginCode { email_hash: String },
    /// Mails a code to choose a new password with, if the address has an account.
    MailPasswordCode { email_hash: String },
    /// Hands a mail to the mail server.
    SendMail { mail_id: i64 },
    /// Looks where a website's domains point.
    CheckResolution { website_id: i64 },
    /// S5: reminds the holder to add access at the provider now in use.
    AddAccessReminder { access_id: i64, days: i64 },
}

impl Job {
    /// The name in the queue.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        let Self::V1(job) = self;
        match job {
            JobV1::MailLoginCode { .. } => "mail_login_code",
            JobV1::MailPasswordCode { .. } => "mail_password_code",
            JobV1::SendMail { .. } => "send_mail",
            JobV1::CheckResolution { .. } => "check_resolution",
            JobV1::AddAccessReminder { .. } => "add_access_reminder",
        }
    }
}

/// What a failed job wants.
#[derive(Debug, thiserror::Error)]
pub enum JobError {
    /// Try again later.
    #[error("worth another try")]
    Retry(#[source] anyhow::Error),
    /// Trying again will not help; an operator must look.
    #[error("hopeless")]
    GiveUp(#[source] anyhow::Error),
}

impl From<crate::error::Error> for JobError {
    fn from(error: crate::error::Error) -> Self {
        match error {
            crate::error::Error::NotFound => Self::GiveUp(error.into()),
            _ => Self::Retry(error.into()),
        }
    }
}
