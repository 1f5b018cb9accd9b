use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use shared::wire::account::OutboxMail;

/// The newest mails, sent or waiting.
#[server(endpoint = "admin/load_outbox", output = Postcard)]
pub async fn load_outbox() -> Result<Vec<OutboxMail>, PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::queries::outbox::outbox;

    let (backend, caller) = signed_in()?;
    answer(outbox(&backend, &caller).await)
}
