//! Connections that are slow, idle or too many, on a listener of their own.

use crate::harness::App;
use server::config::LimitsConfig;
use server::http::serve;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio::time::timeout;

/// Far longer than any of the limits.
const PATIENCE: Duration = Duration::from_secs(60);
const SHORT: LimitsConfig = LimitsConfig {
    connections: 2,
    event_streams_per_session: 2,
    idle_seconds: 1,
    body_seconds: 1,
};

/// Serves the application within these limits.
async fn start(app: &App, limits: LimitsConfig) -> (SocketAddr, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let router = app.router.clone();
    let stop = app.stop.subscribe();
    let serving = tokio::spawn(serve(listener, router, limits, stop));
    (address, serving)
}

/// Sends the text; what comes back until the server closes the connection.
async fn answer(address: SocketAddr, sent: &str) -> String {
    let mut connection = TcpStream::connect(address).await.unwrap();
    connection.write_all(sent.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    timeout(PATIENCE, connection.read_to_end(&mut answer))
        .await
        .expect("the server keeps the connection open")
        .unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test]
async fn a_connection_that_sends_nothing_more_is_closed() {
    let app = App::with_limits(SHORT).await;
    let (address, _) = start(&app, SHORT).await;
    for sent in ["", "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: "] {
        let answer = answer(address, sent).await;
        assert!(!answer.starts_with("HTTP/1.1 200"), "{answer}");
    }
    // An idle one that was answered ends as well.
    let served = answer(address, "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n").await;
    assert!(served.starts_with("HTTP/1.1 200"), "{served}");
}

#[tokio::test]
async fn a_body_must_come_in_time() {
    let app = App::with_limits(SHORT).await;
    let (address, _) = start(&app, SHORT).await;
    let form = "POST /api/session/log_in_with_password HTTP/1.1\r\nHost: x\r\n\
                Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\na=";
    let answer = answer(address, form).await;
    assert!(answer.starts_with("HTTP/1.1 408"), "{answer}");
}

#[tokio::test]
async fn others_wait_while_all_connections_are_in_use() {
    let app = App::with_limits(SHORT).await;
    let (address, _) = start(&app, SHORT).await;
    let held = [
        TcpStream::connect(address).await.unwrap(),
        TcpStream::connect(address).await.unwrap(),
    ];
    // Answered as soon as the idle ones are closed.
    let request = "GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    let third = answer(address, request).await;
    assert!(third.starts_with("HTTP/1.1 200"), "{third}");
    drop(held);
}

#[tokio::test]
async fn a_server_that_is_stopped_ends_idle_connections() {
    let limits = LimitsConfig::default();
    let app = App::with_limits(limits).await;
    let (address, serving) = start(&app, limits).await;
    let mut idle = TcpStream::connect(address).await.unwrap();
    idle.write_all(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        .await
        .unwrap();
    let mut first = [0; 1];
    idle.read_exact(&mut first).await.unwrap();
    app.stop.send(true).unwrap();
    // Sooner than the time after which requests are cut off.
    timeout(Duration::from_secs(15), serving)
        .await
        .expect("it waits for an idle connection")
        .unwrap();
}
