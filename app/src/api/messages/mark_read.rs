use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Marks one message as read.
#[server(endpoint = "messages/mark_read", output = Postcard)]
pub async fn mark_read(message_id: i64) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::commands::messages::mark_read::mark_read;

    let (backend, caller) = signed_in()?;
    answer(mark_read(&backend, &caller, message_id).await)
}
