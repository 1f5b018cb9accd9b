use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Has a file of the authority processed again, after what was wrong with it was put right.
#[server(endpoint = "admin/process_file_again", output = Postcard)]
pub async fn process_file_again(file_name: String) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::commands::authority::process_again::process_again;

    let (backend, caller) = signed_in()?;
    answer(process_again(&backend, &caller, &file_name).await)
}
