use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Logs another device out.
#[server(endpoint = "account/revoke_session", output = Postcard)]
pub async fn revoke_session(session_id: String) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use crate::routes::Path;
    use ::backend::commands::accounts::revoke_session::revoke_session;

    let (backend, caller) = signed_in()?;
    answer(revoke_session(&backend, &caller, &session_id).await)?;
    leptos_axum::redirect(&format!("{}?changed=sessions", Path::Account));
    Ok(())
}
