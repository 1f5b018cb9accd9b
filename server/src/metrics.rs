//! Counts and durations of requests for Prometheus, on a listener of their own.

use axum::Router;
use axum::routing::get;
use axum_prometheus::PrometheusMetricLayer;
use std::future::Future;
use tokio::net::TcpListener;

/// Serves `GET /metrics` until `stop`; returns the layer that counts. Without a listener
/// nothing is counted.
pub fn start(
    listener: Option<TcpListener>,
    stop: impl Future<Output = ()> + Send + 'static,
) -> Option<PrometheusMetricLayer<'static>> {
    let listener = listener?;
    // Requests are told apart by route, never by address: those hold identifiers.
    let (layer, recorder) = PrometheusMetricLayer::pair();
    let router = Router::new().route("/metrics", get(move || async move { recorder.render() }));
    tokio::spawn(async move {
        axum::serve(listener, router)
            .with_graceful_shutdown(stop)
            .await
    });
    Some(layer)
}

/// Counts the requests of a router.
pub fn count(router: Router, layer: Option<PrometheusMetricLayer<'static>>) -> Router {
    match layer {
        Some(layer) => router.layer(layer),
        None => router,
    }
}
