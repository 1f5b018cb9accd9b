use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Makes an account an administrator that another one has proposed.
#[server(endpoint = "admin/confirm_administrator", output = Postcard)]
pub async fn confirm_administrator(account_id: i64) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use crate::routes::Path;
    use ::backend::commands::accounts::confirm_administrator::confirm_administrator;

    let (backend, caller) = signed_in()?;
    answer(confirm_administrator(&backend, &caller, account_id).await)?;
    leptos_axum::redirect(&format!("{}?done=confirmed", Path::Accounts));
    Ok(())
}
