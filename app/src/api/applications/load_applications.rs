use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use shared::wire::Page;
use shared::wire::application::ApplicationRow;

/// The caller's applications, newest first; `cursor` is opaque and comes from another page.
#[server(endpoint = "applications/load_applications", output = Postcard)]
pub async fn load_applications(cursor: Option<String>) -> Result<Page<ApplicationRow>, PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::queries::applications::applications;

    let (backend, caller) = signed_in()?;
    answer(applications(&backend, &caller, cursor).await)
}
