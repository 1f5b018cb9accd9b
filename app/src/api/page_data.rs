//! What a page shows: made with the page on the server and sent inside it, or fetched by the
//! browser when one goes from page to page.

use super::PageError;
use leptos::prelude::*;
use leptos::server::codee::binary::PostcardCodec;
use leptos::server_fn::ServerFn;
use serde::{Serialize, de::DeserializeOwned};
use std::future::Future;

/// A page's data, or why there is none. Inside the page it is written as Postcard, like the
/// answers of server functions.
pub type PageData<T> = Resource<Result<T, PageError>, PostcardCodec>;

/// Fetches the data, and again whenever `source` has another value.
pub fn page_data<S, T, F>(
    source: impl Fn() -> S + Send + Sync + 'static,
    fetch: impl Fn(S) -> F + Send + Sync + 'static,
) -> PageData<T>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    T: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
    F: Future<Output = Result<T, PageError>> + Send + 'static,
{
    let is_blocking = false;
    Resource::new_with_options(source, fetch, is_blocking)
}

/// Changes whenever the form succeeds. A refused one keeps what was typed, so only a success may
/// have the page's data fetched again.
pub fn successes<F>(action: ServerAction<F>) -> Memo<Option<usize>>
where
    F: ServerFn<Error = PageError> + Clone + Send + Sync + 'static,
    F::Output: Send + Sync + 'static,
{
    Memo::new(move |_| {
        let succeeded = action.value().with(|answer| matches!(answer, Some(Ok(_))));
        succeeded.then(|| action.version().get())
    })
}
