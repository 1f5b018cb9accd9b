use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Lets a blocked account log in again.
#[server(endpoint = "admin/unblock_account", output = Postcard)]
pub async fn unblock_account(account_id: i64) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use crate::routes::Path;
    use ::backend::commands::accounts::unblock::unblock;

    let (backend, caller) = signed_in()?;
    answer(unblock(&backend, &caller, account_id).await)?;
    leptos_axum::redirect(&format!("{}?done=unblocked", Path::Accounts));
    Ok(())
}
