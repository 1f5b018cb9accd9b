//! What the web server holds for others, and how long.

use super::ConfigError;
use super::sources::Values;
use serde::Deserialize;
use std::time::Duration;

/// `LICENSE_LIMITS__…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LimitsConfig {
    /// Connections open at the same time; others wait. Below the 1024 files that most systems
    /// let a process open.
    pub connections: u32,
    /// Open pages of one log-in that hear of changes at once; others show them when loaded anew.
    pub event_streams_per_session: u32,
    /// Seconds until the headers of the next request must have come.
    pub idle_seconds: u32,
    /// Seconds until a request's body must have come.
    pub body_seconds: u32,
}

impl Default for LimitsConfig {
    fn default() -> Self {
        Self {
            connections: 900,
            event_streams_per_session: 20,
            idle_seconds: 30,
            body_seconds: 30,
        }
    }
}

impl LimitsConfig {
    pub(super) fn read(values: &Values) -> Result<Self, ConfigError> {
        let section: Self = values.get("limits")?.unwrap_or_default();
        section.validate()?;
        Ok(section)
    }

    fn validate(self) -> Result<(), ConfigError> {
        for (setting, most, found) in [
            ("connections", 1_000_000, self.connections),
            (
                "event_streams_per_session",
                1_000,
                self.event_streams_per_session,
            ),
            ("idle_seconds", 3_600, self.idle_seconds),
            ("body_seconds", 3_600, self.body_seconds),
        ] {
            if !(1..=most).contains(&found) {
                return Err(ConfigError::new(
                    &format!("limits.{setting}"),
                    format!("expected 1 to {most}, found {found}"),
                ));
            }
        }
        Ok(())
    }

    /// Until the headers of the next request must have come.
    #[must_use]
    pub fn idle(self) -> Duration {
        Duration::from_secs(self.idle_seconds.into())
    }

    /// Until a request's body must have come.
    #[must_use]
    pub fn body(self) -> Duration {
        Duration::from_secs(self.body_seconds.into())
    }
}
