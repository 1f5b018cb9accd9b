use crate::api::PageError;
use leptos::prelude::*;

/// Lets reports go out again after the cause of a stop was removed.
#[server(endpoint = "admin/resume_channel")]
pub async fn resume_channel() -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::commands::authority::resume_channel::resume_channel;

    let (backend, caller) = signed_in()?;
    answer(resume_channel(&backend, &caller).await)
}
