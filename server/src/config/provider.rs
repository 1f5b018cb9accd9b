//! Who runs this system.

use super::ConfigError;
use super::sources::Values;
use backend::settings::ProviderSettings;
use serde::Deserialize;
use shared::area;
use shared::email_address::EmailAddress;
use shared::ip_address::Ipv4Range;
use shared::license_number::{EntityLicenseNumber, WebsiteLicenseNumber};
use shared::wire::provider::{HelpHours, ProviderNumbers};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Raw {
    name: Option<String>,
    logo: Option<PathBuf>,
    help_email: Option<String>,
    help_phone: Option<String>,
    help_hours: Option<HelpHours>,
    icp_number: Option<String>,
    public_security_number: Option<String>,
    telecom_permit: Option<String>,
    ip_ranges: Option<Vec<String>>,
    provinces: Option<Vec<String>>,
}

/// `LICENSE_PROVIDER__…`. Only a demo has a provider without being told: with another's name
/// holders would be sent to strangers, with another's ranges the block feed would be wrong.
pub(super) fn read(values: &Values, demo: bool) -> Result<ProviderSettings, ConfigError> {
    let raw: Raw = values.get("provider")?.unwrap_or_default();
    let of_demo = demo.then(ProviderSettings::of_demo).unwrap_or_default();
    let section = ProviderSettings {
        name: raw.name.unwrap_or(of_demo.name),
        logo: raw.logo,
        help_email: raw.help_email.unwrap_or(of_demo.help_email),
        help_phone: raw.help_phone.unwrap_or(of_demo.help_phone),
        help_hours: raw.help_hours.or(of_demo.help_hours),
        numbers: ProviderNumbers {
            icp: raw.icp_number.unwrap_or(of_demo.numbers.icp),
            public_security: raw
                .public_security_number
                .unwrap_or(of_demo.numbers.public_security),
            telecom_permit: raw.telecom_permit.unwrap_or(of_demo.numbers.telecom_permit),
        },
        ip_ranges: match raw.ip_ranges {
            Some(named) => ip_ranges(&named)?,
            None => of_demo.ip_ranges,
        },
        provinces: provinces(&raw.provinces.unwrap_or_default())?,
    };
    validate(&section)?;
    Ok(section)
}

/// The characters with which the provinces' license numbers begin.
fn provinces(named: &[String]) -> Result<Vec<char>, ConfigError> {
    let known = |name: &String| {
        let mut all = area::provinces()
            .iter()
            .map(|province| province.license_prefix);
        all.find(|prefix| *name == prefix.to_string())
    };
    named
        .iter()
        .map(|name| {
            known(name).ok_or_else(|| {
                ConfigError::new(
                    "provider.provinces",
                    format!(
                        "expected what license numbers begin with, like 京 or 浙, found {name}"
                    ),
                )
            })
        })
        .collect()
}

fn ip_ranges(named: &[String]) -> Result<Vec<Ipv4Range>, ConfigError> {
    let read = |range: &String| {
        Ipv4Range::parse(range).map_err(|why| {
            ConfigError::new(
                "provider.ip_ranges",
                format!("expected ranges like 203.0.113.0/24, found {range}: {why}"),
            )
        })
    };
    named.iter().map(read).collect()
}

fn validate(section: &ProviderSettings) -> Result<(), ConfigError> {
    if section.name.trim().is_empty() {
        return Err(ConfigError::missing("provider.name", "the provider's name"));
    }
    if section.help_email.trim().is_empty() {
        return Err(ConfigError::missing(
            "provider.help_email",
            "the address where holders get help",
        ));
    }
    if section.ip_ranges.is_empty() {
        return Err(ConfigError::missing(
            "provider.ip_ranges",
            "the provider's public ranges like 203.0.113.0/24",
        ));
    }
    EmailAddress::parse(&section.help_email).map_err(|why| {
        ConfigError::new(
            "provider.help_email",
            format!("expected an email address: {why}"),
        )
    })?;
    if let Some(HelpHours { english, chinese }) = &section.help_hours
        && (english.trim().is_empty() || chinese.trim().is_empty())
    {
        return Err(ConfigError::new(
            "provider.help_hours",
            "expected the hours in both languages, `english` and `chinese`",
        ));
    }
    if let Some(file) = &section.logo {
        validate_logo(file)?;
    }
    validate_numbers(&section.numbers)
}

/// They stand at the foot of every public page for the authorities to see.
fn validate_numbers(numbers: &ProviderNumbers) -> Result<(), ConfigError> {
    let icp = numbers.icp.as_str();
    let is_icp = WebsiteLicenseNumber::parse(icp).is_ok_and(|number| number.as_str() == icp)
        || EntityLicenseNumber::parse(icp).is_ok_and(|number| number.as_str() == icp);
    if !icp.is_empty() && !is_icp {
        return Err(ConfigError::new(
            "provider.icp_number",
            format!("expected a license number like 京ICP备12345678号-1, found {icp}"),
        ));
    }
    let public_security = numbers.public_security.as_str();
    if !public_security.is_empty() && !is_public_security_number(public_security) {
        return Err(ConfigError::new(
            "provider.public_security_number",
            format!("expected a number like 京公网安备11010502000001号, found {public_security}"),
        ));
    }
    Ok(())
}

/// A province, the word, and 14 digits.
fn is_public_security_number(text: &str) -> bool {
    let Some((province, rest)) = text.split_once("公网安备") else {
        return false;
    };
    let digits = rest.trim().trim_end_matches('号').trim();
    province.chars().count() == 1
        && digits.len() == 14
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn validate_logo(file: &Path) -> Result<(), ConfigError> {
    const KNOWN: [&str; 4] = ["svg", "png", "webp", "jpg"];
    let extension = file.extension().and_then(OsStr::to_str);
    let is_image = extension.is_some_and(|extension| KNOWN.contains(&extension));
    if is_image && file.is_file() {
        return Ok(());
    }
    Err(ConfigError::new(
        "provider.logo",
        format!(
            "expected a file that ends in .{}, found {}",
            KNOWN.join(", ."),
            file.display()
        ),
    ))
}
