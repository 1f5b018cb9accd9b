//! A flood of log-ins from one address is stopped; others go on.

use crate::harness::App;
use axum::http::StatusCode;

#[tokio::test]
async fn one_address_cannot_try_without_end() {
    let app = App::new().await;
    let path = "/api/session/log_in_with_password";
    let flood = [("x-forwarded-for", "198.51.100.7")];
    let mut tries = 0;
    while app.post(path, &flood, "").await.status != StatusCode::TOO_MANY_REQUESTS {
        tries += 1;
        assert!(tries < 2000, "2000 tries were taken");
    }
    assert!(tries >= 100, "an office may try {tries} times only");
    let other = app
        .post(path, &[("x-forwarded-for", "198.51.100.8")], "")
        .await;
    assert_ne!(other.status, StatusCode::TOO_MANY_REQUESTS);
    let network = [("x-forwarded-for", "2001:db8::1")];
    while app.post(path, &network, "").await.status != StatusCode::TOO_MANY_REQUESTS {
        tries += 1;
        assert!(tries < 4000, "2000 tries were taken");
    }
    let neighbor = app
        .post(path, &[("x-forwarded-for", "2001:db8::2")], "")
        .await;
    assert_eq!(neighbor.status, StatusCode::TOO_MANY_REQUESTS);
    let page = app.get("/help", &flood).await;
    assert_eq!(page.status, StatusCode::OK);
}
