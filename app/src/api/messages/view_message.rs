use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Goes to what a message is about: whoever views it has read it.
#[server(endpoint = "messages/view_message", output = Postcard)]
pub async fn view_message(
    message_id: i64,
    /// A page of this system.
    #[server(default)]
    to: String,
) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use crate::api::local_path;
    use crate::routes::Path;
    use ::backend::commands::messages::mark_read::mark_read;

    let (backend, caller) = signed_in()?;
    answer(mark_read(&backend, &caller, message_id).await)?;
    let page = local_path(&to);
    leptos_axum::redirect(page.as_deref().unwrap_or(Path::Messages.pattern()));
    Ok(())
}
