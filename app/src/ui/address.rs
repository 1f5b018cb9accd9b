//! Addresses of links that lead back to the page they stand on.

use crate::api::ERROR_PARAMETERS;
use leptos_router::params::ParamsMap;

/// A page's query with its `?`, without the error of a form that was refused there.
#[must_use]
pub fn query_string(mut query: ParamsMap) -> String {
    for parameter in ERROR_PARAMETERS {
        query.remove(parameter);
    }
    query.to_query_string()
}
