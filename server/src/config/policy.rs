//! The decisions the source documents leave open.

use super::ConfigError;
use super::sources::Values;
use shared::policy::Policy;

/// `LICENSE_POLICY__…`.
pub(super) fn read(values: &Values) -> Result<Policy, ConfigError> {
    let section: Policy = values.get("policy")?.unwrap_or_default();
    section.check().map_err(|wrong| {
        ConfigError::new(
            &format!("policy.{}", wrong.setting),
            format!(
                "expected {} to {}, found {}",
                wrong.least, wrong.most, wrong.found
            ),
        )
    })?;
    Ok(section)
}
