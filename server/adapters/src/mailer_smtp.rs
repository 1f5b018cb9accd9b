//! Mail over SMTP.

mod sender_check;

use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use lettre::transport::smtp::Error as SmtpError;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use ports::mailer::{Mail, MailError, Mailer};
use std::fmt;
use url::Url;

/// A mail server, by the setting `LICENSE_SMTP__URL`: `smtps://user:password@host:465` for
/// TLS from the first byte, `smtp://user:password@host:587?tls=required` for STARTTLS,
/// `smtp://host:25` for a relay on the own network.
pub struct SmtpMailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    url: Url,
}

/// A setting of the section `smtp` that is wrong.
#[derive(Debug, thiserror::Error)]
pub enum SmtpSettingsError {
    /// The message does not repeat the address: it holds a password.
    #[error("smtp.url must look like smtps://user:password@host:465")]
    Url,
    #[error("smtp.from must be an address like \"Licenses <licenses@example.com>\"")]
    From,
}

impl SmtpMailer {
    /// Checks the settings; makes no connection. `from` is the sender of every mail. Call it
    /// inside the tokio runtime: the pool of connections starts a task there.
    ///
    /// # Errors
    /// Names the setting that is wrong.
    pub fn new(url: &str, from: &str) -> Result<Self, SmtpSettingsError> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|_| SmtpSettingsError::Url)?
            .build();
        let from = from.parse().map_err(|_| SmtpSettingsError::From)?;
        let url = Url::parse(url).map_err(|_| SmtpSettingsError::Url)?;
        Ok(Self {
            transport,
            from,
            url,
        })
    }

    /// Connects to the mail server and logs in; sends nothing.
    ///
    /// # Errors
    /// When the server cannot be reached or takes neither the connection nor the log-in.
    pub async fn check(&self) -> Result<(), MailError> {
        match self.transport.test_connection().await {
            Ok(true) => Ok(()),
            Ok(false) => Err(MailError::Unreachable("it ended the connection".into())),
            Err(error) => Err(failed(error)),
        }
    }

    /// Whether the mail server takes mails from our address, which many decide when they hear it
    /// (553). Nothing is sent.
    ///
    /// # Errors
    /// [`MailError::Refused`] with the server's answer; other errors as in [`Self::check`].
    pub async fn check_sender(&self) -> Result<(), MailError> {
        sender_check::check_sender(&self.url, &self.from.email)
            .await
            .map_err(failed)
    }

    fn message(&self, mail: &Mail) -> Result<Message, MailError> {
        let to: Mailbox = mail.to.parse().map_err(refused)?;
        let domain = self.from.email.domain();
        Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(&mail.subject)
            // The same for a second attempt, so that servers can drop the copy.
            .message_id(Some(format!("<{}@{domain}>", mail.message_id)))
            .header(ContentType::TEXT_PLAIN)
            .body(mail.body.clone())
            .map_err(refused)
    }
}

/// By hand: the transport knows a password.
impl fmt::Debug for SmtpMailer {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("SmtpMailer")
            .field("from", &self.from)
            .finish_non_exhaustive()
    }
}

#[async_trait::async_trait]
impl Mailer for SmtpMailer {
    async fn send(&self, mail: &Mail) -> Result<(), MailError> {
        let message = self.message(mail)?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            Err(error) => Err(failed(error)),
        }
    }
}

fn failed(error: SmtpError) -> MailError {
    if error.is_permanent() {
        refused(error)
    } else {
        MailError::Unreachable(Box::new(error))
    }
}

fn refused(error: impl std::error::Error + Send + Sync + 'static) -> MailError {
    MailError::Refused(Box::new(error))
}
