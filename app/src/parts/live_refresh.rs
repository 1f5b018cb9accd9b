//! Keeps a page true while it is open.

use crate::api::live::use_changes;
use crate::api::page_data::PageData;
use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

/// Fetches the resource again when something changed that the page shows: an event of
/// `application_id`, or any event where that is none. It is shown when that disturbs nobody
/// ([`crate::api::page_data::page_data`]).
pub fn use_live_refresh<T>(resource: PageData<T>, application_id: Option<Memo<i64>>)
where
    T: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
{
    let changes = use_changes();
    Effect::watch(
        move || changes.newest(),
        move |change, _, _| {
            let concerned = change.is_some_and(|change| {
                change.event_id == 0
                    || application_id
                        .is_none_or(|id| change.application_id == Some(id.get_untracked()))
            });
            if concerned {
                resource.refetch();
            }
        },
        false,
    );
}
