use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Passes an application on to the authority, and goes back to the queue.
#[server(endpoint = "review/approve_application", output = Postcard)]
pub async fn approve_application(application_id: i64, version: i64) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use crate::routes::Path;
    use ::backend::commands::review::approve::approve;

    let (backend, caller) = signed_in()?;
    answer(approve(&backend, &caller, application_id, version).await)?;
    leptos_axum::redirect(&format!("{}?done=approved", Path::ReviewQueue));
    Ok(())
}
