//! Sending mail.

use std::fmt::Debug;

/// One message to one person, already in that person's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mail {
    /// Address of the recipient.
    pub to: String,
    /// Subject line.
    pub subject: String,
    /// Plain text body.
    pub body: String,
    /// Stable identifier: a mail that is sent twice carries the same one.
    pub message_id: String,
}

/// Why a mail was not taken.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// Worth trying again.
    #[error("the mail server could not be reached")]
    Unreachable(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// Trying again will not help.
    #[error("the mail server refused the message")]
    Refused(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Hands mail to a mail server. Called by jobs only.
#[async_trait::async_trait]
pub trait Mailer: Debug + Send + Sync {
    /// Sends one mail. May be called twice for the same `message_id`.
    async fn send(&self, mail: &Mail) -> Result<(), MailError>;
}
