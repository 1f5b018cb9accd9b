use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Logs in and goes on to `next`.
#[server(endpoint = "session/log_in_with_password", output = Postcard)]
pub async fn log_in_with_password(
    email: String,
    password: String,
    #[server(default)] next: String,
) -> Result<(), PageError> {
    use super::begin::begin_session;
    use crate::api::context::{backend, client};
    use crate::api::typed::answer_form;
    use ::backend::commands::accounts::log_in_with_password::log_in_with_password;

    let result = log_in_with_password(&backend()?, &email, &password, &client()).await;
    let logged_in = answer_form(result, super::FORM, &[("email", &email)]).await?;
    begin_session(&logged_in, &next).await
}
