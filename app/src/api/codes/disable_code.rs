use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Disables an own Unused code and goes back to the list.
#[server(endpoint = "codes/disable_code", output = Postcard)]
pub async fn disable_code(
    code_id: i64,
    #[server(default)] return_to: String,
) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use crate::api::local_path;
    use crate::routes::Path;
    use ::backend::commands::codes::disable::disable;

    let (backend, caller) = signed_in()?;
    answer(disable(&backend, &caller, code_id).await)?;
    let list = local_path(&return_to);
    leptos_axum::redirect(list.as_deref().unwrap_or(Path::ManageCodes.pattern()));
    Ok(())
}
