//! Texts that no log may show.

use super::ConfigError;
use super::sources::Values;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::fmt;

/// A text that `Debug` does not show.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Secret(String);

impl Secret {
    /// The text itself.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("(hidden)")
    }
}

const KEY: &str = "secret_key";
const EXPECTED: &str = "at least 32 characters, for instance from `openssl rand -hex 32`";

/// `LICENSE_SECRET_KEY`: everything that is encrypted or hashed depends on it.
#[derive(Debug, Clone)]
pub struct SecretKeyConfig(Option<Secret>);

impl SecretKeyConfig {
    pub(super) fn read(values: &Values, demo: bool) -> Result<Self, ConfigError> {
        let section = Self(values.get(KEY)?);
        section.validate(demo)?;
        Ok(section)
    }

    fn validate(&self, demo: bool) -> Result<(), ConfigError> {
        match &self.0 {
            // A demo makes its own and keeps it in the data folder.
            None if demo => Ok(()),
            None => Err(ConfigError::missing(KEY, EXPECTED)),
            Some(secret) => check(secret).map_err(|problem| ConfigError::new(KEY, problem)),
        }
    }

    /// The secret, if one is set.
    #[must_use]
    pub const fn secret(&self) -> Option<&Secret> {
        self.0.as_ref()
    }
}

fn check(secret: &Secret) -> Result<(), String> {
    match secret.expose().trim().chars().count() {
        count if count < 32 => Err(format!("expected {EXPECTED}, found {count} characters")),
        _ => Ok(()),
    }
}

impl Secret {
    /// The 32 bytes from which the keys are derived. The text is long and random, so a
    /// plain hash spreads it over them.
    #[must_use]
    pub fn to_key(&self) -> [u8; 32] {
        Sha256::digest(self.0.trim()).into()
    }
}
