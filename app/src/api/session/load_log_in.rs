use crate::api::PageError;
use crate::api::typed::FormPage;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use serde::{Deserialize, Serialize};
use shared::wire::account::Site;

/// `/login`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogInPage {
    pub site: Site,
}

/// What the log-in page shows. Whoever is logged in goes on to `next`.
#[server(endpoint = "session/load_log_in", output = Postcard)]
pub async fn load_log_in(next: String) -> Result<FormPage<LogInPage>, PageError> {
    use super::landing::landing;
    use crate::api::context::{backend, caller};
    use crate::api::typed::form_page;
    use ::backend::queries::site::site;

    if let Some(caller) = caller() {
        leptos_axum::redirect(&landing(caller.role, &next));
    }
    let site = site(&backend()?).await;
    form_page(site.map(|site| LogInPage { site }), super::FORM).await
}
