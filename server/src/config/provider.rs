//! Who runs this system.

use super::ConfigError;
use super::sources::Values;
use backend::settings::ProviderSettings;
use shared::email_address::EmailAddress;
use shared::ip_address::Ipv4Range;

/// `LICENSE_PROVIDER__…`.
pub(super) fn read(values: &Values) -> Result<ProviderSettings, ConfigError> {
    let section = values.get("provider")?.unwrap_or_default();
    validate(&section)?;
    Ok(section)
}

fn validate(section: &ProviderSettings) -> Result<(), ConfigError> {
    if section.name.trim().is_empty() {
        return Err(ConfigError::missing("provider.name", "the provider's name"));
    }
    EmailAddress::parse(&section.help_email).map_err(|why| {
        ConfigError::new(
            "provider.help_email",
            format!("expected an email address: {why}"),
        )
    })?;
    for range in &section.ip_ranges {
        Ipv4Range::parse(range).map_err(|why| {
            ConfigError::new(
                "provider.ip_ranges",
                format!("expected ranges like 203.0.113.0/24, found {range}: {why}"),
            )
        })?;
    }
    Ok(())
}
