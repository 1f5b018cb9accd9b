//! Where settings come from.

use super::ConfigError;
use figment::Figment;
use figment::providers::{Format, Serialized, Toml};
use figment::value::Dict;
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};

/// Sections of the file, which are tables.
const SECTIONS: [&str; 9] = [
    "authority",
    "database",
    "limits",
    "metrics",
    "policy",
    "provider",
    "reporting",
    "smtp",
    "storage",
];
/// Values outside of any section.
const VALUES: [&str; 8] = [
    "data_dir",
    "demo",
    "hosts",
    "listen",
    "public_url",
    "secret_key",
    "site_root",
    "trust_forwarded_for",
];
/// What others than the settings read: this program's log and its settings file, the build (see
/// the Makefile and `xtask`) and the tests.
const NO_SETTINGS: [&str; 9] = [
    "LICENSE_CHROMIUM",
    "LICENSE_CONFIG",
    "LICENSE_LOG",
    "LICENSE_SERVER",
    "LICENSE_TARGET_DIR",
    "LICENSE_TEST_OUTPUT",
    "LICENSE_TEST_POSTGRES_URL",
    "LICENSE_TEST_PREPARED",
    "LICENSE_XSD_DIR",
];
/// Values that are lists: in the environment with commas between.
const LISTS: [&str; 9] = [
    "hosts",
    "policy.cancel.remind_after_days",
    "policy.domain.approved_endings",
    "policy.draft.remind_after_days",
    "provider.ip_ranges",
    "provider.provinces",
    "reporting.access_mode_codes",
    "reporting.location_codes",
    "reporting.service_codes",
];

/// The file and the environment to read.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    /// The settings file; it must exist.
    pub file: Option<PathBuf>,
    /// Names and values; what does not begin with `LICENSE_` is ignored.
    pub environment: Vec<(String, String)>,
}

impl Sources {
    /// The process's own: `LICENSE_CONFIG`, or `license.toml` here if there is one.
    #[must_use]
    pub fn of_process() -> Self {
        let named = std::env::var_os("LICENSE_CONFIG").map(PathBuf::from);
        let usual = || Some(PathBuf::from("license.toml")).filter(|file| file.is_file());
        Self {
            file: named.or_else(usual),
            environment: std::env::vars_os()
                .filter_map(|(name, value)| {
                    Some((name.into_string().ok()?, value.into_string().ok()?))
                })
                .collect(),
        }
    }

    /// Variables that look like settings and that nothing knows: probably mistyped. Below a
    /// section [`Self::values`] refuses them; outside of one they may be another program's.
    #[must_use]
    pub fn unknown_variables(&self) -> Vec<&str> {
        let names = self.environment.iter().map(|(name, _)| name.as_str());
        names
            .filter(|name| name.starts_with("LICENSE_") && !NO_SETTINGS.contains(name))
            .filter(|name| matches!(key(name), Ok(None)))
            .collect()
    }

    /// Reads both.
    ///
    /// # Errors
    /// For an unreadable file and for names that no setting has.
    pub(super) fn values(&self) -> Result<Values, ConfigError> {
        let mut figment = Figment::new();
        if let Some(file) = &self.file {
            figment = figment.merge(Toml::string(&read_file(file)?));
            refuse_unknown_keys(&figment)?;
        }
        for (name, value) in &self.environment {
            if let Some(key) = key(name)? {
                figment = if LISTS.contains(&key.as_str()) {
                    figment.merge(Serialized::default(&key, list(value)))
                } else {
                    figment.merge(Serialized::default(&key, value))
                };
            }
        }
        Ok(Values(figment))
    }
}

/// What the sources say, one setting or section at a time.
#[derive(Debug)]
pub(super) struct Values(Figment);

impl Values {
    /// The value or section of a key; `None` when neither source has it.
    ///
    /// The environment knows texts only, so numbers and switches are also read from texts.
    ///
    /// # Errors
    /// When the value is not of the type it must have.
    pub(super) fn get<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, ConfigError> {
        if !self.0.contains(key) {
            return Ok(None);
        }
        self.0
            .extract_inner_lossy(key)
            .map(Some)
            .map_err(|error| ConfigError::within(key, error))
    }
}

fn read_file(file: &Path) -> Result<String, ConfigError> {
    std::fs::read_to_string(file).map_err(|error| {
        ConfigError::new(
            "config",
            format!("{} cannot be read: {error}", file.display()),
        )
    })
}

fn refuse_unknown_keys(figment: &Figment) -> Result<(), ConfigError> {
    let top: Dict = figment
        .extract()
        .map_err(|error| ConfigError::within("config", error))?;
    let unknown = top
        .keys()
        .find(|key| !SECTIONS.contains(&key.as_str()) && !VALUES.contains(&key.as_str()));
    unknown.map_or(Ok(()), |key| {
        Err(ConfigError::new(key, "there is no such setting"))
    })
}

/// The key of a variable; `None` for variables that are not settings, like those of the
/// build (`LICENSE_TARGET_DIR`).
fn key(name: &str) -> Result<Option<String>, ConfigError> {
    let Some(name) = name.strip_prefix("LICENSE_") else {
        return Ok(None);
    };
    let key = name.to_lowercase().replace("__", ".");
    match key.split_once('.') {
        Some((section, _)) if SECTIONS.contains(&section) => Ok(Some(key)),
        Some(_) => Err(ConfigError::new(&key, "there is no such setting")),
        None => Ok(Some(key).filter(|key| VALUES.contains(&key.as_str()))),
    }
}

fn list(text: &str) -> Vec<&str> {
    let text = text.trim();
    let inner = text
        .strip_prefix('[')
        .and_then(|text| text.strip_suffix(']'))
        .unwrap_or(text);
    inner
        .split(',')
        .map(|item| item.trim().trim_matches('"'))
        .filter(|item| !item.is_empty())
        .collect()
}
