use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Puts a year's holidays and make-up days in force.
#[server(endpoint = "review/enter_holiday_year", output = Postcard)]
pub async fn enter_holiday_year(
    #[server(default)] holiday_source: String,
    #[server(default)] holiday_year: String,
) -> Result<(), PageError> {
    use super::ENTER_YEAR_FORM;
    use crate::api::context::signed_in;
    use crate::api::typed::answer_form;
    use crate::routes::Path;
    use ::backend::commands::calendar::enter_year::enter_year;

    let (backend, caller) = signed_in()?;
    let result = enter_year(&backend, &caller, &holiday_source, &holiday_year).await;
    let typed = [
        ("holiday_source", holiday_source.as_str()),
        ("holiday_year", &holiday_year),
    ];
    let year = answer_form(result, ENTER_YEAR_FORM, &typed).await?;
    leptos_axum::redirect(&format!("{}?entered={year}", Path::WorkingCalendar));
    Ok(())
}
