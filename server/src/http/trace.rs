//! One span per request. Addresses are left out: they hold identifiers and what people
//! typed; the route says enough, and the request id joins all lines of a request.

use axum::body::Body;
use axum::extract::MatchedPath;
use axum::http::Request;
use tower_http::classify::{ServerErrorsAsFailures, SharedClassifier};
use tower_http::request_id::RequestId;
use tower_http::trace::{DefaultOnResponse, TraceLayer};
use tracing::{Level, Span};

type Layer = TraceLayer<SharedClassifier<ServerErrorsAsFailures>, fn(&Request<Body>) -> Span>;

/// The layer, to be put inside the one that sets request ids.
pub fn layer() -> Layer {
    TraceLayer::new_for_http()
        .make_span_with(span as fn(&Request<Body>) -> Span)
        .on_response(DefaultOnResponse::new().level(Level::DEBUG))
}

fn span(request: &Request<Body>) -> Span {
    let extensions = request.extensions();
    let route = extensions
        .get::<MatchedPath>()
        .map_or("unknown", MatchedPath::as_str);
    let id = extensions
        .get::<RequestId>()
        .and_then(|id| id.header_value().to_str().ok());
    tracing::info_span!("request", http.method = %request.method(), http.route = route, request.id = id)
}
