use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use shared::wire::Page;
use shared::wire::message::MessageView;

/// A page of messages, newest first.
#[server(endpoint = "messages/load_messages", output = Postcard)]
pub async fn load_messages(cursor: Option<String>) -> Result<Page<MessageView>, PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::queries::messages::messages;

    let (backend, caller) = signed_in()?;
    answer(messages(&backend, &caller, cursor).await)
}
