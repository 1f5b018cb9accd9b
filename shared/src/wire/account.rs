use super::provider::{HelpContact, ProviderNumbers};
use crate::role::Role;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Who is logged in, and what the page frame shows of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewer {
    pub account_id: i64,
    pub display_name: String,
    pub email: String,
    pub role: Role,
    pub unread_messages: u32,
}

/// Facts of the installation that every page may show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Site {
    pub provider_name: String,
    /// There is an image to show beside the name.
    pub has_logo: bool,
    pub help: HelpContact,
    pub numbers: ProviderNumbers,
    /// The log-in page shows these, and only in demo mode.
    pub demo_accounts: Vec<DemoAccount>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoAccount {
    pub email: String,
    pub password: String,
    pub role: Role,
}

/// One device that is logged in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionView {
    pub id: String,
    pub user_agent: String,
    pub created_at: DateTime<Utc>,
    pub last_seen_at: DateTime<Utc>,
    pub is_current: bool,
}

/// `/console/account`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountPage {
    pub display_name: String,
    pub email: String,
    pub role: Role,
    pub has_password: bool,
    /// Whether mails tell them about their codes, too; holders only.
    pub mails_about_codes: Option<bool>,
    pub sessions: Vec<SessionView>,
}

/// A row of `/admin/accounts`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountRow {
    pub id: i64,
    /// In clear for whoever manages accounts, as they are known by it; else masked.
    pub email: String,
    pub display_name: String,
    pub role: Role,
    pub created_at: DateTime<Utc>,
    pub last_seen_at: Option<DateTime<Utc>>,
    /// Why it is blocked, if it is.
    pub blocked: Option<String>,
    pub is_own: bool,
}

/// An account that waits for a second administrator to make it one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdministratorProposal {
    pub account_id: i64,
    /// As in [`AccountRow::email`].
    pub email: String,
    pub role: Role,
    pub proposed_by: String,
    pub expires_at: DateTime<Utc>,
    /// The reader proposed it.
    pub is_own: bool,
}

/// A mail as `/admin/outbox` shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutboxMail {
    pub id: i64,
    /// Masked outside demo mode.
    pub to: String,
    pub subject: String,
    /// Only in demo mode: it may hold a code to log in with.
    pub body: Option<String>,
    pub created_at: DateTime<Utc>,
    pub sent_at: Option<DateTime<Utc>>,
    pub tries: u32,
    pub given_up: Option<GivenUp>,
}

/// Nobody tries to send the mail any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenUp {
    pub at: DateTime<Utc>,
    /// What went wrong, as the mail server said it.
    pub error: String,
}
