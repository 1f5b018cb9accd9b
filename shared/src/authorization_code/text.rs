use crate::parsed_text::{is_dash, tidy};
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

    /// Reads a typed or pasted code, with any spaces, dashes, case and width, and with a label
    /// or quotes around it: twenty characters with a check character are unmistakable.
    ///
    /// # Errors
    /// Says what makes the text no code; see [`CodeTextError`].
    pub fn parse(text: &str) -> Result<Self, CodeTextError> {
        let text = tidy(text).to_ascii_uppercase();
        let mut parts = text
            .split(is_around_codes)
            .filter(|part| !part.trim().is_empty());
        let first = parts.next().ok_or(CodeTextError::Empty)?;
        let mut found = read_part(first);
        for part in parts {
            if found.is_ok() {
                break;
            }
            found = read_part(part);
        }
        found
    }

    /// Whether the part stands in the code, across its groups as well.
    #[must_use]
    pub fn contains(&self, part: &CodePart) -> bool {
        self.0.contains(&part.0)
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

/// A piece of a code by which its owner searches it, such as one of its groups.
#[derive(Clone, PartialEq, Eq)]
pub struct CodePart(String);

impl CodePart {
    /// Shorter ones would be found in codes by chance.
    const MIN_LENGTH: usize = 4;

    /// Reads a piece as [`CodeText::parse`] reads the whole; `None` when no code contains it.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let characters = characters(&tidy(text).to_ascii_uppercase());
        let fits = (Self::MIN_LENGTH..=LENGTH).contains(&characters.len())
            && characters
                .iter()
                .all(|character| value_of(*character).is_some());
        fits.then(|| Self(characters.into_iter().collect()))
    }
}

/// A part of a bearer secret is not for logs.
impl fmt::Debug for CodePart {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("CodePart")
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

/// What does not belong to a code and may stand before or behind it: labels in Chinese,
/// colons, quotes, brackets and full stops.
fn is_around_codes(character: char) -> bool {
    !character.is_ascii() && !is_dash(character) || ":\"'`<>()[]{},;=.".contains(character)
}

/// Reads a code behind any number of words.
fn read_part(part: &str) -> Result<CodeText, CodeTextError> {
    let whole = read(part);
    if whole.is_ok() {
        return whole;
    }
    let behind_words = part.match_indices(' ').filter_map(|(at, _)| part.get(at..));
    behind_words.map(read).find(Result::is_ok).unwrap_or(whole)
}

/// Without what separates the groups.
fn characters(text: &str) -> Vec<char> {
    let is_separator = |c: char| c.is_whitespace() || is_dash(c) || c == '_';
    text.chars().filter(|c| !is_separator(*c)).collect()
}

fn read(text: &str) -> Result<CodeText, CodeTextError> {
    let characters = characters(text);
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
    Ok(CodeText(characters.into_iter().collect()))
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
        fn reads_a_code_with_what_people_copy_along(code in any_code()) {
            for typed in [
                format!("备案授权码：{code}"),
                format!("“{code}”"),
                format!("「备案授权码」 {code}。请尽快使用"),
                format!("Authorization code: {}", code.to_string().to_lowercase()),
                format!("Your code {code}"),
                format!("\u{FEFF}{}\u{200B}", code.to_string().replace('-', "\u{A0}—\u{AD}")),
                code.to_string().chars().map(full_width).collect(),
            ] {
                prop_assert_eq!(CodeText::parse(&typed), Ok(code.clone()), "{}", typed);
            }
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

    fn full_width(character: char) -> char {
        char::from_u32(u32::from(character) + 0xFEE0).unwrap()
    }

    #[test]
    fn behind_a_label_it_says_what_is_wrong_with_the_code() {
        let mistyped = CodeText::parse("备案授权码：7KQ2M-V9XTD-4HRPA-C3WN");
        assert_eq!(mistyped, Err(CodeTextError::Length { found: 19 }));
    }

    #[test]
    fn a_group_finds_its_code_however_it_is_typed() {
        let code = CodeText::from_random(&[1; 19]).unwrap();
        let part = |text: &str| CodePart::parse(text);
        for typed in ["33333", "3333-3333", " ３３３３ "] {
            assert!(code.contains(&part(typed).unwrap()), "{typed}");
        }
        assert!(!code.contains(&part("4444").unwrap()));
        for no_part in ["333", "vm-1", "shop", "33333-33333-33333-33333-3", ""] {
            assert_eq!(part(no_part), None, "{no_part}");
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
