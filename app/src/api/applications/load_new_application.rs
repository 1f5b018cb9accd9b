use crate::api::PageError;
use crate::api::typed::Typed;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use serde::{Deserialize, Serialize};
use shared::wire::application::ServerChoice;
use shared::wire::license::{OrderLink, WebsiteTakenOver};

/// `/console/applications/new`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewApplicationPage {
    /// Own servers to choose from, eligible or not.
    pub servers: Vec<ServerChoice>,
    /// The account has an entity, and one account has one only.
    pub has_entity: bool,
    /// S9: the application that has to end before another can be submitted.
    pub in_the_way: Option<OrderLink>,
    /// `Add access again`: what the new access is begun with.
    pub taken_over: Option<WebsiteTakenOver>,
    /// The same key twice makes one application.
    pub request_key: String,
    pub typed: Typed,
}

/// What a new application can be made with; `website_id` is the website that it is about, where
/// that is known already.
#[server(endpoint = "applications/load_new_application", output = Postcard)]
pub async fn load_new_application(
    website_id: Option<i64>,
) -> Result<NewApplicationPage, PageError> {
    use super::form;
    use crate::api::context::{answer, signed_in};
    use crate::api::typed::take_typed;
    use ::backend::queries::licenses::{licenses, order_in_the_way};
    use ::backend::queries::servers::servers;
    use ::backend::queries::website_taken_over::website_taken_over;

    let (backend, caller) = signed_in()?;
    let servers = answer(servers(&backend, &caller).await)?
        .into_iter()
        .map(|row| ServerChoice {
            id: row.id,
            name: row.name,
            public_ip: row.public_ip,
            failed: row.failed,
        });
    let taken_over = match website_id {
        Some(id) => Some(answer(website_taken_over(&backend, &caller, id).await)?),
        None => None,
    };
    Ok(NewApplicationPage {
        servers: servers.collect(),
        has_entity: answer(licenses(&backend, &caller).await)?.entity.is_some(),
        in_the_way: answer(order_in_the_way(&backend, &caller).await)?,
        taken_over,
        request_key: backend.random_key(),
        typed: take_typed(form::VERIFY).await.about(0),
    })
}
