use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Mails a code to log in with, and goes on to where it is entered.
#[server(endpoint = "session/request_login_code", output = Postcard)]
pub async fn request_login_code(
    email: String,
    #[server(default)] next: String,
) -> Result<(), PageError> {
    use crate::api::context::{backend, client};
    use crate::api::typed::{answer_form, hand_on};
    use ::backend::commands::accounts::request_login_code::request_login_code;

    let values = [("email", email.as_str())];
    let result = request_login_code(&backend()?, &email, &client()).await;
    answer_form(result, super::FORM, &values).await?;
    hand_on(super::FORM, &values).await;
    leptos_axum::redirect(&super::code_entry("code", &next));
    Ok(())
}
