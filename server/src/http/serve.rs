//! Takes connections and serves them, within limits: axum's own server knows neither time-outs
//! nor a number of connections.

use super::stopped;
use crate::config::LimitsConfig;
use axum::body::Body;
use axum::extract::connect_info::ConnectInfo;
use axum::serve::Listener;
use axum::{Extension, Router};
use hyper::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};
use tower::{Layer, ServiceExt};

/// How long running requests may take when the process is told to stop.
const GRACE: Duration = Duration::from_secs(20);
/// What is kept of a connection's bytes at most: an address and headers must fit.
const BUFFER_BYTES: usize = 64 * 1024;

/// Serves until `stop` turns true, then lets running requests finish.
pub async fn serve(
    mut listener: TcpListener,
    router: Router,
    limits: LimitsConfig,
    stop: watch::Receiver<bool>,
) {
    let router: Router = router.with_state(());
    let mut server = http1::Builder::new();
    server
        .timer(TokioTimer::new())
        // Counts from the end of the last request, so that it ends idle connections as well.
        .header_read_timeout(limits.idle())
        .max_buf_size(BUFFER_BYTES);
    let places = Arc::new(Semaphore::new(limits.connections as usize));
    let running = GracefulShutdown::new();
    loop {
        let (stream, peer, place) = tokio::select! {
            taken = take(&mut listener, &places) => taken,
            () = stopped(stop.clone()) => break,
        };
        // Without it a streamed page waits for the reader's delayed acknowledgment.
        if let Err(error) = stream.set_nodelay(true) {
            tracing::warn!(%error, "TCP_NODELAY");
        }
        let service = Extension(ConnectInfo(peer))
            .layer(router.clone())
            .map_request(|request: Request<Incoming>| request.map(Body::new));
        let connection =
            server.serve_connection(TokioIo::new(stream), TowerToHyperService::new(service));
        let connection = running.watch(connection);
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!(%error, "a connection ended");
            }
            drop(place);
        });
    }
    drop(listener);
    if tokio::time::timeout(GRACE, running.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("some requests were cut off");
    }
}

/// The next connection, as soon as there is a place for one.
async fn take(
    listener: &mut TcpListener,
    places: &Arc<Semaphore>,
) -> (TcpStream, SocketAddr, Option<OwnedSemaphorePermit>) {
    if places.available_permits() == 0 {
        tracing::warn!("LICENSE_LIMITS__CONNECTIONS: as many connections are open as may be");
    }
    // Nobody closes the semaphore.
    let place = places.clone().acquire_owned().await.ok();
    let (stream, peer) = Listener::accept(listener).await;
    (stream, peer, place)
}
