//! The way to the log-in page and back.

use crate::routes::Path;
use crate::ui::address::query_string;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use leptos_router::params::ParamsMap;

/// The log-in page, from which one comes back to this page with its query.
pub fn use_log_in_address() -> Signal<String> {
    let location = use_location();
    Signal::derive(move || {
        let query = query_string(location.query.get());
        let mut next = ParamsMap::new();
        next.insert("next", format!("{}{query}", location.pathname.get()));
        format!("{}{}", Path::LogIn, next.to_query_string())
    })
}
