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

use shared::field::Field;

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

/// The name of the control for what is wrong with one field.
#[must_use]
pub fn name_of_field_reason(field: Field) -> String {
    format!("field_reason[{}]", field.code())
}

#[cfg(feature = "ssr")]
use on_server::*;

#[cfg(feature = "ssr")]
mod on_server {
    use crate::api::local_path;
    use crate::api::typed::Form;
    use crate::routes::Path;

    /// The forms whose typed values are kept.
    pub(super) const REJECT_FORM: Form = Form::new("reject");
    pub(super) const REVEAL_FORM: Form = Form::new("reveal");
    pub(super) const DISABLE_FORM: Form = Form::new("disable_code_by_staff");
    pub(super) const ENTER_YEAR_FORM: Form = Form::new("enter_year");

    /// The list of codes as it was, if the form said so, with what was done.
    pub(super) fn codes_after(return_to: &str, done: &str) -> String {
        let list = local_path(return_to).unwrap_or_else(|| Path::ReviewCodes.to_string());
        let (path, query) = list.split_once('?').unwrap_or((&list, ""));
        let filter = query
            .split('&')
            .filter(|part| !part.is_empty() && !part.starts_with("done="));
        let query: Vec<_> = filter
            .map(str::to_owned)
            .chain([format!("done={done}")])
            .collect();
        format!("{path}?{}", query.join("&"))
    }

    #[cfg(test)]
    mod tests {
        use super::codes_after;

        #[test]
        fn the_list_of_codes_says_what_was_done_last() {
            let list = codes_after("/review/codes?done=disabled&status=invalid", "restored");
            assert_eq!(list, "/review/codes?status=invalid&done=restored");
            assert_eq!(
                codes_after("//elsewhere", "disabled"),
                "/review/codes?done=disabled"
            );
        }
    }
}
