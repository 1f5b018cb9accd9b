use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Gives an account a new password, logs its devices out, and shows the password this once.
#[server(endpoint = "admin/reset_password", output = Postcard)]
pub async fn reset_password(account_id: i64) -> Result<String, PageError> {
    use super::{NEW_PASSWORD, keep_new};
    use crate::api::context::{answer, signed_in};
    use crate::routes::Path;
    use ::backend::commands::accounts::set_password::reset_password;

    let (backend, caller) = signed_in()?;
    let password = answer(reset_password(&backend, &caller, account_id).await)?;
    keep_new(&backend, NEW_PASSWORD, &password).await?;
    leptos_axum::redirect(&Path::Accounts.to_string());
    Ok(password)
}
