use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use shared::wire::Page;
use shared::wire::message::MessageView;

/// A page of messages, newest first; those that were not read only, if asked for.
#[server(endpoint = "messages/load_messages", output = Postcard)]
pub async fn load_messages(
    #[server(default)] cursor: Option<String>,
    #[server(default)] unread_only: bool,
) -> Result<Page<MessageView>, PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::queries::messages::{messages, unread_messages};

    let (backend, caller) = signed_in()?;
    answer(if unread_only {
        unread_messages(&backend, &caller, cursor).await
    } else {
        messages(&backend, &caller, cursor).await
    })
}
