//! The web server: pages, server functions, downloads, events, the machine interface and
//! static files.

mod address_error;
mod answer_with_page;
pub mod api;
mod appearance;
mod body_time;
mod clean_text;
mod client;
mod downloads;
mod event_streams;
mod events;
mod form;
mod health;
mod identify;
mod language;
mod log_in_limit;
mod log_out;
mod provider_logo;
mod refuse;
mod request_id;
mod security_headers;
mod serve;
mod session_store;
mod site;
mod static_files;
mod trace;

use crate::config::LimitsConfig;
use anyhow::Result;
use app::shell::shell;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use backend::backend::Backend;
use leptos::config::LeptosOptions;
use leptos::prelude::provide_context;
use leptos_axum::{AxumRouteListing, ErrorHandler, LeptosRoutes, generate_route_list};
use std::future::Future;
use std::sync::LazyLock;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tower_http::CompressionLevel;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};

pub use event_streams::EventStreams;
pub use serve::serve;
pub use site::options;

/// Largest body of a form.
const FORM_BYTES: usize = 1024 * 1024;
/// Largest body of the machine interface: an inventory of some ten thousand servers.
const API_BYTES: usize = 8 * 1024 * 1024;

/// What the web server serves, and how people reach it.
#[derive(Debug, Clone)]
pub struct Web {
    pub backend: Backend,
    pub options: LeptosOptions,
    /// People come over HTTPS: cookies are secure.
    pub is_secure: bool,
    /// A reverse proxy in front sets `X-Forwarded-For`.
    pub trust_forwarded_for: bool,
    pub limits: LimitsConfig,
    pub event_streams: EventStreams,
    /// Turns true when the process is told to stop.
    pub stop: watch::Receiver<bool>,
}

/// Found once: while Leptos looks for the routes, the whole process loads no resource, and a
/// page that is asked for meanwhile would never be answered.
static PAGE_ROUTES: LazyLock<Vec<AxumRouteListing>> =
    LazyLock::new(|| generate_route_list(app::App));

/// Every page's address.
#[must_use]
pub fn page_routes() -> Vec<AxumRouteListing> {
    PAGE_ROUTES.clone()
}

/// Everything that is served.
pub fn router(web: Web) -> Router {
    let (api, _) = api::router(web.backend.clone());
    let api = api
        .layer(from_fn(clean_text::clean))
        .layer(DefaultBodyLimit::max(API_BYTES))
        .layer(from_fn_with_state(web.limits.body(), body_time::limit));
    Router::new()
        .nest("/api/v1", api)
        .merge(health::router(web.backend.clone()))
        .merge(provider_logo::router(&web.backend))
        .merge(for_people(&web))
        .layer(CompressionLayer::new().quality(CompressionLevel::Fastest))
        // Not compressed on the way: what is compressed at all was so when it was built.
        .nest_service("/pkg", static_files::service(&web.options))
        .layer(from_fn(security_headers::add))
        .layer(CatchPanicLayer::new())
        .layer(trace::layer())
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        .layer(from_fn_with_state(
            web.trust_forwarded_for,
            request_id::distrust,
        ))
}

/// What browsers use: behind a session, and guarded against requests that other sites make
/// in its name. The machine interface needs no guard, as it knows no cookies.
fn for_people(web: &Web) -> Router {
    let provide = {
        let backend = web.backend.clone();
        move || provide_context(backend.clone())
    };
    let page = {
        let options = web.options.clone();
        move || shell(options.clone())
    };
    let not_found = ErrorHandler::new_with_context(provide.clone(), shell, web.options.clone());
    let pages = Router::new()
        .leptos_routes_with_context(&web.options, page_routes(), provide, page)
        .fallback_service(not_found)
        .with_state(web.options.clone())
        .merge(
            Router::new()
                .route("/logout", post(log_out::log_out))
                .route("/language", post(language::choose))
                .route("/appearance", post(appearance::choose))
                .route("/events", get(events::events))
                .route("/console/codes/export.{format}", get(downloads::codes))
                .route("/review/audit/export.{format}", get(downloads::audit))
                .with_state(web.clone()),
        )
        .layer(from_fn(clean_text::clean))
        .layer(from_fn_with_state(web.backend.clone(), identify::identify))
        .layer(session_store::layer(web.backend.clone(), web.is_secure));
    // From the last to the first: what costs least refuses first.
    pages
        .clone()
        .layer(from_fn(form::check))
        .layer(from_fn_with_state(
            log_in_limit::Limiter::new(web.backend.clone()),
            log_in_limit::limit,
        ))
        .layer(from_fn_with_state(pages, answer_with_page::answer))
        .layer(from_fn_with_state(
            web.backend.clone(),
            address_error::guard,
        ))
        .layer(from_fn_with_state(web.trust_forwarded_for, client::find))
        .layer(CsrfLayer::new())
        .layer(from_fn_with_state(web.limits.body(), body_time::limit))
}

/// Resolves when `stop` turns true.
pub async fn stopped(mut stop: watch::Receiver<bool>) {
    // The sender lives as long as the process.
    let _ = stop.wait_for(|stop| *stop).await;
}

/// Resolves on Ctrl-C or SIGTERM.
///
/// # Errors
/// When signals cannot be listened for.
pub fn stop_signal() -> Result<impl Future<Output = ()> + use<>> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
        tracing::info!("stopping");
    })
}
