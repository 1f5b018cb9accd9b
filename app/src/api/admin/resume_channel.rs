use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Lets reports go out again after the cause of a stop was removed. `continue_after` is the
/// authority's last sequence number, where the administrator takes that over.
#[server(endpoint = "admin/resume_channel", output = Postcard)]
pub async fn resume_channel(
    #[server(default)] continue_after: Option<i64>,
) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::commands::authority::resume_channel::resume_channel;

    let (backend, caller) = signed_in()?;
    answer(resume_channel(&backend, &caller, continue_after).await)
}
