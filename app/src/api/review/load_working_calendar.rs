use crate::api::PageError;
use crate::api::typed::FormPage;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use serde::{Deserialize, Serialize};
use shared::wire::working_calendar::WorkingCalendarPage;

/// The working calendar, and whether the reader may change it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffCalendar {
    pub page: WorkingCalendarPage,
    pub may_edit: bool,
}

/// The years in force, and those that are missing.
#[server(endpoint = "review/load_working_calendar", output = Postcard)]
pub async fn load_working_calendar() -> Result<FormPage<StaffCalendar>, PageError> {
    use super::ENTER_YEAR_FORM;
    use crate::api::context::signed_in;
    use crate::api::typed::form_page;
    use ::backend::queries::working_calendar::working_calendar;
    use shared::role::{Action, allows};

    let (backend, caller) = signed_in()?;
    let page = working_calendar(&backend, &caller)
        .await
        .map(|page| StaffCalendar {
            page,
            may_edit: allows(caller.role, Action::EditWorkingCalendar),
        });
    form_page(page, ENTER_YEAR_FORM).await
}
