//! Resident identity card numbers (公民身份号码), GB 11643-1999.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::parsed_text::{masked_debug, parsed_text, tidy_without_spaces};

const LENGTH: usize = 18;
/// Numbers of the first generation had no century and no check character; cards with them
/// have not been valid since 2013.
const FIRST_GENERATION_LENGTH: usize = 15;

/// A number whose place, birth date and check character are right; a final X in upper case.
/// Personal data: debug output shows the masked form.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct IdentityCard {
    number: String,
    birth_date: NaiveDate,
}

/// What is wrong with a text that should be an identity card number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum IdentityCardError {
    #[error("nothing was entered")]
    Empty,
    #[error("{0:?} cannot stand there: 17 digits and a digit or X")]
    IllegalCharacter(char),
    #[error("it is a number of the first generation with 15 digits; 18 are needed")]
    FirstGeneration,
    #[error("it must have 18 characters")]
    Length,
    #[error("no province has the first two digits")]
    UnknownProvince,
    #[error("the 7th to 14th digits are not a date")]
    BirthDate,
    #[error("the last character does not fit the others: one of them is mistyped")]
    CheckCharacter,
}

impl IdentityCard {
    /// Reads a number; spaces, full-width characters, a lower-case x and a Roman ten are put
    /// right.
    ///
    /// # Errors
    /// The first thing that is wrong. Whether the birth date is in the past is left to the
    /// caller, who knows today's date.
    pub fn parse(input: &str) -> Result<Self, IdentityCardError> {
        let number = tidy_without_spaces(input).to_ascii_uppercase();
        if number.is_empty() {
            return Err(IdentityCardError::Empty);
        }
        let values = read_values(&number)?;
        match values.len() {
            LENGTH => {}
            FIRST_GENERATION_LENGTH => return Err(IdentityCardError::FirstGeneration),
            _ => return Err(IdentityCardError::Length),
        }
        if !is_province(number_at(&values, 0, 2)) {
            return Err(IdentityCardError::UnknownProvince);
        }
        let birth_date = read_birth_date(&values).ok_or(IdentityCardError::BirthDate)?;
        if !has_check_character(&values) {
            return Err(IdentityCardError::CheckCharacter);
        }
        Ok(Self { number, birth_date })
    }

    pub fn as_str(&self) -> &str {
        &self.number
    }

    pub fn birth_date(&self) -> NaiveDate {
        self.birth_date
    }

    /// Place and last four characters only: `110101********002X`.
    pub fn masked(&self) -> String {
        let hidden = |(at, c): (usize, char)| if (6..14).contains(&at) { '*' } else { c };
        self.number.chars().enumerate().map(hidden).collect()
    }
}

parsed_text!(IdentityCard, IdentityCardError);
masked_debug!(IdentityCard);

/// Provinces by the first two digits of GB/T 2260, with Hong Kong, Macao and Taiwan, whose
/// people have such numbers on their residence permits (81, 82, 83).
pub(crate) fn is_province(digits: u32) -> bool {
    matches!(digits, 11..=15 | 21..=23 | 31..=37 | 41..=46 | 50..=54 | 61..=65 | 71 | 81..=83)
}

/// Each character's value: its digit, and 10 for an X at the 18th place.
fn read_values(number: &str) -> Result<Vec<u32>, IdentityCardError> {
    let value = |(at, c): (usize, char)| match c {
        'X' if at + 1 == LENGTH => Ok(10),
        c => c.to_digit(10).ok_or(IdentityCardError::IllegalCharacter(c)),
    };
    number.chars().enumerate().map(value).collect()
}

pub(crate) fn read_birth_date(values: &[u32]) -> Option<NaiveDate> {
    let year = i32::try_from(number_at(values, 6, 4)).ok()?;
    // No card has been issued to anyone born before the 19th century.
    let year = Some(year).filter(|year| *year >= 1800)?;
    NaiveDate::from_ymd_opt(year, number_at(values, 10, 2), number_at(values, 12, 2))
}

pub(crate) fn number_at(values: &[u32], from: usize, count: usize) -> u32 {
    values
        .iter()
        .skip(from)
        .take(count)
        .fold(0, |number, digit| number * 10 + digit)
}

/// Whether the last character fits the others (ISO 7064 MOD 11-2).
pub(crate) fn has_check_character(values: &[u32]) -> bool {
    weighted_sum(values) % 11 == 1
}

/// The weights are powers of 2 modulo 11, the last place weighing 1.
fn weighted_sum(values: &[u32]) -> u32 {
    let step = |(sum, weight), value: &u32| (sum + value * weight, weight * 2 % 11);
    values.iter().rev().fold((0, 1), step).0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_specimens_of_the_standard_are_right() {
        let card = IdentityCard::parse(" 11010519491231002x ").unwrap();
        assert_eq!(card.as_str(), "11010519491231002X");
        assert_eq!(
            card.birth_date(),
            NaiveDate::from_ymd_opt(1949, 12, 31).unwrap()
        );
        assert!(IdentityCard::parse("440524188001010014").is_ok());
    }

    #[test]
    fn birth_date_and_order_are_hidden_even_in_debug_output() {
        let card = IdentityCard::parse("１１０１０５ 19491231 002X").unwrap();
        assert_eq!(card.masked(), "110105********002X");
        assert_eq!(format!("{card:?}"), "IdentityCard(110105********002X)");
    }

    #[test]
    fn each_mistake_has_its_own_error() {
        use IdentityCardError::*;
        for (typed, expected) in [
            ("", Empty),
            ("1101051949123100X2", IllegalCharacter('X')),
            ("11010519491231002Y", IllegalCharacter('Y')),
            ("110105491231002", FirstGeneration),
            ("1101051949123100", Length),
            ("1101051949123100222", Length),
            ("99010519491231002X", UnknownProvince),
            ("11010519490229002X", BirthDate),
            ("11010519001301002X", BirthDate),
            ("11010502001231002X", BirthDate),
            ("110105194912310021", CheckCharacter),
        ] {
            assert_eq!(IdentityCard::parse(typed), Err(expected), "{typed}");
        }
    }

    #[test]
    fn a_leap_day_is_a_date_in_leap_years_only() {
        assert_eq!(
            read_birth_date(&read_values("110105200002290000").unwrap()).map(|d| d.to_string()),
            Some("2000-02-29".to_owned())
        );
        assert_eq!(
            read_birth_date(&read_values("110105190002290000").unwrap()),
            None
        );
    }
}
