use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Ends a token at once.
#[server(endpoint = "admin/revoke_token", output = Postcard)]
pub async fn revoke_token(token_id: i64) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use crate::routes::Path;
    use ::backend::commands::service_tokens::revoke::revoke;

    let (backend, caller) = signed_in()?;
    answer(revoke(&backend, &caller, token_id).await)?;
    leptos_axum::redirect(&format!("{}?done=revoked", Path::ServiceTokens));
    Ok(())
}
