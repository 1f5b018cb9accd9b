use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Sends an application back with reasons, and goes back to the queue.
#[server(endpoint = "review/reject_application", output = Postcard)]
pub async fn reject_application(
    application_id: i64,
    version: i64,
    #[server(default)] reason: String,
    #[server(default)] field: Vec<String>,
    #[server(default)] field_reason: Vec<String>,
) -> Result<(), PageError> {
    use super::{REJECT_FORM, typed_rejection};
    use crate::api::context::signed_in;
    use crate::api::typed::answer_form;
    use crate::routes::Path;
    use ::backend::commands::review::reject::reject;
    use shared::wire::review::RejectInput;

    let (backend, caller) = signed_in()?;
    let input = RejectInput {
        application_id,
        version,
        reason: reason.clone(),
        field: Some(field.clone()),
        field_reason: Some(field_reason.clone()),
    };
    let typed = typed_rejection(&reason, &field, &field_reason);
    answer_form(reject(&backend, &caller, input).await, REJECT_FORM, &typed).await?;
    leptos_axum::redirect(&format!("{}?done=rejected", Path::ReviewQueue));
    Ok(())
}
