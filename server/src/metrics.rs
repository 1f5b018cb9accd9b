//! Counts and durations of requests for Prometheus, on a listener of their own.

use anyhow::{Context, Result};
use axum::Router;
use axum::routing::get;
use axum_prometheus::PrometheusMetricLayer;
use std::future::Future;
use std::net::SocketAddr;
use tokio::net::TcpListener;

/// Serves `GET /metrics` until `stop`; returns the layer that counts. Without an address
/// nothing is counted.
///
/// # Errors
/// When the address cannot be listened on.
pub async fn start(
    address: Option<SocketAddr>,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Result<Option<PrometheusMetricLayer<'static>>> {
    let Some(address) = address else {
        return Ok(None);
    };
    let listener = TcpListener::bind(address)
        .await
        .with_context(|| format!("LICENSE_METRICS__LISTEN: {address} cannot be listened on"))?;
    // Requests are told apart by route, never by address: those hold identifiers.
    let (layer, recorder) = PrometheusMetricLayer::pair();
    let router = Router::new().route("/metrics", get(move || async move { recorder.render() }));
    tokio::spawn(async move {
        axum::serve(listener, router)
            .with_graceful_shutdown(stop)
            .await
    });
    Ok(Some(layer))
}

/// Counts the requests of a router.
pub fn count(router: Router, layer: Option<PrometheusMetricLayer<'static>>) -> Router {
    match layer {
        Some(layer) => router.layer(layer),
        None => router,
    }
}
