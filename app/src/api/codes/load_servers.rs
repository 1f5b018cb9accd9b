use crate::api::PageError;
use crate::api::typed::FormPage;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use serde::{Deserialize, Serialize};
use shared::policy::QuotaMode;
use shared::wire::code::ServerRow;

/// `Apply for Authorization Code`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServersPage {
    pub servers: Vec<ServerRow>,
    /// S24, in calendar years.
    pub validity_years: u32,
    /// S23: what counts against the quota.
    pub quota_mode: QuotaMode,
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
        validity_years: backend.settings.policy.code.validity_years,
        quota_mode: backend.settings.policy.code.quota_mode,
        request_key: backend.random_key(),
    });
    form_page(page, super::apply_for_codes::FORM).await
}
