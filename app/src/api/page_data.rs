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

/// Fetches the data, and again whenever `source` has another value. What is fetched again for the
/// same value has changed by itself: it is shown when nobody is in the middle of something.
pub fn page_data<S, T, F>(
    source: impl Fn() -> S + Send + Sync + 'static,
    fetch: impl Fn(S) -> F + Send + Sync + 'static,
) -> PageData<T>
where
    S: PartialEq + Clone + Send + Sync + 'static,
    T: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
    F: Future<Output = Result<T, PageError>> + Send + 'static,
{
    let before = StoredValue::new(None::<S>);
    let is_again = StoredValue::new(false);
    let source = move || {
        let now = source();
        is_again.set_value(before.with_value(|before| before.as_ref() == Some(&now)));
        before.set_value(Some(now.clone()));
        now
    };
    let fetch = move |source| {
        let fetching = fetch(source);
        let is_again = is_again.get_value();
        async move {
            let data = fetching.await;
            if is_again {
                disturb_nobody().await;
            }
            data
        }
    };
    let is_blocking = false;
    Resource::new_with_options(source, fetch, is_blocking)
}

/// Waits until the page may be drawn anew.
#[cfg(feature = "hydrate")]
async fn disturb_nobody() {
    use crate::ui::undisturbed::{is_in_use, keep_place};
    use std::time::Duration;

    /// Short enough to look immediate once a menu is closed.
    const LOOK_AGAIN: Duration = Duration::from_millis(200);

    while is_in_use() {
        super::live::pause(LOOK_AGAIN).await;
    }
    keep_place();
}

/// The server fetches everything once.
#[cfg(not(feature = "hydrate"))]
async fn disturb_nobody() {}

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
