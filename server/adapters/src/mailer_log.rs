//! Mail that goes to the log instead of a mail server: in demo mode, where people read their
//! confirmation codes there.

use ports::mailer::{Mail, MailError, Mailer};

/// Writes each mail as one log line.
#[derive(Debug, Clone, Copy)]
pub struct LogMailer;

#[async_trait::async_trait]
impl Mailer for LogMailer {
    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let Mail {
            to, subject, body, ..
        } = mail;
        tracing::info!(mail.message_id, "mail to {to}: {subject}\n{body}");
        Ok(())
    }
}
