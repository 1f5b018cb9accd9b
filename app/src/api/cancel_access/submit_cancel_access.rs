use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// `Next` (S14): checks the password with the authority and submits, or keeps the request
/// when the authority cannot be reached.
#[server(endpoint = "cancel_access/submit_cancel_access", output = Postcard)]
pub async fn submit_cancel_access(
    website_id: i64,
    request_key: String,
    #[server(default)] cancel_reason: String,
    #[server(default)] note: String,
    #[server(default)] new_provider: String,
    #[server(default)] license_password: String,
    #[server(default)] only_access_acknowledged: bool,
) -> Result<(), PageError> {
    use crate::api::context::signed_in;
    use crate::api::typed::answer_form;
    use crate::routes::Path;
    use ::backend::commands::cancel_access::submit::submit;
    use shared::wire::license::CancelAccessInput;
    use shared::wire::license::CancelAccessOutcome::{KeptUnsubmitted, Submitted};

    let (backend, caller) = signed_in()?;
    let input = CancelAccessInput {
        website_id,
        request_key,
        cancel_reason: cancel_reason.clone(),
        note: note.clone(),
        new_provider: new_provider.clone(),
        license_password,
        only_access_acknowledged,
    };
    let result = submit(&backend, &caller, input).await;
    let acknowledged = only_access_acknowledged.to_string();
    let outcome = answer_form(
        result,
        super::FORM.about(website_id),
        &[
            ("cancel_reason", &cancel_reason),
            ("note", &note),
            ("new_provider", &new_provider),
            ("only_access_acknowledged", &acknowledged),
        ],
    )
    .await?;
    leptos_axum::redirect(&match outcome {
        Submitted { application_id } => Path::Application(application_id).to_string(),
        KeptUnsubmitted { application_id } => {
            format!("{}?kept={application_id}", Path::CancelAccess(website_id))
        }
    });
    Ok(())
}
