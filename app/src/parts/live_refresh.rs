//! Keeps a page true while it is open.

use crate::api::live::use_changes;
use crate::api::page_data::PageData;
use leptos::ev::focusout;
use leptos::prelude::*;
use serde::{Serialize, de::DeserializeOwned};

/// Fetches the resource again when something changed that the page shows: an event of
/// `application_id`, or any event where that is none. While somebody is filling in a form,
/// which would lose what was typed, it waits until they have left it.
pub fn use_live_refresh<T>(resource: PageData<T>, application_id: Option<Memo<i64>>)
where
    T: Serialize + DeserializeOwned + Clone + Send + Sync + 'static,
{
    let changes = use_changes();
    let is_waiting = StoredValue::new(false);
    let refresh = move || {
        let waits = is_filling_in();
        is_waiting.set_value(waits);
        if !waits {
            resource.refetch();
        }
    };
    Effect::watch(
        move || changes.newest(),
        move |change, _, _| {
            let concerned = change.is_some_and(|change| {
                change.event_id == 0
                    || application_id
                        .is_none_or(|id| change.application_id == Some(id.get_untracked()))
            });
            if concerned {
                refresh();
            }
        },
        false,
    );
    Effect::new(move || {
        let listener = window_event_listener(focusout, move |_| {
            // Where the focus goes is known only afterwards.
            request_animation_frame(move || {
                if is_waiting.try_get_value() == Some(true) {
                    refresh();
                }
            });
        });
        on_cleanup(move || listener.remove());
    });
}

/// A field has the focus, or a dialog is open, whose form may hold what was typed.
fn is_filling_in() -> bool {
    let document = document();
    let has_focus = document.active_element().is_some_and(|element| {
        matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT")
    });
    has_focus || matches!(document.query_selector("dialog[open]"), Ok(Some(_)))
}
