use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Disables somebody's code, with a reason for the audit trail, and goes back to the list.
#[server(endpoint = "review/disable_code_by_staff", output = Postcard)]
pub async fn disable_code_by_staff(
    code_id: i64,
    #[server(default)] reason: String,
    #[server(default)] return_to: String,
) -> Result<(), PageError> {
    use super::{DISABLE_FORM, codes_after};
    use crate::api::context::signed_in;
    use crate::api::typed::answer_form;
    use ::backend::commands::codes::disable_by_staff::disable_by_staff;

    let (backend, caller) = signed_in()?;
    let result = disable_by_staff(&backend, &caller, code_id, &reason).await;
    answer_form(result, DISABLE_FORM.about(code_id), &[("reason", &reason)]).await?;
    leptos_axum::redirect(&codes_after(&return_to, "disabled"));
    Ok(())
}
