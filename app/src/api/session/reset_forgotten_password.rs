use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Chooses a new password with a code that was mailed, logs in and goes on to `next`.
#[server(endpoint = "session/reset_forgotten_password", output = Postcard)]
pub async fn reset_forgotten_password(
    email: String,
    login_code: String,
    new_password: String,
    #[server(default)] next: String,
) -> Result<(), PageError> {
    use super::begin::begin_session;
    use crate::api::context::{backend, client};
    use crate::api::typed::answer_form;
    use ::backend::commands::accounts::reset_forgotten_password::reset_forgotten_password;

    let (backend, client) = (backend()?, client());
    let result =
        reset_forgotten_password(&backend, &email, &login_code, &new_password, &client).await;
    let logged_in = answer_form(result, super::FORM, &[("email", &email)]).await?;
    begin_session(&logged_in, &next).await
}
