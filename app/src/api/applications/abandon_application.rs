use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// `Abandon` (S32b): ends the application for good.
#[server(endpoint = "applications/abandon_application", output = Postcard)]
pub async fn abandon_application(application_id: i64) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use crate::routes::Path;
    use ::backend::commands::applications::abandon::abandon;

    let (backend, caller) = signed_in()?;
    answer(abandon(&backend, &caller, application_id).await)?;
    leptos_axum::redirect(&Path::Application(application_id).to_string());
    Ok(())
}
