use crate::api::PageError;
use leptos::prelude::*;
use shared::wire::review::{QueueFilter, QueuePage};

/// A page of the queue, the most urgent first.
#[server(endpoint = "review/load_queue")]
pub async fn load_queue(#[server(default)] filter: QueueFilter) -> Result<QueuePage, PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::queries::review_queue::review_queue;

    let (backend, caller) = signed_in()?;
    answer(review_queue(&backend, &caller, filter).await)
}
