use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Takes an application, so that nobody else decides on it meanwhile. The browser stays on
/// the page it is on.
#[server(endpoint = "review/claim_application", output = Postcard)]
pub async fn claim_application(application_id: i64) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::commands::review::claim::claim;

    let (backend, caller) = signed_in()?;
    answer(claim(&backend, &caller, application_id).await)
}
