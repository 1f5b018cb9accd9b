//! Numbers of the foreigner's permanent residence card (外国人永久居留身份证).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::identity_card::{has_check_character, is_province, number_at, read_birth_date};
use crate::parsed_text::{masked_debug, parsed_text, tidy_without_spaces};

/// Cards since 2023: 9, the province, three digits of the nationality, then as on an identity card.
const LENGTH: usize = 18;
/// Cards before: three letters of the nationality and twelve digits. They stay valid until they expire.
const OLDER_LETTERS: usize = 3;
const OLDER_LENGTH: usize = 15;

/// A number in upper case; one of a card since 2023 with a right birth date and check
/// character. Personal data: debug output shows the masked form.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PermanentResidenceCard {
    number: String,
    birth_date: Option<NaiveDate>,
}

/// What is wrong with a text that should be the number of a permanent residence card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum PermanentResidenceCardError {
    #[error("nothing was entered")]
    Empty,
    #[error("18 digits are needed, or three letters and twelve digits of an older card")]
    Form,
    #[error("it does not begin with 9 and the digits of a province")]
    Beginning,
    #[error("the 7th to 14th digits are not a date")]
    BirthDate,
    #[error("the last character does not fit the others: one of them is mistyped")]
    CheckCharacter,
}

impl PermanentResidenceCard {
    /// Reads a number; spaces, full-width characters and lower case are put right.
    ///
    /// # Errors
    /// The first thing that is wrong. Whether the birth date is in the past is left to the
    /// caller, who knows today's date.
    pub fn parse(input: &str) -> Result<Self, PermanentResidenceCardError> {
        use PermanentResidenceCardError as Wrong;
        let number = tidy_without_spaces(input).to_ascii_uppercase();
        if number.is_empty() {
            return Err(Wrong::Empty);
        }
        if is_of_older_card(&number) {
            let birth_date = None;
            return Ok(Self { number, birth_date });
        }
        let values: Option<Vec<u32>> = number
            .chars()
            .enumerate()
            .map(|(at, c)| match c {
                'X' if at + 1 == LENGTH => Some(10),
                c => c.to_digit(10),
            })
            .collect();
        let values = values
            .filter(|values| values.len() == LENGTH)
            .ok_or(Wrong::Form)?;
        if number_at(&values, 0, 1) != 9 || !is_province(number_at(&values, 1, 2)) {
            return Err(Wrong::Beginning);
        }
        let birth_date = read_birth_date(&values).ok_or(Wrong::BirthDate)?;
        if !has_check_character(&values) {
            return Err(Wrong::CheckCharacter);
        }
        let birth_date = Some(birth_date);
        Ok(Self { number, birth_date })
    }

    pub fn as_str(&self) -> &str {
        &self.number
    }

    /// Older cards carry no century.
    pub fn birth_date(&self) -> Option<NaiveDate> {
        self.birth_date
    }

    /// The first six and the last four characters: `911840********0016`.
    pub fn masked(&self) -> String {
        let shown_from = self.number.len() - 4;
        let hidden = |(at, c): (usize, char)| match at {
            at if (6..shown_from).contains(&at) => '*',
            _ => c,
        };
        self.number.chars().enumerate().map(hidden).collect()
    }
}

parsed_text!(PermanentResidenceCard, PermanentResidenceCardError);
masked_debug!(PermanentResidenceCard);

fn is_of_older_card(number: &str) -> bool {
    let is_right = |(at, c): (usize, char)| match at < OLDER_LETTERS {
        true => c.is_ascii_uppercase(),
        false => c.is_ascii_digit(),
    };
    number.len() == OLDER_LENGTH && number.chars().enumerate().all(is_right)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_people_write_it() {
        for typed in [
            "911840198503150016",
            "９１１８４０ 19850315 0016",
            "\u{200E}911840198503150016",
        ] {
            let card = PermanentResidenceCard::parse(typed).unwrap();
            assert_eq!(card.as_str(), "911840198503150016");
            assert_eq!(card.birth_date().unwrap().to_string(), "1985-03-15");
            assert_eq!(
                format!("{card:?}"),
                "PermanentResidenceCard(911840********0016)"
            );
        }
        let older = PermanentResidenceCard::parse("usa110085031501").unwrap();
        assert_eq!(older.as_str(), "USA110085031501");
        assert_eq!(older.masked(), "USA110*****1501");
        assert_eq!(older.birth_date(), None);
    }

    #[test]
    fn each_mistake_has_its_own_error() {
        use PermanentResidenceCardError::*;
        for (typed, expected) in [
            (" ", Empty),
            ("91184019850315001", Form),
            ("US1110085031501", Form),
            ("9118401985031500A6", Form),
            ("110105194912310021", Beginning),
            ("999840198503150016", Beginning),
            ("911840198513150016", BirthDate),
            ("911840198503150017", CheckCharacter),
        ] {
            assert_eq!(
                PermanentResidenceCard::parse(typed),
                Err(expected),
                "{typed}"
            );
        }
    }
}
