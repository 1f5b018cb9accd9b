use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Mails a code to choose a new password with, and goes on to where both are entered.
#[server(endpoint = "session/request_password_code", output = Postcard)]
pub async fn request_password_code(
    email: String,
    #[server(default)] next: String,
) -> Result<(), PageError> {
    use crate::api::context::{backend, client};
    use crate::api::typed::{answer_form, hand_on};
    use ::backend::commands::accounts::request_password_code::request_password_code;

    let values = [("email", email.as_str())];
    let result = request_password_code(&backend()?, &email, &client()).await;
    answer_form(result, super::FORM, &values).await?;
    hand_on(super::FORM, &values).await;
    leptos_axum::redirect(&super::code_entry("forgot", &next));
    Ok(())
}
