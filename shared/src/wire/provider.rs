use serde::{Deserialize, Serialize};

/// Whom to ask.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HelpContact {
    pub email: String,
    /// Empty where help is by email only.
    pub phone: String,
    /// None where it is not said.
    pub hours: Option<HelpHours>,
}

/// When somebody answers, in the provider's own words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HelpHours {
    pub english: String,
    pub chinese: String,
}

/// The provider's own numbers, which the rules want at the foot of its pages; each is empty where
/// it is not set.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ProviderNumbers {
    /// Of this website: 京ICP备12345678号-1.
    pub icp: String,
    /// Of its registration with the police: 京公网安备11010502000001号.
    pub public_security: String,
    /// Of the permit for value-added telecommunications: B1-20260001.
    pub telecom_permit: String,
}
