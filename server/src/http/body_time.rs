//! How long a body may take to arrive: whoever sends it byte by byte holds nothing for long.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use futures::StreamExt;
use futures::stream::unfold;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// The rest of the body did not come in time.
#[derive(Debug, thiserror::Error)]
#[error("the body took too long")]
pub struct TookTooLong;

/// Ends the request's body with [`TookTooLong`] when it has not arrived after this time.
pub async fn limit(State(time): State<Duration>, request: Request, next: Next) -> Response {
    let deadline = Instant::now() + time;
    next.run(request.map(|body| in_time(body, deadline))).await
}

fn in_time(body: Body, deadline: Instant) -> Body {
    // What has an end already needs no watch, and keeps its known length.
    if axum::body::HttpBody::is_end_stream(&body) {
        return body;
    }
    let chunks = unfold(Some(body.into_data_stream()), move |chunks| async move {
        let mut chunks = chunks?;
        match timeout_at(deadline, chunks.next()).await {
            Ok(chunk) => Some((chunk?.map_err(axum::BoxError::from), Some(chunks))),
            Err(_) => Some((Err(TookTooLong.into()), None)),
        }
    });
    Body::from_stream(chunks)
}
