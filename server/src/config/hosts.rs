//! Where domains point, said by hand.

use super::ConfigError;
use super::sources::Values;
use ports::authority::demo::{BLOG, SHOP};
use std::collections::BTreeMap;
use std::net::IpAddr;

/// `LICENSE_HOSTS`: entries `domain=address`; a domain may stand in several, and one with
/// nothing after the sign has no address. Names below a domain have its addresses unless they stand
/// there themselves. Name servers are asked about all others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HostsConfig {
    pub addresses: BTreeMap<String, Vec<IpAddr>>,
}

impl HostsConfig {
    pub(super) fn read(values: &Values, demo: bool) -> Result<Self, ConfigError> {
        let entries: Option<Vec<String>> = values.get("hosts")?;
        match entries {
            None if demo => Ok(Self::of_demo()),
            entries => Self::parse(&entries.unwrap_or_default()),
        }
    }

    /// Nobody has registered the demo's domains.
    fn of_demo() -> Self {
        let addresses =
            [SHOP, BLOG].map(|website| (website.domain.to_owned(), vec![website.address.into()]));
        Self {
            addresses: addresses.into(),
        }
    }

    fn parse(entries: &[String]) -> Result<Self, ConfigError> {
        let mut section = Self::default();
        for entry in entries {
            let wrong =
                || ConfigError::new("hosts", format!("expected domain=address, found {entry}"));
            let (domain, address) = entry.split_once('=').ok_or_else(wrong)?;
            let addresses = section
                .addresses
                .entry(domain.trim().to_lowercase())
                .or_default();
            if !address.trim().is_empty() {
                addresses.push(address.trim().parse().map_err(|_| wrong())?);
            }
        }
        Ok(section)
    }
}
