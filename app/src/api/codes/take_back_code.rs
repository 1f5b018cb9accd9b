use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Takes an own code back from a draft and goes back to the list. `version` is that of the code
/// as it was shown.
#[server(endpoint = "codes/take_back_code", output = Postcard)]
pub async fn take_back_code(
    code_id: i64,
    version: i64,
    #[server(default)] return_to: String,
) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use crate::api::local_path;
    use crate::routes::Path;
    use ::backend::commands::codes::take_back::take_back;

    let (backend, caller) = signed_in()?;
    answer(take_back(&backend, &caller, code_id, version).await)?;
    let list = local_path(&return_to);
    leptos_axum::redirect(list.as_deref().unwrap_or(Path::ManageCodes.pattern()));
    Ok(())
}
