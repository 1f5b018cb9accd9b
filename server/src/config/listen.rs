//! Where the application is served.

use super::ConfigError;
use super::sources::Values;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// `LICENSE_LISTEN`, `LICENSE_PUBLIC_URL`, `LICENSE_TRUST_FORWARDED_FOR`.
#[derive(Debug, Clone)]
pub struct ListenConfig {
    /// Address and port of the listener.
    pub address: SocketAddr,
    /// What people type, without a slash at the end; `https://…` makes cookies secure.
    pub public_url: String,
    /// A reverse proxy is in front and sets `X-Forwarded-For`.
    pub trust_forwarded_for: bool,
}

impl ListenConfig {
    pub(super) fn read(values: &Values) -> Result<Self, ConfigError> {
        let address = parse("listen", values.get("listen")?)?
            .unwrap_or_else(|| SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 3000));
        let public_url: Option<String> = values.get("public_url")?;
        let section = Self {
            public_url: public_url.map_or_else(
                || format!("http://{address}"),
                |url| url.trim_end_matches('/').to_owned(),
            ),
            trust_forwarded_for: values.get("trust_forwarded_for")?.unwrap_or(false),
            address,
        };
        section.validate()?;
        Ok(section)
    }

    fn validate(&self) -> Result<(), ConfigError> {
        let host = self
            .public_url
            .strip_prefix("https://")
            .or_else(|| self.public_url.strip_prefix("http://"));
        match host {
            Some(host) if !host.is_empty() && !host.contains('/') => Ok(()),
            _ => Err(ConfigError::new(
                "public_url",
                format!(
                    "expected https://host or http://host without a path, found {}",
                    self.public_url
                ),
            )),
        }
    }

    /// People come over HTTPS.
    #[must_use]
    pub fn is_secure(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

/// An address with a port.
pub(super) fn parse(key: &str, text: Option<String>) -> Result<Option<SocketAddr>, ConfigError> {
    let Some(text) = text else {
        return Ok(None);
    };
    text.trim().parse().map(Some).map_err(|_| {
        ConfigError::new(
            key,
            format!("expected address:port like 127.0.0.1:3000, found {text}"),
        )
    })
}
