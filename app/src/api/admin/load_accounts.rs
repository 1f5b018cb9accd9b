use crate::api::PageError;
use crate::api::typed::{FormPage, Typed};
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use serde::{Deserialize, Serialize};
use shared::wire::Page;
use shared::wire::account::{AccountRow, AdministratorProposal};

/// The accounts, and what the reader may do with them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct AccountsPage {
    pub accounts: Page<AccountRow>,
    /// Who waits to become an administrator.
    pub proposals: Vec<AdministratorProposal>,
    pub may_manage: bool,
    /// Somebody could confirm an administrator whom the reader proposes.
    pub has_second_administrator: bool,
    /// What was typed when blocking an account was refused.
    pub typed_block: Typed,
    /// The password just made, for a browser without JavaScript; shown this once.
    pub new_password: Option<String>,
}

/// A page of accounts, the newest first.
#[server(endpoint = "admin/load_accounts", output = Postcard)]
pub async fn load_accounts(
    #[server(default)] cursor: Option<String>,
) -> Result<FormPage<AccountsPage>, PageError> {
    use super::{BLOCK_ACCOUNT_FORM, CREATE_ACCOUNT_FORM, NEW_PASSWORD, take_new};
    use crate::api::context::{answer, signed_in};
    use crate::api::typed::{form_page, take_typed};
    use ::backend::queries::accounts::accounts;
    use ::backend::queries::administrators::{administrator_proposals, has_second_administrator};
    use shared::role::{Action, allows};

    let (backend, caller) = signed_in()?;
    let accounts = accounts(&backend, &caller, cursor.as_deref()).await;
    let new_password = if accounts.is_ok() {
        take_new(&backend, NEW_PASSWORD).await
    } else {
        None
    };
    let proposals = answer(administrator_proposals(&backend, &caller).await)?;
    let has_second_administrator = answer(has_second_administrator(&backend, &caller).await)?;
    let typed_block = take_typed(BLOCK_ACCOUNT_FORM).await;
    let page = accounts.map(|accounts| AccountsPage {
        accounts,
        proposals,
        may_manage: allows(caller.role, Action::ManageAccounts),
        has_second_administrator,
        typed_block,
        new_password,
    });
    form_page(page, CREATE_ACCOUNT_FORM).await
}
