use crate::api::PageError;
use chrono::{DateTime, Utc};
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use shared::wire::application::ApplicationPage;

/// One of the caller's applications, and the server's time for what is seen from today.
#[server(endpoint = "applications/load_application", output = Postcard)]
pub async fn load_application(
    application_id: i64,
) -> Result<(ApplicationPage, DateTime<Utc>), PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::queries::application::application;

    let (backend, caller) = signed_in()?;
    let page = answer(application(&backend, &caller, application_id).await)?;
    Ok((page, backend.now()))
}
