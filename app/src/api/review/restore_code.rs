use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Restores what another supervisor disabled, and goes back to the list.
#[server(endpoint = "review/restore_code", output = Postcard)]
pub async fn restore_code(
    code_id: i64,
    #[server(default)] return_to: String,
) -> Result<(), PageError> {
    use super::codes_after;
    use crate::api::context::{answer, signed_in};
    use ::backend::commands::codes::restore::restore;

    let (backend, caller) = signed_in()?;
    answer(restore(&backend, &caller, code_id).await)?;
    leptos_axum::redirect(&codes_after(&return_to, "restored"));
    Ok(())
}
