//! Scripts, WebAssembly and styles: their folder is named after their content.

use std::path::Path;

use axum::Router;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, VARY};
use axum::middleware::map_response;
use axum::response::Response;
use leptos::config::LeptosOptions;
use tower_http::services::ServeDir;

/// A year, the longest that browsers honor.
const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// A cache in between must not hand a compressed file to a reader that cannot unpack it.
const BY_ENCODING: HeaderValue = HeaderValue::from_static("accept-encoding");

/// Serves `/pkg`, preferring the siblings that were compressed ahead of time.
pub fn service(options: &LeptosOptions) -> Router {
    let folder = Path::new(&*options.site_root).join("pkg");
    // Under `cargo leptos watch` the folder's name stays the same while its content changes.
    let is_named_after_content = &*options.site_pkg_dir != "pkg";
    Router::new()
        .fallback_service(
            ServeDir::new(folder)
                .precompressed_br()
                .precompressed_gzip(),
        )
        .layer(map_response(move |mut response: Response| async move {
            response.headers_mut().insert(VARY, BY_ENCODING);
            if is_named_after_content && response.status().is_success() {
                response.headers_mut().insert(CACHE_CONTROL, FOREVER);
            }
            response
        }))
}
