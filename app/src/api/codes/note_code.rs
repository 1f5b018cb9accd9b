use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Writes down what an own code is for and goes back to the list.
#[server(endpoint = "codes/note_code", output = Postcard)]
pub async fn note_code(
    code_id: i64,
    #[server(default)] code_note: String,
    #[server(default)] return_to: String,
) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use crate::api::local_path;
    use crate::routes::Path;
    use ::backend::commands::codes::note::note;

    let (backend, caller) = signed_in()?;
    answer(note(&backend, &caller, code_id, &code_note).await)?;
    let list = local_path(&return_to);
    leptos_axum::redirect(list.as_deref().unwrap_or(Path::ManageCodes.pattern()));
    Ok(())
}
