//! Where files are to be kept that are not in the database. Nothing is yet.

use super::ConfigError;
use super::sources::Values;
use serde::Deserialize;

/// `LICENSE_STORAGE__URL`. Accepted so that settings need no change once materials are uploaded;
/// `license-server doctor` says that it has no effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StorageConfig {
    /// `file://…` or `s3://…`.
    pub url: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Raw {
    url: Option<String>,
}

impl StorageConfig {
    pub(super) fn read(values: &Values) -> Result<Self, ConfigError> {
        let Raw { url } = values.get("storage")?.unwrap_or_default();
        match url.as_deref().map(|url| url.split_once("://")) {
            None => {}
            Some(Some(("file" | "s3", place))) if !place.is_empty() => {}
            Some(_) => {
                let found = url.unwrap_or_default();
                return Err(ConfigError::new(
                    "storage.url",
                    format!("expected file://… or s3://…, found {found}"),
                ));
            }
        }
        Ok(Self { url })
    }
}
