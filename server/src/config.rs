//! The settings: defaults, then the file `license.toml`, then the environment.
//!
//! Every setting has one name: `section.value` in the file is `LICENSE_SECTION__VALUE` in
//! the environment. A wrong one is told in one line that begins with that name.

mod authority;
mod database;
mod error;
mod hosts;
mod limits;
mod listen;
mod metrics;
mod policy;
mod provider;
mod secret;
mod smtp;
mod sources;
mod storage;

pub use authority::AuthorityConfig;
pub use database::{DatabaseConfig, DatabaseUrl};
pub use error::ConfigError;
pub use hosts::HostsConfig;
pub use limits::LimitsConfig;
pub use listen::ListenConfig;
pub use metrics::MetricsConfig;
pub use secret::{Secret, SecretKeyConfig};
pub use smtp::SmtpConfig;
pub use sources::Sources;
pub use storage::StorageConfig;

use backend::settings::{ProviderSettings, ReportingSettings, Settings};
use shared::policy::Policy;
use std::path::PathBuf;

/// All settings, checked. Secrets are hidden from `Debug`.
#[derive(Debug, Clone)]
pub struct Config {
    /// Demo data, demo accounts on the log-in page, a simulated authority.
    pub demo: bool,
    /// Where files are that have no place of their own.
    pub data_dir: PathBuf,
    /// The built front end; beside the program if not set.
    pub site_root: Option<PathBuf>,
    pub listen: ListenConfig,
    pub limits: LimitsConfig,
    pub database: DatabaseConfig,
    pub secret_key: SecretKeyConfig,
    pub authority: AuthorityConfig,
    pub storage: StorageConfig,
    /// None only in a demo.
    pub smtp: Option<SmtpConfig>,
    pub provider: ProviderSettings,
    pub reporting: ReportingSettings,
    pub policy: Policy,
    pub metrics: MetricsConfig,
    /// Answers of the name servers by hand, for installations without them.
    pub hosts: HostsConfig,
}

impl Config {
    /// Reads and checks everything.
    ///
    /// # Errors
    /// The first setting that is missing or wrong.
    pub fn read(sources: &Sources) -> Result<Self, ConfigError> {
        let values = sources.values()?;
        let demo = values.get("demo")?.unwrap_or(false);
        let data_dir = values
            .get("data_dir")?
            .unwrap_or_else(|| PathBuf::from("data"));
        let authority = AuthorityConfig::read(&values, demo)?;
        let mut reporting: ReportingSettings = values.get("reporting")?.unwrap_or_default();
        reporting.provider_id = authority.settings.isp_id;
        Ok(Self {
            listen: ListenConfig::read(&values)?,
            limits: LimitsConfig::read(&values)?,
            database: DatabaseConfig::read(&values, demo, &data_dir)?,
            secret_key: SecretKeyConfig::read(&values, demo)?,
            authority,
            storage: StorageConfig::read(&values)?,
            smtp: SmtpConfig::read(&values, demo)?,
            provider: provider::read(&values, demo)?,
            reporting,
            policy: policy::read(&values)?,
            metrics: MetricsConfig::read(&values)?,
            hosts: HostsConfig::read(&values, demo)?,
            site_root: values.get("site_root")?,
            demo,
            data_dir,
        })
    }

    /// Reads the database's settings only, for commands that must work without the rest.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn read_database(sources: &Sources) -> Result<DatabaseConfig, ConfigError> {
        let values = sources.values()?;
        let demo = values.get("demo")?.unwrap_or(false);
        let data_dir = values
            .get("data_dir")?
            .unwrap_or_else(|| PathBuf::from("data"));
        DatabaseConfig::read(&values, demo, &data_dir)
    }

    /// What the use-cases need to know.
    #[must_use]
    pub fn backend_settings(&self) -> Settings {
        Settings {
            policy: self.policy.clone(),
            provider: self.provider.clone(),
            reporting: self.reporting.clone(),
            demo: self.demo,
            public_url: self.listen.public_url.clone(),
        }
    }
}
