//! Whether a problem is gone, while somebody puts it right: a hint in the browser, before the
//! server looks again.

use super::Problem;
use crate::authorization_code::CodeText;
use crate::credit_code::UnifiedSocialCreditCode;
use crate::identity_card::IdentityCard;
use crate::license_number::{EntityLicenseNumber, WebsiteLicenseNumber};
use crate::phone::{MobilePhone, OfficePhone};

impl Problem {
    /// Whether what stands in the field now has this problem no longer. What only the server can
    /// tell (and names of hosts, whose tables weigh too much for the browser) counts as put right
    /// once it was changed.
    #[must_use]
    pub fn is_mended_by(&self, typed: &str) -> bool {
        let characters = || u32::try_from(typed.trim().chars().count()).unwrap_or(u32::MAX);
        match self {
            Self::Required | Self::AcknowledgementRequired => !typed.trim().is_empty(),
            Self::TooLong { max } => characters() <= *max,
            Self::PasswordTooShort { min } => characters() >= *min,
            Self::NotRepresentable { character } => !typed.contains(*character),
            Self::CreditCode { .. } => UnifiedSocialCreditCode::parse(typed).is_ok(),
            Self::IdentityCard { .. } => IdentityCard::parse(typed).is_ok(),
            Self::MobilePhone { .. } => MobilePhone::parse(typed).is_ok(),
            Self::OfficePhone { .. } => OfficePhone::parse(typed).is_ok(),
            Self::LicenseNumber { .. } => {
                EntityLicenseNumber::parse(typed).is_ok()
                    || WebsiteLicenseNumber::parse(typed).is_ok()
            }
            Self::CodeMistyped { .. } => CodeText::parse(typed).is_ok(),
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phone::MobilePhoneError;

    #[test]
    fn what_was_missing_is_there() {
        assert!(!Problem::Required.is_mended_by("  "));
        assert!(Problem::Required.is_mended_by("x"));
    }

    #[test]
    fn what_was_too_long_or_too_short_fits() {
        let too_long = Problem::TooLong { max: 3 };
        assert!(!too_long.is_mended_by("备案系统"));
        assert!(too_long.is_mended_by("备案号"));
        let too_short = Problem::PasswordTooShort { min: 3 };
        assert!(!too_short.is_mended_by("ab"));
        assert!(too_short.is_mended_by("abc"));
    }

    #[test]
    fn the_same_parsers_decide_as_on_the_server() {
        let mobile = Problem::MobilePhone {
            why: MobilePhoneError::Length,
        };
        assert!(!mobile.is_mended_by("1380013800"));
        assert!(mobile.is_mended_by("138 0013 8000"));
    }

    #[test]
    fn what_only_the_server_can_tell_is_put_right_by_a_change() {
        assert!(Problem::WrongCredentials.is_mended_by("another"));
    }
}
