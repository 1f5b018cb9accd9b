use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use serde::{Deserialize, Serialize};
use shared::wire::review::{QueueFilter, QueuePage};

/// The queue, and whether the reader may take something from it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Queue {
    pub page: QueuePage,
    pub may_claim: bool,
}

/// A page of the queue, the most urgent first.
#[server(endpoint = "review/load_queue", output = Postcard)]
pub async fn load_queue(#[server(default)] filter: QueueFilter) -> Result<Queue, PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::queries::review_queue::review_queue;
    use shared::role::{Action, allows};

    let (backend, caller) = signed_in()?;
    let page = answer(review_queue(&backend, &caller, filter).await)?;
    Ok(Queue {
        page,
        may_claim: allows(caller.role, Action::ClaimApplication),
    })
}
