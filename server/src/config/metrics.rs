//! Where metrics are served.

use super::ConfigError;
use super::listen::parse;
use super::sources::Values;
use serde::Deserialize;
use std::net::SocketAddr;

/// `LICENSE_METRICS__LISTEN`: a listener of its own, because metrics are not for customers.
/// Not served if not set.
#[derive(Debug, Clone)]
pub struct MetricsConfig {
    pub listen: Option<SocketAddr>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Raw {
    listen: Option<String>,
}

impl MetricsConfig {
    pub(super) fn read(values: &Values) -> Result<Self, ConfigError> {
        let raw: Raw = values.get("metrics")?.unwrap_or_default();
        Ok(Self {
            listen: parse("metrics.listen", raw.listen)?,
        })
    }
}
