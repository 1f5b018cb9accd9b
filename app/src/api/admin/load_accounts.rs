use crate::api::PageError;
use crate::api::typed::FormPage;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use serde::{Deserialize, Serialize};
use shared::wire::Page;
use shared::wire::account::AccountRow;

/// The accounts, and what the reader may do with them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AccountsPage {
    pub accounts: Page<AccountRow>,
    pub may_manage: bool,
    /// The password just made, for a browser without JavaScript; shown this once.
    pub new_password: Option<String>,
}

/// A page of accounts, the newest first.
#[server(endpoint = "admin/load_accounts", output = Postcard)]
pub async fn load_accounts(
    #[server(default)] cursor: Option<String>,
) -> Result<FormPage<AccountsPage>, PageError> {
    use super::{CREATE_ACCOUNT_FORM, NEW_PASSWORD, take_new};
    use crate::api::context::signed_in;
    use crate::api::typed::form_page;
    use ::backend::queries::accounts::accounts;
    use shared::role::{Action, allows};

    let (backend, caller) = signed_in()?;
    let accounts = accounts(&backend, &caller, cursor.as_deref()).await;
    let new_password = if accounts.is_ok() {
        take_new(&backend, NEW_PASSWORD).await
    } else {
        None
    };
    let page = accounts.map(|accounts| AccountsPage {
        accounts,
        may_manage: allows(caller.role, Action::ManageAccounts),
        new_password,
    });
    form_page(page, CREATE_ACCOUNT_FORM).await
}
