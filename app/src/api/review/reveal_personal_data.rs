use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use shared::wire::review::PersonalData;

/// Shows the personal data of an application in clear, which is recorded, with a reason where it
/// is not under review. It comes with the application's id, because the page may have gone on to
/// another meanwhile. A browser without JavaScript gets it with the page that it is sent back to.
#[server(endpoint = "review/reveal_personal_data", output = Postcard)]
pub async fn reveal_personal_data(
    application_id: i64,
    #[server(default)] reveal_reason: String,
) -> Result<Option<PersonalData>, PageError> {
    use super::REVEAL_FORM;
    use crate::api::context::{is_plain_form, signed_in};
    use crate::api::typed::{answer_form, hand_on};
    use crate::routes::Path;
    use ::backend::commands::review::reveal::{check_reason, reveal};

    let (backend, caller) = signed_in()?;
    let reason = ("reveal_reason", reveal_reason.as_str());
    let page = Path::ReviewApplication(application_id).to_string();
    if is_plain_form() {
        let form = REVEAL_FORM.about(application_id);
        let checked = check_reason(&backend, &caller, application_id, &reveal_reason).await;
        answer_form(checked, form, &[reason]).await?;
        hand_on(form, &[("wanted", ""), reason]).await;
        leptos_axum::redirect(&page);
        return Ok(None);
    }
    let revealed = reveal(&backend, &caller, application_id, &reveal_reason).await;
    let revealed = answer_form(revealed, REVEAL_FORM.about(application_id), &[]).await?;
    // Closes the pop-up that asked for the reason.
    leptos_axum::redirect(&page);
    Ok(Some(revealed))
}
