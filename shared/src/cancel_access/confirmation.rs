use crate::field::Field;
use crate::gbk::first_not_representable;
use crate::license_password::check_license_password;
use crate::parsed_text::{tidy_line, tidy_lines};
use crate::problem::{Problem, Violation};

/// Longest reason note the interface carries (`Zxlybz`), in characters.
const MAX_NOTE: usize = 1000;

/// What the holder gives with `Next`, before the authority is asked about the password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confirmation<'a> {
    pub reason_code: Option<i32>,
    /// Reason codes that may be chosen.
    pub offered_reasons: &'a [i32],
    pub note: &'a str,
    pub new_provider: &'a str,
    pub password: &'a str,
    /// S6: no other access is known, so the tick box was shown.
    pub only_access: bool,
    pub acknowledged: bool,
}

/// S6, S11, S12: everything that can be said without asking the authority, all at once.
#[must_use]
pub fn check_confirmation(given: &Confirmation<'_>) -> Vec<Violation> {
    let mut violations = Vec::new();
    match given.reason_code {
        None => violations.push(Violation::on(Field::CancelReason, Problem::Required)),
        Some(code) if !given.offered_reasons.contains(&code) => {
            violations.push(Violation::on(Field::CancelReason, Problem::NotAnOption));
        }
        Some(_) => {}
    }
    let note = tidy_lines(given.note);
    if note.chars().count() > MAX_NOTE {
        let max = 1000;
        violations.push(Violation::on(Field::CancelNote, Problem::TooLong { max }));
    }
    if let Some(character) = first_not_representable(&note) {
        violations.push(Violation::on(
            Field::CancelNote,
            Problem::NotRepresentable { character },
        ));
    }
    if tidy_line(given.new_provider).chars().count() > 100 {
        let max = 100;
        violations.push(Violation::on(Field::NewProvider, Problem::TooLong { max }));
    }
    violations.extend(check_license_password(given.password));
    if given.only_access && !given.acknowledged {
        violations.push(Violation::on(
            Field::OnlyAccessAcknowledged,
            Problem::AcknowledgementRequired,
        ));
    }
    violations
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given() -> Confirmation<'static> {
        Confirmation {
            reason_code: Some(1),
            offered_reasons: &[1, 2],
            note: "",
            new_provider: "",
            password: "Lic-Pass-1",
            only_access: true,
            acknowledged: true,
        }
    }

    #[test]
    fn a_complete_confirmation_has_no_violation() {
        assert_eq!(check_confirmation(&given()), []);
    }

    #[test]
    fn s12_an_empty_password_cannot_go_next() {
        let empty = Confirmation {
            password: "",
            ..given()
        };
        assert_eq!(
            check_confirmation(&empty),
            [Violation::on(Field::LicensePassword, Problem::Required)]
        );
    }

    #[test]
    fn s6_the_tick_box_is_asked_for_only_when_no_other_access_is_known() {
        let unticked = Confirmation {
            acknowledged: false,
            ..given()
        };
        assert_eq!(check_confirmation(&unticked).len(), 1);
        let elsewhere = Confirmation {
            only_access: false,
            ..unticked
        };
        assert_eq!(check_confirmation(&elsewhere), []);
    }

    #[test]
    fn what_is_reported_must_be_gbk() {
        let character = '😀';
        let emoji = Confirmation {
            note: "搬走了😀",
            password: "😀",
            // Stays here.
            new_provider: "😀",
            ..given()
        };
        let problem = Problem::NotRepresentable { character };
        assert_eq!(
            check_confirmation(&emoji),
            [
                Violation::on(Field::CancelNote, problem.clone()),
                Violation::on(Field::LicensePassword, problem),
            ]
        );
    }

    #[test]
    fn what_nobody_sees_is_no_reason_to_refuse() {
        let pasted = Confirmation {
            note: "搬⾛\u{A0}了\u{200B}\u{FE0F}\u{0}",
            password: "\u{FEFF}Lic-Pass-1 ",
            ..given()
        };
        assert_eq!(check_confirmation(&pasted), []);
    }

    #[test]
    fn all_problems_are_reported_at_once() {
        let nothing = Confirmation {
            reason_code: None,
            password: "",
            acknowledged: false,
            ..given()
        };
        assert_eq!(check_confirmation(&nothing).len(), 3);
    }
}
