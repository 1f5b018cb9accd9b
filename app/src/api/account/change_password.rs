use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Gives the own account another password; other devices are logged out.
#[server(endpoint = "account/change_password", output = Postcard)]
pub async fn change_password(
    #[server(default)] password: String,
    new_password: String,
) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use crate::routes::Path;
    use ::backend::commands::accounts::change_password::change_password;

    let (backend, caller) = signed_in()?;
    answer(change_password(&backend, &caller, &password, &new_password).await)?;
    leptos_axum::redirect(&format!("{}?changed=password", Path::Account));
    Ok(())
}
