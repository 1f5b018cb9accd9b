//! Numbers of the mainland travel permit for Hong Kong and Macao residents (港澳居民来往内地通行证).

use serde::{Deserialize, Serialize};

use crate::parsed_text::{masked_debug, parsed_text, tidy_without_spaces};

/// Digits of the holder; older permits add two that count the renewals.
const DIGITS: [usize; 2] = [8, 10];

/// H or M and the digits of the holder: `H01234567`. Personal data: debug output shows the
/// masked form.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HongKongMacaoPermit(String);

/// What is wrong with a text that should be the number of such a permit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum HongKongMacaoPermitError {
    #[error("nothing was entered")]
    Empty,
    #[error("it does not begin with H or M")]
    Beginning,
    #[error("after the letter there are 8 digits, or 10 on older permits")]
    Digits,
}

impl HongKongMacaoPermit {
    /// Reads a number; spaces, full-width characters and lower case are put right.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn parse(input: &str) -> Result<Self, HongKongMacaoPermitError> {
        use HongKongMacaoPermitError as Wrong;
        let number = tidy_without_spaces(input).to_ascii_uppercase();
        if number.is_empty() {
            return Err(Wrong::Empty);
        }
        let digits = number.strip_prefix(['H', 'M']).ok_or(Wrong::Beginning)?;
        if !DIGITS.contains(&digits.len()) || !digits.chars().all(|c| c.is_ascii_digit()) {
            return Err(Wrong::Digits);
        }
        Ok(Self(number))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The letter and the last three digits: `H*****567`.
    pub fn masked(&self) -> String {
        let shown_from = self.0.len() - 3;
        let hidden = |(at, c): (usize, char)| match at {
            at if (1..shown_from).contains(&at) => '*',
            _ => c,
        };
        self.0.chars().enumerate().map(hidden).collect()
    }
}

parsed_text!(HongKongMacaoPermit, HongKongMacaoPermitError);
masked_debug!(HongKongMacaoPermit);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_people_write_it() {
        for typed in ["H01234567", " h 0123 4567", "Ｈ０１２３４５６７\u{AD}"] {
            let permit = HongKongMacaoPermit::parse(typed).unwrap();
            assert_eq!(permit.as_str(), "H01234567");
            assert_eq!(format!("{permit:?}"), "HongKongMacaoPermit(H*****567)");
        }
        assert!(HongKongMacaoPermit::parse("M0123456701").is_ok());
    }

    #[test]
    fn each_mistake_has_its_own_error() {
        use HongKongMacaoPermitError::*;
        for (typed, expected) in [
            ("", Empty),
            ("01234567", Beginning),
            ("H0123456", Digits),
            ("H012345678", Digits),
            ("H0123456A", Digits),
        ] {
            assert_eq!(HongKongMacaoPermit::parse(typed), Err(expected), "{typed}");
        }
    }
}
