//! What the use-cases need to know of the installation.

use serde::{Deserialize, Serialize};
use shared::ip_address::{Ipv4Host, Ipv4Range};
use shared::policy::Policy;
use shared::wire::provider::{HelpContact, HelpHours, ProviderNumbers};
use std::net::IpAddr;
use std::path::PathBuf;

/// Settings of the back end, read from the configuration by the binary.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    pub policy: Policy,
    pub provider: ProviderSettings,
    pub reporting: ReportingSettings,
    /// Demo accounts on the log-in page, mails in the log.
    pub demo: bool,
    /// Address under which people reach the system, for links in mails.
    pub public_url: String,
}

/// Who runs this system (`LICENSE_PROVIDER__…`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProviderSettings {
    pub name: String,
    /// An image, shown beside the name on every page.
    pub logo: Option<PathBuf>,
    pub help_email: String,
    /// Empty where help is by e-mail only.
    pub help_phone: String,
    pub help_hours: Option<HelpHours>,
    /// At the foot of the public pages.
    pub numbers: ProviderNumbers,
    /// Public ranges of the provider.
    pub ip_ranges: Vec<Ipv4Range>,
    /// Provinces whose authority takes our reports, by the characters that license numbers begin
    /// with; empty: all.
    pub provinces: Vec<char>,
}

impl ProviderSettings {
    /// Whether an address lies in one of the ranges, all of which are of version 4.
    #[must_use]
    pub fn has_address(&self, address: IpAddr) -> bool {
        Ipv4Host::parse(&address.to_string())
            .is_ok_and(|host| self.ip_ranges.iter().any(|range| range.contains(host)))
    }

    /// Whom to ask, as pages show it.
    #[must_use]
    pub fn help(&self) -> HelpContact {
        HelpContact {
            email: self.help_email.clone(),
            phone: self.help_phone.clone(),
            hours: self.help_hours.clone(),
        }
    }

    /// The provider of the demo, which is nobody.
    #[must_use]
    pub fn of_demo() -> Self {
        Self {
            name: "Example Cloud".to_owned(),
            logo: None,
            help_email: "license-help@example.com".to_owned(),
            help_phone: "400-000-0000".to_owned(),
            help_hours: Some(HelpHours {
                english: "Mon to Fri, 9:00 to 18:00".to_owned(),
                chinese: "周一至周五 9:00–18:00".to_owned(),
            }),
            numbers: ProviderNumbers {
                icp: "京ICP备20260000号-1".to_owned(),
                public_security: "京公网安备11010502000001号".to_owned(),
                telecom_permit: "B1-20260001".to_owned(),
            },
            ip_ranges: Ipv4Range::parse("203.0.113.0/24").into_iter().collect(),
            provinces: Vec::new(),
        }
    }
}

/// Code numbers the interface wants and no public source lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ReportingSettings {
    /// Our unit (`ispId`, `Jrs`).
    pub provider_id: i64,
    /// Server location (`Fbdd`).
    pub location_codes: Vec<i32>,
    /// Access mode (`Jrfs`).
    pub access_mode_codes: Vec<i32>,
    /// Service content (`Fwnr`).
    pub service_codes: Vec<i32>,
}

impl Default for ReportingSettings {
    fn default() -> Self {
        Self {
            provider_id: 110_000_000_999,
            location_codes: vec![1],
            access_mode_codes: vec![1],
            service_codes: vec![1],
        }
    }
}
