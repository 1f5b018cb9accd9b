//! License numbers (备案号): `京ICP备12345678号` for an entity, `京ICP备12345678号-1` for a
//! website of that entity, `京ICP备12345678号-1A` for an app.

use serde::{Deserialize, Serialize};

use crate::parsed_text::{is_dash, parsed_text, tidy_without_spaces};

/// The one-character names of provinces as license numbers carry them. Five provinces have
/// two, and people meet both: 川蜀, 贵黔, 云滇, 陕秦, 甘陇.
const PROVINCES: &str = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇藏陕秦甘陇青宁新";

const SERIAL_DIGITS: std::ops::RangeInclusive<usize> = 5..=10;

/// The number of an entity, such as `京ICP备12345678号`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EntityLicenseNumber(String);

/// The number of a website or app: its entity's number and a suffix.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WebsiteLicenseNumber {
    text: String,
    entity: EntityLicenseNumber,
    number: u32,
    letter: Option<char>,
}

/// What is wrong with a text that should be a license number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum LicenseNumberError {
    #[error("nothing was entered")]
    Empty,
    #[error("it does not begin with the one-character name of a province")]
    UnknownProvince,
    #[error("ICP备 does not follow the province")]
    MarkMissing,
    #[error("it is the number of a commercial permit (ICP证, 粤B2-…), not of a license (ICP备)")]
    CommercialPermit,
    #[error("it is the number of a public security registration (公网安备)")]
    PublicSecurityRegistration,
    #[error("the serial number must have 5 to 10 digits")]
    SerialLength,
    #[error("something else follows the number")]
    TextAfterNumber,
    #[error("after the hyphen comes a number without leading zeros and at most one letter")]
    SuffixMalformed,
    #[error("it is a website's number; the entity's number has no suffix such as -1")]
    SuffixNotWanted,
    #[error("it is an entity's number; a website's number ends in a suffix such as -1")]
    SuffixMissing,
}

