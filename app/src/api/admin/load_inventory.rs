use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use shared::wire::Page;
use shared::wire::code::ServerRow;

/// A page of all servers.
#[server(endpoint = "admin/load_inventory", output = Postcard)]
pub async fn load_inventory(cursor: Option<String>) -> Result<Page<ServerRow>, PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::queries::inventory::inventory;

    let (backend, caller) = signed_in()?;
    answer(inventory(&backend, &caller, cursor).await)
}
