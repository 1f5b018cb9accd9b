//! The mail server.

use super::sources::Values;
use super::{ConfigError, Secret};
use serde::Deserialize;

/// `LICENSE_SMTP__URL`, `LICENSE_SMTP__FROM`. Without a server, mails are written to the log
/// and stay in the outbox page.
#[derive(Debug, Clone)]
pub struct SmtpConfig {
    /// With user and password inside.
    pub url: Option<Secret>,
    /// Sender.
    pub from: String,
}

#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Raw {
    url: Option<Secret>,
    from: String,
}

impl Default for Raw {
    fn default() -> Self {
        Self {
            url: None,
            from: "license@example.com".to_owned(),
        }
    }
}

impl SmtpConfig {
    pub(super) fn read(values: &Values) -> Result<Self, ConfigError> {
        let raw: Raw = values.get("smtp")?.unwrap_or_default();
        let section = Self {
            url: raw.url,
            from: raw.from,
        };
        section.validate()?;
        Ok(section)
    }

    fn validate(&self) -> Result<(), ConfigError> {
        let known = ["smtp://", "smtps://"];
        match &self.url {
            Some(url) if !known.iter().any(|scheme| url.expose().starts_with(scheme)) => {
                // The rest of the address may hold a password.
                Err(ConfigError::new(
                    "smtp.url",
                    "expected smtp://… or smtps://…, found another scheme",
                ))
            }
            _ => Ok(()),
        }
    }
}
