//! The unified social credit code (统一社会信用代码) of organizations, GB 32100-2015.

use serde::{Deserialize, Serialize};

use crate::parsed_text::{parsed_text, tidy_without_spaces};

/// The 31 characters of the code in the order of their values: no I, O, S, V, Z.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const LENGTH: usize = 18;
/// Registration authority and kind of organization come before the six digits of the place.
const PLACE: std::ops::Range<usize> = 2..8;

/// A code whose check character is right, in upper case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct UnifiedSocialCreditCode(String);

/// What is wrong with a text that should be a credit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum CreditCodeError {
    #[error("nothing was entered")]
    Empty,
    #[error("{0:?} cannot stand in a credit code (there is no I, O, S, V or Z)")]
    IllegalCharacter(char),
    #[error("it must have 18 characters")]
    Length,
    #[error("the 3rd to 8th characters must be digits")]
    PlaceNotDigits,
    #[error("the last character does not fit the others: one of them is mistyped")]
    CheckCharacter,
}

impl UnifiedSocialCreditCode {
    /// Reads a code; spaces, full-width characters and lower case are put right.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn parse(input: &str) -> Result<Self, CreditCodeError> {
        let code = tidy_without_spaces(input).to_ascii_uppercase();
        if code.is_empty() {
            return Err(CreditCodeError::Empty);
        }
        let values = code.chars().map(value).collect::<Result<Vec<u32>, _>>()?;
        if values.len() != LENGTH {
            return Err(CreditCodeError::Length);
        }
        if values
            .iter()
            .enumerate()
            .any(|(at, value)| PLACE.contains(&at) && *value > 9)
        {
            return Err(CreditCodeError::PlaceNotDigits);
        }
        if !weighted_sum(&values).is_multiple_of(31) {
            return Err(CreditCodeError::CheckCharacter);
        }
        Ok(Self(code))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

parsed_text!(UnifiedSocialCreditCode, CreditCodeError);

fn value(c: char) -> Result<u32, CreditCodeError> {
    let at = ALPHABET.find(c).and_then(|at| u32::try_from(at).ok());
    at.ok_or(CreditCodeError::IllegalCharacter(c))
}

/// The standard's weights are the powers of 3 modulo 31, and the check character itself
/// weighs 1, so a code is right when the sum is a multiple of 31.
fn weighted_sum(values: &[u32]) -> u32 {
    let Some((check, body)) = values.split_last() else {
        return 0;
    };
    let (sum, _) = body.iter().fold((0, 1), |(sum, weight), value| {
        (sum + value * weight, weight * 3 % 31)
    });
    sum + check
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The specimen of the standard.
    const SPECIMEN: &str = "91350100M000100Y43";

    #[test]
    fn the_specimen_of_the_standard_is_right() {
        for typed in [
            SPECIMEN,
            " 91350100m000100y43 ",
            "９１３５０１００ M000100Y 43",
        ] {
            assert_eq!(
                UnifiedSocialCreditCode::parse(typed).unwrap().as_str(),
                SPECIMEN
            );
        }
    }

    #[test]
    fn each_mistake_has_its_own_error() {
        use CreditCodeError::*;
        for (typed, expected) in [
            ("", Empty),
            ("9135010OM000100Y43", IllegalCharacter('O')),
            ("91350100M000100Y4", Length),
            ("91350100M000100Y430", Length),
            ("9135010AM000100Y43", PlaceNotDigits),
            ("91350100M000100Y44", CheckCharacter),
            ("91350100M000010Y43", CheckCharacter),
        ] {
            assert_eq!(
                UnifiedSocialCreditCode::parse(typed),
                Err(expected),
                "{typed}"
            );
        }
    }
}
