//! Keeps a page true while it is open.

use crate::api::live::use_changes;
use crate::api::page_data::PageData;
use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

/// Fetches the resource again when something changed that the page shows: an event of
/// `application_id`, or any event where that is none. Not while somebody is filling in a
/// form, which would lose what was typed.
pub fn use_live_refresh<T>(resource: PageData<T>, application_id: Option<i64>)
where
    T: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
{
    let changes = use_changes();
    Effect::watch(
        move || changes.newest(),
        move |change, _, _| {
            let concerned = change.is_some_and(|change| {
                application_id.is_none()
                    || change.event_id == 0
                    || change.application_id == application_id
            });
            if concerned && !is_filling_in() {
                resource.refetch();
            }
        },
        false,
    );
}

/// A field has the focus.
fn is_filling_in() -> bool {
    document().active_element().is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
    })
}
