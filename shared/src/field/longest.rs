//! How much the server takes of a field at all, in drafts too. It is well above what the rules
//! allow: a rule says what is wrong with one answer and leaves it where it was typed, while a
//! form over these lengths is refused as a whole before anything is done for it.

use super::Field;
use crate::problem::{Problem, Violation};

/// Characters of an answer that is chosen or counted.
const CHOICE: u32 = 100;
/// Characters of a line.
const LINE: u32 = 1_000;
/// Characters of an answer with several lines, and of values that are no fields: addresses of
/// pages, keys, filters.
const LINES: u32 = 4_000;
/// Characters of a year's table of holidays.
const TABLE: u32 = 20_000;

impl Field {
    /// Characters that the server takes at most.
    #[must_use]
    pub const fn longest(self) -> u32 {
        match self {
            Self::Server
            | Self::CodeCount
            | Self::CancelReason
            | Self::OnlyAccessAcknowledged
            | Self::EntityNature
            | Self::EntityCertificateKind
            | Self::EntityCity
            | Self::EntityPrincipalDocumentKind
            | Self::WebsiteLanguages
            | Self::WebsitePrincipalDocumentKind
            | Self::Reviewer
            | Self::Role
            | Self::TokenScope => CHOICE,
            Self::CodeNote
            | Self::CancelNote
            | Self::EntityCertificateAddress
            | Self::EntityAddress
            | Self::EntityRemark
            | Self::WebsiteRemark
            | Self::RejectionReason => LINES,
            Self::HolidayYear => TABLE,
            _ => LINE,
        }
    }
}

/// What is wrong with the length of a form's value, by the name of its control:
/// `website_languages[0]` is the field before the brackets, `field_reason[entity_name]` a reason
/// about the field inside of them, and a name that no field has may be as long as a text. Line
/// ends count once, although forms send two characters for them.
#[must_use]
pub fn check_length(name: &str, value: &str) -> Option<Violation> {
    let (base, inside) = match name.split_once('[') {
        Some((base, rest)) => (base, rest.split(']').next().unwrap_or_default()),
        None => (name, ""),
    };
    let field = Field::from_code(base).or_else(|| Field::from_code(inside));
    let max = match (Field::from_code(base), base) {
        (Some(field), _) => field.longest(),
        (None, "field_reason") => Field::RejectionReason.longest(),
        (None, _) => LINES,
    };
    let length = value.chars().filter(|character| *character != '\r');
    let is_too_long = length.zip(0..=max).count() > max as usize;
    is_too_long.then_some(Violation {
        field,
        problem: Problem::TooLong { max },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(name: &str, length: u32) -> Option<Violation> {
        check_length(name, &"字".repeat(length as usize))
    }

    #[test]
    fn every_field_has_a_longest_value() {
        for field in Field::ALL {
            let max = field.longest();
            assert_eq!(refusal(field.code(), max), None, "{field:?}");
            let expected = Violation::on(*field, Problem::TooLong { max });
            assert_eq!(refusal(field.code(), max + 1), Some(expected), "{field:?}");
        }
    }

    #[test]
    fn values_in_lists_and_those_of_no_field_have_one_too() {
        let in_list = refusal("website_languages[3]", CHOICE + 1);
        let expected = Violation::on(Field::WebsiteLanguages, Problem::TooLong { max: CHOICE });
        assert_eq!(in_list, Some(expected));
        let reason = refusal("field_reason[entity_name]", LINES + 1);
        let expected = Violation::on(Field::EntityName, Problem::TooLong { max: LINES });
        assert_eq!(reason, Some(expected));
        let unknown = refusal("filter[search]", LINES + 1);
        let expected = Violation::general(Problem::TooLong { max: LINES });
        assert_eq!(unknown, Some(expected));
        assert_eq!(refusal("filter[search]", LINES), None);
    }

    #[test]
    fn a_line_end_counts_once() {
        let text = "a\r\n".repeat(LINES as usize / 2);
        assert_eq!(check_length("entity_remark", &text), None);
    }
}
