//! Newer and older pages of the list on this page: its address with another cursor.

use crate::ui::address::query_string;
use crate::ui::pagination::Pagination;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// Keys of the query that belong to one view of the page.
const OF_THIS_VIEW: [&str; 3] = ["dialog", "done", "cursor"];

/// The links below a list.
#[component]
pub fn CursorPages(
    /// Cursors of a [`shared::wire::Page`].
    previous: Option<String>,
    next: Option<String>,
) -> impl IntoView {
    let location = use_location();
    let address = move |cursor: String| {
        let mut query = location.query.get_untracked();
        for key in OF_THIS_VIEW {
            query.remove(key);
        }
        query.insert("cursor", cursor);
        format!(
            "{}{}",
            location.pathname.get_untracked(),
            query_string(query)
        )
    };
    view! { <Pagination newer=previous.map(address) older=next.map(address) /> }
}
