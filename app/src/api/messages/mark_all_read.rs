use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Marks every message as read.
#[server(endpoint = "messages/mark_all_read", output = Postcard)]
pub async fn mark_all_read() -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::commands::messages::mark_all_read::mark_all_read;

    let (backend, caller) = signed_in()?;
    answer(mark_all_read(&backend, &caller).await)
}
