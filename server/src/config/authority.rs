//! The competent authority's interface and the account there.

use super::ConfigError;
use super::listen::parse;
use super::sources::Values;
use adapters::authority_soap::AuthoritySettings;
use ports::authority::demo;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// `LICENSE_AUTHORITY__…`.
#[derive(Debug, Clone)]
pub struct AuthorityConfig {
    pub settings: AuthoritySettings,
    /// A demo without an authority's address starts the simulator here.
    pub simulator: Option<SocketAddr>,
    /// Where `authority simulate` listens.
    pub simulator_listen: SocketAddr,
}

impl AuthorityConfig {
    pub(super) fn read(values: &Values, demo: bool) -> Result<Self, ConfigError> {
        let mut settings: AuthoritySettings = values.get("authority")?.unwrap_or_default();
        let simulator_listen = parse(
            "authority.simulator_listen",
            settings.simulator_listen.take(),
        )?
        .unwrap_or_else(|| SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 3001));
        let simulator = Some(simulator_listen).filter(|_| demo && settings.url.trim().is_empty());
        if let Some(address) = simulator {
            settings.url = format!("http://{address}");
        }
        if demo {
            use_demo_account(&mut settings);
        }
        // An empty variable means "not set", as it does in shells.
        for value in [&mut settings.key, &mut settings.iv] {
            *value = value.take().filter(|text| !text.is_empty());
        }
        let section = Self {
            settings,
            simulator,
            simulator_listen,
        };
        section.validate()?;
        Ok(section)
    }

    fn validate(&self) -> Result<(), ConfigError> {
        self.settings.check().map_err(|error| {
            ConfigError::new(&format!("authority.{}", error.setting), error.problem)
        })
    }
}

/// What is not set belongs to the demo's account at the simulator.
fn use_demo_account(settings: &mut AuthoritySettings) {
    if settings.isp_id == 0 {
        settings.isp_id = demo::PROVIDER_ID;
    }
    if settings.user.is_empty() {
        demo::USER.clone_into(&mut settings.user);
    }
    if settings.password.is_empty() {
        demo::PASSWORD.clone_into(&mut settings.password);
    }
}
