use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Logs in with a code that was mailed and goes on to `next`.
#[server(endpoint = "session/log_in_with_code", output = Postcard)]
pub async fn log_in_with_code(
    email: String,
    login_code: String,
    #[server(default)] next: String,
) -> Result<(), PageError> {
    use super::begin::begin_session;
    use crate::api::context::{backend, client};
    use crate::api::typed::answer_form;
    use ::backend::commands::accounts::log_in_with_code::log_in_with_code;

    let result = log_in_with_code(&backend()?, &email, &login_code, &client()).await;
    let logged_in = answer_form(result, super::FORM, &[("email", &email)]).await?;
    begin_session(&logged_in, &next).await
}
