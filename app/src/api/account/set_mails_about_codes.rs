use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Chooses whether mails tell about the own codes, too.
#[server(endpoint = "account/set_mails_about_codes", output = Postcard)]
pub async fn set_mails_about_codes(
    #[server(default)] mails_about_codes: bool,
) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use crate::routes::Path;
    use ::backend::commands::accounts::set_mails_about_codes::set_mails_about_codes;

    let (backend, caller) = signed_in()?;
    answer(set_mails_about_codes(&backend, &caller, mails_about_codes).await)?;
    leptos_axum::redirect(&format!("{}?changed=mails", Path::Account));
    Ok(())
}
