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

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Raw {
    url: Option<Secret>,
    from: Option<String>,
}

impl SmtpConfig {
    pub(super) fn read(values: &Values) -> Result<Self, ConfigError> {
        let raw: Raw = values.get("smtp")?.unwrap_or_default();
        let has_sender = raw.from.is_some();
        let section = Self {
            url: raw.url,
            from: raw.from.unwrap_or_else(|| "license@localhost".to_owned()),
        };
        section.validate()?;
        if section.url.is_some() && !has_sender {
            return Err(ConfigError::missing(
                "smtp.from",
                "the address that mails come from",
            ));
        }
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
