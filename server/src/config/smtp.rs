//! The mail server.

use super::sources::Values;
use super::{ConfigError, Secret};
use serde::Deserialize;

/// `LICENSE_SMTP__URL`, `LICENSE_SMTP__FROM`.
#[derive(Debug, Clone)]
pub struct SmtpConfig {
    /// With user and password inside.
    pub url: Secret,
    /// Sender.
    pub from: String,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Raw {
    url: Option<Secret>,
    from: Option<String>,
}

const KEY: &str = "smtp.url";

impl SmtpConfig {
    /// Nothing in a demo without a mail server: its mails are written to the log.
    pub(super) fn read(values: &Values, demo: bool) -> Result<Option<Self>, ConfigError> {
        let raw: Raw = values.get("smtp")?.unwrap_or_default();
        let url = match raw.url {
            Some(url) => url,
            None if demo => return Ok(None),
            None => return Err(ConfigError::missing(KEY, "smtp://… or smtps://…")),
        };
        validate(url.expose())?;
        let from = raw
            .from
            .ok_or_else(|| ConfigError::missing("smtp.from", "the address that mails come from"))?;
        Ok(Some(Self { url, from }))
    }
}

/// No message repeats the address: it may hold a password.
fn validate(url: &str) -> Result<(), ConfigError> {
    if url.starts_with("smtps://") {
        return Ok(());
    }
    let Some(rest) = url.strip_prefix("smtp://") else {
        return Err(ConfigError::new(
            KEY,
            "expected smtp://… or smtps://…, found another scheme",
        ));
    };
    if rest.contains('@') && !rest.ends_with("?tls=required") {
        return Err(ConfigError::new(
            KEY,
            "user and password would go out in clear: use smtps://… or smtp://…?tls=required",
        ));
    }
    Ok(())
}
