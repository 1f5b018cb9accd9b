//! Staff: the queue and its decisions, all codes, numbers, audit trail, working calendar.

mod approve_application;
mod claim_application;
mod disable_code_by_staff;
mod enter_holiday_year;
mod load_all_codes;
mod load_archive;
mod load_audit;
mod load_dashboard;
mod load_queue;
mod load_review;
mod load_working_calendar;
mod reassign_application;
mod reject_application;
mod release_application;
mod restore_code;
mod reveal_personal_data;

pub use approve_application::ApproveApplication;
pub use claim_application::ClaimApplication;
pub use disable_code_by_staff::DisableCodeByStaff;
pub use enter_holiday_year::EnterHolidayYear;
pub use load_all_codes::{StaffCodes, load_all_codes};
pub use load_archive::load_archive;
pub use load_audit::load_audit;
pub use load_dashboard::load_dashboard;
pub use load_queue::{Queue, load_queue};
pub use load_review::{ReviewCase, load_review};
pub use load_working_calendar::{StaffCalendar, load_working_calendar};
pub use reassign_application::ReassignApplication;
pub use reject_application::RejectApplication;
pub use release_application::ReleaseApplication;
pub use restore_code::RestoreCode;
pub use reveal_personal_data::RevealPersonalData;

/// Single fields that one rejection can give reasons for.
pub const FIELD_REASONS: usize = 3;

/// The names of the field reasons' controls: the field, and what is wrong with it.
pub const FIELD_REASON_NAMES: [(&str, &str); FIELD_REASONS] = [
    ("field[0]", "field_reason[0]"),
    ("field[1]", "field_reason[1]"),
    ("field[2]", "field_reason[2]"),
];

#[cfg(feature = "ssr")]
use on_server::*;

#[cfg(feature = "ssr")]
mod on_server {
    use super::FIELD_REASON_NAMES;
    use crate::api::local_path;
    use crate::routes::Path;

    /// Names of the forms whose typed values are kept.
    pub(super) const REJECT_FORM: &str = "reject";
    pub(super) const REVEAL_FORM: &str = "reveal";
    pub(super) const DISABLE_FORM: &str = "disable_code_by_staff";
    pub(super) const ENTER_YEAR_FORM: &str = "enter_year";

    /// What was typed into a rejection, by the names of its controls.
    pub(super) fn typed_rejection<'a>(
        reason: &'a str,
        fields: &'a [String],
        reasons: &'a [String],
    ) -> Vec<(&'static str, &'a str)> {
        let mut typed = vec![("reason", reason)];
        for (row, (field_name, reason_name)) in FIELD_REASON_NAMES.into_iter().enumerate() {
            typed.extend(fields.get(row).map(|field| (field_name, field.as_str())));
            typed.extend(reasons.get(row).map(|words| (reason_name, words.as_str())));
        }
        typed
    }

    /// The list of codes as it was, if the form said so.
    pub(super) fn codes_after(return_to: &str) -> String {
        local_path(return_to)
            .unwrap_or(Path::ReviewCodes.pattern())
            .to_owned()
    }
}
