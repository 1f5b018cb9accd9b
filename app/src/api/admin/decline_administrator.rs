use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Withdraws or refuses a proposal of an administrator.
#[server(endpoint = "admin/decline_administrator", output = Postcard)]
pub async fn decline_administrator(account_id: i64) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use crate::routes::Path;
    use ::backend::commands::accounts::decline_administrator::decline_administrator;

    let (backend, caller) = signed_in()?;
    answer(decline_administrator(&backend, &caller, account_id).await)?;
    leptos_axum::redirect(&format!("{}?done=declined", Path::Accounts));
    Ok(())
}
