use serde::{Deserialize, Serialize};

use super::{is_more_than_one, without_country_code};
use crate::parsed_text::{is_dash, parsed_text, tidy_without_spaces};

const NUMBER_DIGITS: std::ops::RangeInclusive<usize> = 7..=8;
const EXTENSION_DIGITS: std::ops::RangeInclusive<usize> = 1..=6;

/// An office phone as the authority takes it, digits and hyphens only and never below its 11
/// characters: `0571-80000000`, or `0571-80000000-123` with an extension.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OfficePhone(String);

/// What is wrong with a text that should be an office phone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum OfficePhoneError {
    #[error("nothing was entered")]
    Empty,
    #[error("it has the country code of another country than +86")]
    OtherCountry,
    #[error("{0:?} cannot stand in a telephone number")]
    IllegalCharacter(char),
    #[error("it is a mobile number")]
    MobilePhoneGiven,
    #[error("it is more than one number")]
    MoreThanOne,
    #[error("the area code, such as 010 or 0571, is missing or not one")]
    AreaCode,
    #[error("the number after the area code must have 7 or 8 digits")]
    NumberLength,
    #[error("an extension has at most 6 digits, and nothing follows it")]
    Extension,
}

impl OfficePhone {
    /// Reads an office phone; `+86` and `86`, spaces, brackets, full-width digits, hyphens
    /// within the number or none after the area code, and the ways to write an extension
    /// (`转`, `ext.`) are put right.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn parse(input: &str) -> Result<Self, OfficePhoneError> {
        let typed = with_hyphens(input);
        if is_more_than_one(&typed) {
            return Err(OfficePhoneError::MoreThanOne);
        }
        let (typed, from_abroad) =
            without_country_code(&typed).ok_or(OfficePhoneError::OtherCountry)?;
        if let Some(c) = typed.chars().find(|c| !c.is_ascii_digit() && *c != '-') {
            return Err(OfficePhoneError::IllegalCharacter(c));
        }
        let typed = typed.trim_matches('-');
        let without_plus = typed
            .strip_prefix("086-")
            .or_else(|| typed.strip_prefix("86"))
            .map(|rest| rest.trim_start_matches('-'))
            .filter(|rest| rest.len() > *NUMBER_DIGITS.end());
        let from_abroad = from_abroad || without_plus.is_some();
        let typed = without_plus.unwrap_or(typed);
        if typed.is_empty() {
            return Err(OfficePhoneError::Empty);
        }
        // From abroad the area code is dialed without its 0.
        let number = match typed.starts_with('0') {
            false if from_abroad => format!("0{typed}"),
            _ => typed.to_owned(),
        };
        read_parts(&number)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

parsed_text!(OfficePhone, OfficePhoneError);

fn read_parts(number: &str) -> Result<OfficePhone, OfficePhoneError> {
    if is_mobile(number) {
        return Err(OfficePhoneError::MobilePhoneGiven);
    }
    let (area, rest) = split_area_code(number).ok_or(OfficePhoneError::AreaCode)?;
    let mut parts = rest.split('-').filter(|part| !part.is_empty());
    // Companies print the number in groups: `010-6552-0000`.
    let mut line = String::new();
    while line.len() < *NUMBER_DIGITS.start()
        && let Some(group) = parts.next()
    {
        line.push_str(group);
    }
    if !NUMBER_DIGITS.contains(&line.len()) {
        return Err(OfficePhoneError::NumberLength);
    }
    let extension = parts.next();
    let too_long = extension.is_some_and(|digits| !EXTENSION_DIGITS.contains(&digits.len()));
    if too_long || parts.next().is_some() {
        return Err(OfficePhoneError::Extension);
    }
    let extension = extension
        .map(|digits| format!("-{digits}"))
        .unwrap_or_default();
    Ok(OfficePhone(format!("{area}-{line}{extension}")))
}

/// Area codes are 010 (Beijing), 02 and one digit, or four digits from 03 to 09.
fn split_area_code(number: &str) -> Option<(&str, &str)> {
    let length = match number.as_bytes() {
        [b'0', b'1', b'0', ..] | [b'0', b'2', ..] => 3,
        [b'0', b'3'..=b'9', ..] => 4,
        _ => return None,
    };
    let (area, rest) = number.split_at_checked(length)?;
    area.chars()
        .all(|c| c.is_ascii_digit())
        .then_some((area, rest))
}

fn is_mobile(number: &str) -> bool {
    let digits: String = number.trim_start_matches('0').replace('-', "");
    let begins_like_one = matches!(digits.as_bytes(), [b'1', b'3'..=b'9', ..]);
    // No area code looks like that: the only one that begins with 01 is 010.
    digits.len() == 11 && begins_like_one
}

fn with_hyphens(input: &str) -> String {
    let text = tidy_without_spaces(input).to_ascii_lowercase();
    // `(0)` is the 0 that is not dialed from abroad.
    let text = text
        .replace("(0)", "0")
        .replace("ext.", "-")
        .replace("ext", "-");
    text.chars()
        .map(|c| {
            if is_dash(c) || "()#转轉".contains(c) {
                '-'
            } else {
                c
            }
        })
        .collect::<String>()
        .trim_matches('-')
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_people_write_it() {
        for typed in [
            "0571-80000000",
            "0571 8000 0000",
            "(0571)80000000",
            "（０５７１）８０００００００",
            "057180000000",
            "+86 571 8000 0000",
            "+86-0571-80000000",
            "086-0571-80000000",
            "86-0571-80000000",
            "86-571-8000-0000",
            "86571 8000 0000",
            "+86 (0)571-8000 0000",
            "0571-8000-0000",
            "\u{200E}0571\u{A0}8000\u{2011}0000",
        ] {
            assert_eq!(
                OfficePhone::parse(typed).unwrap().as_str(),
                "0571-80000000",
                "{typed}"
            );
        }
        assert_eq!(
            OfficePhone::parse("010 12345678").unwrap().as_str(),
            "010-12345678"
        );
        for (typed, read) in [
            ("86-10-85690000", "010-85690000"),
            ("+86-10-8341-0000", "010-83410000"),
            ("010-6552-0000", "010-65520000"),
            ("021-655-2000", "021-6552000"),
        ] {
            assert_eq!(OfficePhone::parse(typed).unwrap().as_str(), read, "{typed}");
        }
        for typed in [
            "0571-8000-0000-123",
            "0571-80000000-123",
            "0571-80000000 转 123",
            "057180000000 ext. 123",
        ] {
            assert_eq!(
                OfficePhone::parse(typed).unwrap().as_str(),
                "0571-80000000-123",
                "{typed}"
            );
        }
    }

    #[test]
    fn the_shortest_number_has_the_eleven_characters_the_authority_asks_for() {
        assert_eq!(OfficePhone::parse("0211234567").unwrap().as_str().len(), 11);
    }

    #[test]
    fn each_mistake_has_its_own_error() {
        use OfficePhoneError::*;
        for (typed, expected) in [
            ("", Empty),
            ("+852 2123 4567", OtherCountry),
            ("0571-8000000a", IllegalCharacter('a')),
            ("13800000000", MobilePhoneGiven),
            ("+8613800000000", MobilePhoneGiven),
            ("0571-80000000/80000001", MoreThanOne),
            ("0571-80000000、0571-80000001", MoreThanOne),
            ("80000000", AreaCode),
            ("00-80000000", OtherCountry),
            ("05-71-80000000", AreaCode),
            ("0571", NumberLength),
            ("0571-800000", NumberLength),
            ("0571-800000000", NumberLength),
            ("0571-80000000-1234567", Extension),
            ("0571-80000000-1-2", Extension),
        ] {
            assert_eq!(OfficePhone::parse(typed), Err(expected), "{typed}");
        }
    }
}
