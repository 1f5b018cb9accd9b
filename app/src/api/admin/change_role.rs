use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Gives an account another role, which counts from its next request on; an administrator is
/// proposed.
#[server(endpoint = "admin/change_role", output = Postcard)]
pub async fn change_role(
    account_id: i64,
    #[server(default)] role: String,
) -> Result<(), PageError> {
    use super::known_role;
    use crate::api::context::{answer, signed_in};
    use crate::routes::Path;
    use ::backend::commands::accounts::change_role::{RoleChange, change_role};

    let (backend, caller) = signed_in()?;
    let role = answer(known_role(&role))?;
    let done = match answer(change_role(&backend, &caller, account_id, role).await)? {
        RoleChange::Changed => "role",
        RoleChange::Proposed => "proposed",
    };
    leptos_axum::redirect(&format!("{}?done={done}", Path::Accounts));
    Ok(())
}
