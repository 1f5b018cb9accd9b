//! The license password as it is typed: whether it is right only the authority knows.

use crate::field::Field;
use crate::gbk::first_not_representable;
use crate::parsed_text::tidy_secret;
use crate::problem::{Problem, Violation};

const MAX_LENGTH: u32 = 64;

/// The password that is asked about, kept and reported: what came along when it was pasted
/// would cost a try, or a refusal of the report (result 1018).
#[must_use]
pub fn tidy_license_password(typed: &str) -> String {
    tidy_secret(typed)
}

/// S11, S12: what can be said of it without asking the authority.
#[must_use]
pub fn check_license_password(password: &str) -> Option<Violation> {
    let password = &*tidy_license_password(password);
    let problem = if password.is_empty() {
        Problem::Required
    } else if password.chars().nth(MAX_LENGTH as usize).is_some() {
        Problem::TooLong { max: MAX_LENGTH }
    } else {
        let character = first_not_representable(password)?;
        Problem::NotRepresentable { character }
    };
    Some(Violation::on(Field::LicensePassword, problem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_the_interface_cannot_carry() {
        let problem = |password: &str| check_license_password(password).map(|one| one.problem);
        assert_eq!(problem("Lic-Pass-1"), None);
        assert_eq!(problem(&"密".repeat(64)), None);
        assert_eq!(problem(""), Some(Problem::Required));
        assert_eq!(problem(" \u{200B}\u{A0}"), Some(Problem::Required));
        assert_eq!(problem(&"x".repeat(65)), Some(Problem::TooLong { max: 64 }));
        let character = '😀';
        assert_eq!(
            problem("Lic-😀"),
            Some(Problem::NotRepresentable { character })
        );
    }
    #[test]
    fn what_was_pasted_along_is_cut() {
        for typed in [
            "Lic-Pass-1 ",
            "\u{FEFF}Lic-Pass-1\r\n",
            "\u{A0}Lic-Pass-1\u{3000}\t",
        ] {
            assert_eq!(tidy_license_password(typed), "Lic-Pass-1", "{typed:?}");
        }
        assert_eq!(tidy_license_password("Lic Pass"), "Lic Pass");
    }
}
