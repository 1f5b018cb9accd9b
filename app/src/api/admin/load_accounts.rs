use crate::api::PageError;
use crate::api::typed::FormPage;
use leptos::prelude::*;
use shared::wire::account::AccountRow;

/// Every account, the oldest first.
#[server(endpoint = "admin/load_accounts")]
pub async fn load_accounts() -> Result<FormPage<Vec<AccountRow>>, PageError> {
    use super::CREATE_ACCOUNT_FORM;
    use crate::api::context::signed_in;
    use crate::api::typed::form_page;
    use ::backend::queries::accounts::accounts;

    let (backend, caller) = signed_in()?;
    form_page(accounts(&backend, &caller).await, CREATE_ACCOUNT_FORM).await
}
