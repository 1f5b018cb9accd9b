//! Email addresses, for logging in and as contacts in a license.

use serde::{Deserialize, Serialize};

use crate::domain_name::{DomainNameError, to_ascii_host};
use crate::parsed_text::{masked_debug, parsed_text, tidy};

/// The least and greatest number of characters the authority's interface takes.
const LENGTH: std::ops::RangeInclusive<usize> = 6..=128;
/// RFC 5321, 4.5.3.1.1.
const LOCAL_PART_LENGTH: usize = 64;
const SHOWN_CHARACTERS: usize = 3;

/// An address in lower case, its domain in ASCII. Personal data: debug output shows the
/// masked form.
///
/// Mail providers do not tell upper from lower case, and one person must not come to have
/// two accounts over it, so the case typed is not kept.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

/// What is wrong with a text that should be an email address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum EmailAddressError {
    #[error("nothing was entered")]
    Empty,
    #[error("there is no @")]
    AtMissing,
    #[error("it is more than one address")]
    MoreThanOne,
    #[error("nothing stands before the @")]
    LocalPartEmpty,
    #[error("more than 64 characters stand before the @")]
    LocalPartTooLong,
    #[error("{0:?} cannot stand before the @")]
    IllegalCharacter(char),
    #[error("the part before the @ begins or ends with a dot, or has two in a row")]
    DotMisplaced,
    #[error("what follows the @ is wrong: {0}")]
    Domain(DomainNameError),
    #[error("it is shorter than 6 characters")]
    TooShort,
    #[error("it is longer than 128 characters")]
    TooLong,
}

impl EmailAddress {
    /// Reads an address; full-width characters, upper case and surrounding spaces are put
    /// right.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn parse(input: &str) -> Result<Self, EmailAddressError> {
        let text = tidy(input).to_ascii_lowercase();
        if text.is_empty() {
            return Err(EmailAddressError::Empty);
        }
        if text.matches('@').count() > 1 || text.contains([';', ',']) {
            return Err(EmailAddressError::MoreThanOne);
        }
        let (local, domain) = text.split_once('@').ok_or(EmailAddressError::AtMissing)?;
        check_local_part(local)?;
        let domain = to_ascii_host(domain).map_err(EmailAddressError::Domain)?;
        let address = format!("{local}@{domain}");
        if address.len() < *LENGTH.start() {
            return Err(EmailAddressError::TooShort);
        }
        if address.len() > *LENGTH.end() {
            return Err(EmailAddressError::TooLong);
        }
        Ok(Self(address))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first three characters and the domain: `par•••@example.com`. Of a short local
    /// part fewer are shown, so that at least one character stays hidden.
    pub fn masked(&self) -> String {
        let (local, domain) = self.0.split_once('@').unwrap_or_default();
        let shown = SHOWN_CHARACTERS.min(local.len().saturating_sub(1));
        let beginning: String = local.chars().take(shown).collect();
        format!("{beginning}•••@{domain}")
    }
}

parsed_text!(EmailAddress, EmailAddressError);
masked_debug!(EmailAddress);

fn check_local_part(local: &str) -> Result<(), EmailAddressError> {
    if local.is_empty() {
        return Err(EmailAddressError::LocalPartEmpty);
    }
    let illegal = |c: &char| !c.is_ascii_alphanumeric() && !".!#$%&'*+-/=?^_`{|}~".contains(*c);
    if let Some(c) = local.chars().find(illegal) {
        return Err(EmailAddressError::IllegalCharacter(c));
    }
    if local.len() > LOCAL_PART_LENGTH {
        return Err(EmailAddressError::LocalPartTooLong);
    }
    if local.split('.').any(str::is_empty) {
        return Err(EmailAddressError::DotMisplaced);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_kept_in_lower_case_ascii() {
        for (typed, kept) in [
            (" Holder@Example.COM ", "holder@example.com"),
            ("ｈｏｌｄｅｒ＠ｅｘａｍｐｌｅ．ｃｏｍ", "holder@example.com"),
            ("a.b+c@例子.中国", "a.b+c@xn--fsqu00a.xn--fiqs8s"),
        ] {
            assert_eq!(
                EmailAddress::parse(typed).unwrap().as_str(),
                kept,
                "{typed}"
            );
        }
    }

    #[test]
    fn most_of_the_local_part_is_hidden_even_in_debug_output() {
        for (typed, masked) in [
            ("partner@example.com", "par•••@example.com"),
            ("abc@example.com", "ab•••@example.com"),
            ("a@example.com", "•••@example.com"),
        ] {
            let address = EmailAddress::parse(typed).unwrap();
            assert_eq!(address.masked(), masked);
            assert_eq!(format!("{address:?}"), format!("EmailAddress({masked})"));
        }
    }

    #[test]
    fn each_mistake_has_its_own_error() {
        use EmailAddressError::*;
        let long_local = format!("{}@example.com", "a".repeat(65));
        let long = format!("a@{}.{}.cn", "b".repeat(63), "c".repeat(63));
        for (typed, expected) in [
            ("", Empty),
            ("holder", AtMissing),
            ("a@example.com;b@example.com", MoreThanOne),
            ("a@b@example.com", MoreThanOne),
            ("@example.com", LocalPartEmpty),
            (long_local.as_str(), LocalPartTooLong),
            ("a b@example.com", IllegalCharacter(' ')),
            ("张三@example.com", IllegalCharacter('张')),
            (".a@example.com", DotMisplaced),
            ("a..b@example.com", DotMisplaced),
            ("a@example", Domain(DomainNameError::EndingMissing)),
            ("a@", Domain(DomainNameError::Empty)),
            ("a@b.c", TooShort),
            (long.as_str(), TooLong),
        ] {
            assert_eq!(EmailAddress::parse(typed), Err(expected), "{typed}");
        }
    }
}
