//! Where files are kept that are not in the database.

use super::ConfigError;
use super::sources::Values;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// `LICENSE_STORAGE__URL`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StorageConfig {
    /// A folder of this machine.
    Folder(PathBuf),
    /// A bucket, named by the whole address.
    Bucket(String),
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Raw {
    url: Option<String>,
}

impl StorageConfig {
    pub(super) fn read(values: &Values, data_dir: &Path) -> Result<Self, ConfigError> {
        let raw: Raw = values.get("storage")?.unwrap_or_default();
        let Some(url) = raw.url else {
            return Ok(Self::Folder(data_dir.join("storage")));
        };
        match url.split_once("://") {
            Some(("file", path)) if !path.is_empty() => Ok(Self::Folder(PathBuf::from(path))),
            Some(("s3", bucket)) if !bucket.is_empty() => Ok(Self::Bucket(url)),
            _ => Err(ConfigError::new(
                "storage.url",
                format!("expected file://… or s3://…, found {url}"),
            )),
        }
    }
}