impl EntityLicenseNumber {
    /// Reads an entity's number; spaces, full-width and traditional characters, lower case, a
    /// missing 号, and a label or quotes around it are put right.
    ///
    /// # Errors
    /// A website's number is refused with [`LicenseNumberError::SuffixNotWanted`], because
    /// the authority's pages take the entity's number only (S13).
    pub fn parse(input: &str) -> Result<Self, LicenseNumberError> {
        match read(input)? {
            (entity, None) => Ok(entity),
            (_, Some(_)) => Err(LicenseNumberError::SuffixNotWanted),
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl WebsiteLicenseNumber {
    /// Reads a website's or app's number, as forgiving as [`EntityLicenseNumber::parse`].
    ///
    /// # Errors
    /// An entity's number is refused with [`LicenseNumberError::SuffixMissing`].
    pub fn parse(input: &str) -> Result<Self, LicenseNumberError> {
        let (entity, suffix) = read(input)?;
        let Suffix { number, letter } = suffix.ok_or(LicenseNumberError::SuffixMissing)?;
        let letter_text = letter.map(String::from).unwrap_or_default();
        let text = format!("{entity}-{number}{letter_text}");
        Ok(Self {
            text,
            entity,
            number,
            letter,
        })
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The number of the entity the website belongs to.
    pub fn entity(&self) -> &EntityLicenseNumber {
        &self.entity
    }

    /// The running number of the website within its entity: 1 in `…号-1A`.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// The letter that apps and the like carry: A in `…号-1A`.
    pub fn letter(&self) -> Option<char> {
        self.letter
    }
}

parsed_text!(EntityLicenseNumber, LicenseNumberError);
parsed_text!(WebsiteLicenseNumber, LicenseNumberError);

struct Suffix {
    number: u32,
    letter: Option<char>,
}

fn read(input: &str) -> Result<(EntityLicenseNumber, Option<Suffix>), LicenseNumberError> {
    let text = usual_text(input);
    let mut rest = without_label(&text).chars();
    let province = rest.next().ok_or(LicenseNumberError::Empty)?;
    if !PROVINCES.contains(province) {
        return Err(LicenseNumberError::UnknownProvince);
    }
    let rest = after_mark(rest.as_str())?;
    let end_of_serial = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    let (serial, rest) = rest.split_at(end_of_serial);
    if !SERIAL_DIGITS.contains(&serial.len()) {
        return Err(LicenseNumberError::SerialLength);
    }
    let entity = EntityLicenseNumber(format!("{province}ICP备{serial}号"));
    match rest.strip_prefix('号').unwrap_or(rest) {
        "" => Ok((entity, None)),
        rest => {
            let suffix = rest
                .strip_prefix('-')
                .ok_or(LicenseNumberError::TextAfterNumber)?;
            Ok((entity, Some(read_suffix(suffix)?)))
        }
    }
}

/// What follows `ICP备`, or which other kind of number this is.
fn after_mark(text: &str) -> Result<&str, LicenseNumberError> {
    if text.starts_with("公网安备") {
        return Err(LicenseNumberError::PublicSecurityRegistration);
    }
    if text.starts_with("ICP证") || is_permit_class(text) {
        return Err(LicenseNumberError::CommercialPermit);
    }
    text.strip_prefix("ICP备")
        .ok_or(LicenseNumberError::MarkMissing)
}

/// Telecommunication permits are numbered by class and kind of service: `粤B2-20260001`.
fn is_permit_class(text: &str) -> bool {
    let text = text.as_bytes();
    matches!(text, [b'A' | b'B', b'1' | b'2', b'-' | b'.', ..])
}

/// What stands behind a label such as `备案号：`, without quotes and brackets at the ends.
fn without_label(text: &str) -> &str {
    let text = text.trim_matches(|c| "“”‘’\"'「」『』【】《》〈〉()[]<>".contains(c));
    let number_begins = text.rfind("ICP备").and_then(|mark| {
        let (before, _) = text.split_at_checked(mark)?;
        before.char_indices().next_back()
    });
    match number_begins.and_then(|(at, _)| text.split_at_checked(at)) {
        Some((label, number)) if label.ends_with([':', '号', '码']) => number,
        _ => text.rsplit_once(':').map_or(text, |(_, number)| number),
    }
}

/// Without spaces, in the characters of today, as numbers are printed.
fn usual_text(input: &str) -> String {
    tidy_without_spaces(input).chars().map(usual_form).collect()
}

/// What somebody searches by: a whole number in its one spelling, or the beginning of one.
#[must_use]
pub fn license_number_searched(typed: &str) -> String {
    let text = usual_text(typed);
    let number = WebsiteLicenseNumber::parse(&text).map(String::from);
    let number = number.or_else(|_| EntityLicenseNumber::parse(&text).map(String::from));
    number.unwrap_or_else(|_| without_label(&text).to_owned())
}

fn read_suffix(text: &str) -> Result<Suffix, LicenseNumberError> {
    let letter = text.chars().next_back().filter(char::is_ascii_uppercase);
    let digits = text
        .strip_suffix(|c: char| Some(c) == letter)
        .unwrap_or(text);
    let well_formed = digits.chars().all(|c| c.is_ascii_digit()) && !digits.starts_with('0');
    match digits.parse() {
        Ok(number) if well_formed => Ok(Suffix { number, letter }),
        _ => Err(LicenseNumberError::SuffixMalformed),
    }
}

fn usual_form(c: char) -> char {
    match c {
        '備' => '备',
        '號' => '号',
        '證' => '证',
        '粵' => '粤',
        '晉' => '晋',
        '遼' => '辽',
        '滬' => '沪',
        '蘇' => '苏',
        '閩' => '闽',
        '贛' => '赣',
        '魯' => '鲁',
        '瓊' => '琼',
        '貴' => '贵',
        '雲' => '云',
        '陝' => '陕',
        '隴' => '陇',
        '寧' => '宁',
        c if is_dash(c) => '-',
        c => c.to_ascii_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entity_number_is_read_as_people_paste_it() {
        for pasted in [
            "京ICP备20260001号",
            " 京icp备 20260001号 ",
            "京ＩＣＰ备２０２６０００１号",
            "京ICP備20260001號",
            "京ICP备20260001",
        ] {
            assert_eq!(
                EntityLicenseNumber::parse(pasted).unwrap().as_str(),
                "京ICP备20260001号"
            );
        }
    }

    #[test]
    fn a_number_is_read_in_traditional_characters_and_behind_a_label() {
        for (pasted, expected) in [
            ("粵ICP備20260001號", "粤ICP备20260001号"),
            ("滬ICP備20260001號", "沪ICP备20260001号"),
            ("备案号：京ICP备20260001号", "京ICP备20260001号"),
            ("ICP备案号 京ICP备20260001号", "京ICP备20260001号"),
            ("“京ICP备20260001号”", "京ICP备20260001号"),
            ("License number: 京ICP备20260001", "京ICP备20260001号"),
        ] {
            let read = EntityLicenseNumber::parse(pasted).unwrap();
            assert_eq!(read.as_str(), expected, "{pasted}");
        }
        for pasted in ["备案号：京ICP备20260001号-1", "【京ICP备20260001号-1】"] {
            let read = WebsiteLicenseNumber::parse(pasted).unwrap();
            assert_eq!(read.as_str(), "京ICP备20260001号-1", "{pasted}");
        }
    }

    #[test]
    fn a_search_has_the_spelling_of_what_is_stored() {
        for (typed, searched) in [
            ("粵icp備20260001", "粤ICP备20260001号"),
            ("备案号：京ICP备20260001号－1", "京ICP备20260001号-1"),
            ("京icp备 202", "京ICP备202"),
            ("粵", "粤"),
            (" example-shop", "EXAMPLE-SHOP"),
        ] {
            assert_eq!(license_number_searched(typed), searched, "{typed}");
        }
    }

    #[test]
    fn a_website_number_knows_its_entity() {
        for pasted in [
            "京ICP备20260001号-1A",
            "京icp备20260001号－1a",
            "京ICP备20260001 — 1A",
        ] {
            let number = WebsiteLicenseNumber::parse(pasted).unwrap();
            assert_eq!(number.as_str(), "京ICP备20260001号-1A");
            assert_eq!(number.entity().as_str(), "京ICP备20260001号");
            assert_eq!((number.number(), number.letter()), (1, Some('A')));
        }
        assert_eq!(
            WebsiteLicenseNumber::parse("沪ICP备12345号-12")
                .unwrap()
                .letter(),
            None
        );
    }

    #[test]
    fn s13_a_website_number_is_not_taken_for_the_entity() {
        let refused = EntityLicenseNumber::parse("京ICP备20260001号-1");
        assert_eq!(refused, Err(LicenseNumberError::SuffixNotWanted));
        let refused = WebsiteLicenseNumber::parse("京ICP备20260001号");
        assert_eq!(refused, Err(LicenseNumberError::SuffixMissing));
    }

    #[test]
    fn each_mistake_has_its_own_error() {
        use LicenseNumberError::*;
        for (typed, expected) in [
            ("  ", Empty),
            ("20260001", UnknownProvince),
            ("京20260001号", MarkMissing),
            ("京ICP证030173号", CommercialPermit),
            ("粤B2-20260001", CommercialPermit),
            ("增值电信业务经营许可证：粵Ｂ２－20260001", CommercialPermit),
            ("川京ICP备20260001号", MarkMissing),
            ("京公网安备11010502030143号", PublicSecurityRegistration),
            ("京ICP备1234号", SerialLength),
            ("京ICP备12345678901号", SerialLength),
            ("京ICP备20260001号。", TextAfterNumber),
            ("京ICP备20260001号-", SuffixMalformed),
            ("京ICP备20260001号-01", SuffixMalformed),
            ("京ICP备20260001号-1AB", SuffixMalformed),
            ("京ICP备20260001号-99999999999", SuffixMalformed),
        ] {
            assert_eq!(EntityLicenseNumber::parse(typed), Err(expected), "{typed}");
        }
    }
}
