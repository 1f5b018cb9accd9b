use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use shared::application::FilingForm;

/// Shows the personal data of a filing in clear, which is recorded. It comes with the
/// application's id, because the page may have gone on to another meanwhile. A browser without
/// JavaScript gets it with the page that it is sent back to.
#[server(endpoint = "review/reveal_personal_data", output = Postcard)]
pub async fn reveal_personal_data(
    application_id: i64,
) -> Result<Option<(i64, FilingForm)>, PageError> {
    use super::REVEAL_FORM;
    use crate::api::context::{answer, is_plain_form, signed_in};
    use crate::api::typed::keep_typed;
    use crate::routes::Path;
    use ::backend::commands::review::reveal::reveal;

    let (backend, caller) = signed_in()?;
    if is_plain_form() {
        keep_typed(
            REVEAL_FORM,
            &[("application_id", &application_id.to_string())],
        )
        .await;
        leptos_axum::redirect(&Path::ReviewApplication(application_id).to_string());
        return Ok(None);
    }
    let form = answer(reveal(&backend, &caller, application_id).await)?;
    Ok(Some((application_id, form)))
}
