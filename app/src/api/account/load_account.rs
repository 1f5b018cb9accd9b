use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use shared::wire::account::AccountPage;

/// The own account and the devices that are logged in.
#[server(endpoint = "account/load_account", output = Postcard)]
pub async fn load_account() -> Result<AccountPage, PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::queries::account::account;

    let (backend, caller) = signed_in()?;
    answer(account(&backend, &caller).await)
}
