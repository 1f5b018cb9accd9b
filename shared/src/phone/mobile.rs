use serde::{Deserialize, Serialize};

use super::{is_more_than_one, without_country_code};
use crate::parsed_text::{is_dash, masked_debug, parsed_text, tidy_without_spaces};

const DIGITS: usize = 11;

/// A mobile number: 11 digits from 13… to 19…, without country code. Personal data: debug
/// output shows the masked form.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MobilePhone(String);

/// What is wrong with a text that should be a mobile number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum MobilePhoneError {
    #[error("nothing was entered")]
    Empty,
    #[error("it has the country code of another country than +86")]
    OtherCountry,
    #[error("{0:?} cannot stand in a telephone number")]
    IllegalCharacter(char),
    #[error("it is an office phone: a mobile number does not begin with 0")]
    OfficePhoneGiven,
    #[error("it is more than one number")]
    MoreThanOne,
    #[error("it must have 11 digits")]
    Length,
    #[error("a mobile number begins with 13 to 19")]
    Beginning,
}

impl MobilePhone {
    /// Reads a mobile number; `+86` or `0086`, spaces, hyphens and full-width digits are put
    /// right.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn parse(input: &str) -> Result<Self, MobilePhoneError> {
        let typed = tidy_without_spaces(input);
        if is_more_than_one(&typed) {
            return Err(MobilePhoneError::MoreThanOne);
        }
        let typed: String = typed
            .chars()
            .filter(|c| !is_dash(*c) && !"()".contains(*c))
            .collect();
        let (number, _) = without_country_code(&typed).ok_or(MobilePhoneError::OtherCountry)?;
        if number.is_empty() {
            return Err(MobilePhoneError::Empty);
        }
        if let Some(c) = number.chars().find(|c| !c.is_ascii_digit()) {
            return Err(MobilePhoneError::IllegalCharacter(c));
        }
        // `86 138…` without the plus sign is what some address books give.
        let number = number
            .strip_prefix("86")
            .filter(|rest| rest.len() == DIGITS)
            .unwrap_or(number);
        if number.starts_with('0') {
            return Err(MobilePhoneError::OfficePhoneGiven);
        }
        if number.len() != DIGITS {
            return Err(MobilePhoneError::Length);
        }
        if !number.starts_with('1') || matches!(number.chars().nth(1), Some('0'..='2')) {
            return Err(MobilePhoneError::Beginning);
        }
        Ok(Self(number.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first three and last four digits: `138****0000`.
    pub fn masked(&self) -> String {
        let hidden = |(at, c): (usize, char)| if (3..7).contains(&at) { '*' } else { c };
        self.0.chars().enumerate().map(hidden).collect()
    }
}

parsed_text!(MobilePhone, MobilePhoneError);
masked_debug!(MobilePhone);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_people_write_it() {
        for typed in [
            "13800000000",
            " 138 0000 0000 ",
            "+86 138-0000-0000",
            "008613800000000",
            "86 13800000000",
            "（＋８６）１３８００００００００",
            "\u{202D}138\u{2011}0000\u{A0}0000\u{202C}",
        ] {
            assert_eq!(
                MobilePhone::parse(typed).unwrap().as_str(),
                "13800000000",
                "{typed}"
            );
        }
    }

    #[test]
    fn the_middle_is_hidden_even_in_debug_output() {
        let phone = MobilePhone::parse("13812340000").unwrap();
        assert_eq!(phone.masked(), "138****0000");
        assert_eq!(format!("{phone:?}"), "MobilePhone(138****0000)");
    }

    #[test]
    fn each_mistake_has_its_own_error() {
        use MobilePhoneError::*;
        for (typed, expected) in [
            ("+86", Empty),
            ("+852 61234567", OtherCountry),
            ("13800000000/13900000000", MoreThanOne),
            ("13800000000、13900000000", MoreThanOne),
            ("13800000000或13900000000", MoreThanOne),
            ("1380000000a", IllegalCharacter('a')),
            ("0571-80000000", OfficePhoneGiven),
            ("1380000000", Length),
            ("138000000000", Length),
            ("12800000000", Beginning),
            ("23800000000", Beginning),
        ] {
            assert_eq!(MobilePhone::parse(typed), Err(expected), "{typed}");
        }
    }
}
