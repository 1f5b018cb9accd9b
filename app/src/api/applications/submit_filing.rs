use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// `Submit` and `Modify and Submit`: hands a complete filing to the provider's review.
#[server(endpoint = "applications/submit_filing", output = Postcard)]
pub async fn submit_filing(application_id: i64, version: i64) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use crate::routes::Path;
    use ::backend::commands::applications::submit::submit;

    let (backend, caller) = signed_in()?;
    answer(submit(&backend, &caller, application_id, version).await)?;
    leptos_axum::redirect(&Path::Application(application_id).to_string());
    Ok(())
}
