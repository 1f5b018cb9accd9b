use crate::api::PageError;
use crate::api::typed::FormPage;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use serde::{Deserialize, Serialize};
use shared::policy::{CodePolicy, ServerPolicy};
use shared::wire::code::ServerRow;

/// `Apply for Authorization Code`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServersPage {
    pub servers: Vec<ServerRow>,
    /// S21: which servers give codes.
    pub server_policy: ServerPolicy,
    /// S23, S24: how many, and for how long.
    pub code_policy: CodePolicy,
    /// The same key twice makes one batch (S26); each server's form adds its number.
    pub request_key: String,
}

/// All servers of the holder, with what each may have.
#[server(endpoint = "codes/load_servers", output = Postcard)]
pub async fn load_servers() -> Result<FormPage<ServersPage>, PageError> {
    use crate::api::context::signed_in;
    use crate::api::typed::form_page;
    use ::backend::queries::servers::servers;

    let (backend, caller) = signed_in()?;
    let page = servers(&backend, &caller).await.map(|servers| ServersPage {
        servers,
        server_policy: backend.settings.policy.server.clone(),
        code_policy: backend.settings.policy.code.clone(),
        request_key: backend.random_key(),
    });
    form_page(page, super::apply_for_codes::FORM).await
}
