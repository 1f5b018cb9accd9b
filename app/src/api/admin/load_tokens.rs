use crate::api::PageError;
use crate::api::typed::FormPage;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use serde::{Deserialize, Serialize};
use shared::wire::service_token::ServiceTokenRow;

/// The tokens, and what can be asked of a new one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokensPage {
    pub tokens: Vec<ServiceTokenRow>,
    /// Codes of all scopes.
    pub scopes: Vec<String>,
    /// The token just made, for a browser without JavaScript; shown this once.
    pub new_token: Option<String>,
    pub may_manage: bool,
}

/// Every service token.
#[server(endpoint = "admin/load_tokens", output = Postcard)]
pub async fn load_tokens() -> Result<FormPage<TokensPage>, PageError> {
    use super::{CREATE_TOKEN_FORM, NEW_TOKEN, take_new};
    use crate::api::context::signed_in;
    use crate::api::typed::form_page;
    use ::backend::queries::service_tokens::service_tokens;
    use ::backend::service_token::Scope;
    use shared::role::{Action, allows};

    let (backend, caller) = signed_in()?;
    let tokens = service_tokens(&backend, &caller).await;
    let new_token = if tokens.is_ok() {
        take_new(&backend, NEW_TOKEN).await
    } else {
        None
    };
    let page = tokens.map(|tokens| TokensPage {
        tokens,
        scopes: Scope::ALL
            .iter()
            .map(|scope| scope.code().to_owned())
            .collect(),
        new_token,
        may_manage: allows(caller.role, Action::ManageServiceTokens),
    });
    form_page(page, CREATE_TOKEN_FORM).await
}
