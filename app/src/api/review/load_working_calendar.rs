use crate::api::PageError;
use crate::api::typed::FormPage;
use leptos::prelude::*;
use shared::wire::working_calendar::WorkingCalendarPage;

/// The years in force, and those that are missing.
#[server(endpoint = "review/load_working_calendar")]
pub async fn load_working_calendar() -> Result<FormPage<WorkingCalendarPage>, PageError> {
    use super::ENTER_YEAR_FORM;
    use crate::api::context::signed_in;
    use crate::api::typed::form_page;
    use ::backend::queries::working_calendar::working_calendar;

    let (backend, caller) = signed_in()?;
    form_page(working_calendar(&backend, &caller).await, ENTER_YEAR_FORM).await
}
