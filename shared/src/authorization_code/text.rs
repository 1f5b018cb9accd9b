use serde::{Deserialize, Serialize};
use std::fmt;

/// Letters and digits that are not mistaken for each other on paper or on the phone. Their
/// number is prime, which makes the weighted check below find every single wrong
/// character and every exchange of two.
const ALPHABET: &[u8; 29] = b"23456789ABCDEFGHJKMNPQRSTVWXY";
const LENGTH: usize = 20;
const GROUP: usize = 5;

/// The text of an authorization code: 19 random characters and a check character.
///
/// Shown in groups of five, `7KQ2M-V9XTD-4HRPA-C3WNE`; read with any spaces, dashes and case.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct CodeText(String);

/// Why a text is not an authorization code: a typing error, told from an unknown code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum CodeTextError {
    #[error("no characters were given")]
    Empty,
    #[error("{found} characters instead of 20")]
    Length { found: u32 },
    #[error("the character {character:?} does not occur in codes")]
    Character { character: char },
    #[error("the check character does not fit")]
    CheckCharacter,
}

impl CodeText {
    /// Builds a code from random bytes, or `None` when `random` ran out of usable ones.
    ///
    /// Bytes above the largest multiple of the alphabet's size are skipped, so that each
    /// character is equally likely; 64 bytes are enough with near certainty.
    #[must_use]
    pub fn from_random(random: &[u8]) -> Option<Self> {
        let mut values: Vec<u8> = random
            .iter()
            .filter(|byte| **byte < 232)
            .map(|byte| byte % 29)
            .take(LENGTH - 1)
            .collect();
        if values.len() < LENGTH - 1 {
            return None;
        }
        values.push(check_value(&values));
        let text = values
            .into_iter()
            .filter_map(|value| ALPHABET.get(usize::from(value)))
            .map(|byte| char::from(*byte))
            .collect();
        Some(Self(text))
    }

    /// Reads a typed or pasted code.
    ///
    /// # Errors
    /// Says what makes the text no code; see [`CodeTextError`].
    pub fn parse(text: &str) -> Result<Self, CodeTextError> {
        let characters: Vec<char> = text
            .chars()
            .filter(|character| !is_separator(*character))
            .map(half_width)
            .map(|character| character.to_ascii_uppercase())
            .collect();
        if characters.is_empty() {
            return Err(CodeTextError::Empty);
        }
        let mut values = Vec::with_capacity(LENGTH);
        for character in &characters {
            let value = value_of(*character).ok_or(CodeTextError::Character {
                character: *character,
            })?;
            values.push(value);
        }
        if values.len() != LENGTH {
            let found = u32::try_from(values.len()).unwrap_or(u32::MAX);
            return Err(CodeTextError::Length { found });
        }
        let check = values.pop();
        if check != Some(check_value(&values)) {
            return Err(CodeTextError::CheckCharacter);
        }
        Ok(Self(characters.into_iter().collect()))
    }

    /// The twenty characters without dashes: what is hashed and encrypted.
    #[must_use]
    pub fn compact(&self) -> &str {
        &self.0
    }

    /// The code with everything but its last group hidden, for lists that others see.
    #[must_use]
    pub fn masked(&self) -> String {
        let last: String = self.0.chars().skip(LENGTH - GROUP).collect();
        format!("•••••-•••••-•••••-{last}")
    }
}

impl fmt::Display for CodeText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, character) in self.0.chars().enumerate() {
            if index > 0 && index % GROUP == 0 {
                formatter.write_str("-")?;
            }
            write!(formatter, "{character}")?;
        }
        Ok(())
    }
}

/// A code is a bearer secret: logs show its last group only.
impl fmt::Debug for CodeText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "CodeText({})", self.masked())
    }
}

fn is_separator(character: char) -> bool {
    character.is_whitespace()
        || character.is_control()
        || matches!(
            character,
            '-' | '_' | '\u{2010}'
                ..='\u{2015}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}' | '\u{200b}' | '\u{feff}'
        )
}

/// Chinese input methods produce full-width letters and digits.
fn half_width(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
        }
        _ => character,
    }
}

fn value_of(character: char) -> Option<u8> {
    let byte = u8::try_from(character).ok()?;
    let position = ALPHABET.iter().position(|known| *known == byte)?;
    u8::try_from(position).ok()
}

/// Weighted sum modulo 29 with weights 1 to 19, all different and none zero.
fn check_value(values: &[u8]) -> u8 {
    let sum: u32 = values
        .iter()
        .zip(1_u32..)
        .map(|(value, weight)| u32::from(*value) * weight)
        .sum();
    u8::try_from(sum % 29).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_code() -> impl Strategy<Value = CodeText> {
        proptest::collection::vec(0_u8..232, 19)
            .prop_map(|bytes| CodeText::from_random(&bytes).unwrap())
    }

    proptest! {
        #[test]
        fn reads_what_it_prints(code in any_code()) {
            prop_assert_eq!(CodeText::parse(&code.to_string()), Ok(code));
        }

        #[test]
        fn reads_lower_case_spaces_and_no_dashes(code in any_code()) {
            let typed = format!("  {} ", code.to_string().to_lowercase().replace('-', " "));
            prop_assert_eq!(CodeText::parse(&typed), Ok(code.clone()));
            prop_assert_eq!(CodeText::parse(code.compact()), Ok(code));
        }

        #[test]
        fn finds_every_single_wrong_character(code in any_code(), at in 0_usize..20, other in 0_usize..29) {
            let mut bytes = code.compact().as_bytes().to_vec();
            let wrong = ALPHABET[other];
            prop_assume!(bytes[at] != wrong);
            bytes[at] = wrong;
            let text = String::from_utf8(bytes).unwrap();
            prop_assert_eq!(CodeText::parse(&text), Err(CodeTextError::CheckCharacter));
        }

        #[test]
        fn finds_every_exchange_of_two_random_characters(code in any_code(), a in 0_usize..19, b in 0_usize..19) {
            let mut bytes = code.compact().as_bytes().to_vec();
            prop_assume!(bytes[a] != bytes[b]);
            bytes.swap(a, b);
            let text = String::from_utf8(bytes).unwrap();
            prop_assert_eq!(CodeText::parse(&text), Err(CodeTextError::CheckCharacter));
        }

        #[test]
        fn never_panics(text in ".*") {
            let _ = CodeText::parse(&text);
        }
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!(CodeText::parse(" - "), Err(CodeTextError::Empty));
        assert_eq!(
            CodeText::parse("7KQ2M"),
            Err(CodeTextError::Length { found: 5 })
        );
        assert_eq!(
            CodeText::parse("7KQ2M-V9XTD-4HRPA-C3WN!"),
            Err(CodeTextError::Character { character: '!' })
        );
    }

    #[test]
    fn needs_enough_randomness() {
        assert_eq!(CodeText::from_random(&[255; 64]), None);
        assert_eq!(CodeText::from_random(&[0; 18]), None);
    }
}
