//! Mail that goes to the log instead of a mail server.

use ports::mailer::{Mail, MailError, Mailer};

/// What of a mail is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LoggedBody {
    /// Demo mode: people read confirmation codes there.
    Shown,
    /// Anywhere else: a body may hold codes and links that open an account.
    Hidden,
}

/// Writes each mail as one log line.
#[derive(Debug, Clone, Copy)]
pub struct LogMailer {
    body: LoggedBody,
}

impl LogMailer {
    #[must_use]
    pub const fn new(body: LoggedBody) -> Self {
        Self { body }
    }

    /// The line without the body, or with it.
    fn line(self, mail: &Mail) -> String {
        let head = format!("mail to {}: {}", mail.to, mail.subject);
        match self.body {
            LoggedBody::Shown => format!("{head}\n{}", mail.body),
            LoggedBody::Hidden => head,
        }
    }
}

#[async_trait::async_trait]
impl Mailer for LogMailer {
    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        tracing::info!(mail.message_id, "{}", self.line(mail));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_is_shown_only_on_request() {
        let mail = Mail {
            to: "holder@example.com".to_owned(),
            subject: "Your code".to_owned(),
            body: "123456".to_owned(),
            message_id: "1".to_owned(),
        };
        assert!(
            LogMailer::new(LoggedBody::Shown)
                .line(&mail)
                .contains("123456")
        );
        let hidden = LogMailer::new(LoggedBody::Hidden).line(&mail);
        assert!(
            hidden.contains("Your code") && !hidden.contains("123456"),
            "{hidden}"
        );
    }
}
