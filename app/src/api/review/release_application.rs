use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Gives an application back to the queue. The browser stays on the page it is on.
#[server(endpoint = "review/release_application", output = Postcard)]
pub async fn release_application(application_id: i64) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::commands::review::release::release;

    let (backend, caller) = signed_in()?;
    answer(release(&backend, &caller, application_id).await)
}
