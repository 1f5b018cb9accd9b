//! What a load balancer asks.

use crate::harness::App;
use axum::http::StatusCode;

#[tokio::test]
async fn a_working_system_is_alive_and_ready() {
    let app = App::new().await;
    assert_eq!(app.get("/healthz", &[]).await.body, "ok");
    assert_eq!(app.get("/readyz", &[]).await.body, "ready");
}

#[tokio::test]
async fn a_database_without_tables_is_not_ready() {
    let app = App::without_tables().await;
    assert_eq!(app.get("/healthz", &[]).await.status, StatusCode::OK);
    let answer = app.get("/readyz", &[]).await;
    assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(answer.body, "the database is not up to date");
}

#[tokio::test]
async fn every_answer_has_an_id_and_is_guarded() {
    let app = App::new().await;
    for path in [
        "/healthz",
        "/help",
        "/no-such-page",
        "/api/v1/no-such-thing",
    ] {
        let answer = app.get(path, &[]).await;
        assert_eq!(answer.header("x-request-id").len(), 36, "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(answer.header("x-frame-options"), "DENY", "{path}");
        assert!(
            answer
                .header("content-security-policy")
                .contains("frame-ancestors 'none'"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn an_address_without_a_page_is_not_found() {
    let app = App::new().await;
    assert_eq!(
        app.get("/no-such-page", &[]).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn a_form_of_megabytes_is_refused() {
    let app = App::new().await;
    let form = format!("language=en&return_to=/{}", "x".repeat(2 * 1024 * 1024));
    let length = form.len().to_string();
    let answer = app
        .post("/language", &[("content-length", &length)], &form)
        .await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn an_id_comes_from_a_proxy_or_from_us() {
    let app = App::new().await;
    let given = async |id| app.get("/healthz", &[("x-request-id", id)]).await;
    let proxy = given("7f3a-1").await;
    assert_eq!(proxy.header("x-request-id"), "7f3a-1");
    let long = "7".repeat(200);
    for made_up in ["a b", "<script>", &long] {
        let answer = given(made_up).await;
        assert_eq!(answer.header("x-request-id").len(), 36, "{made_up}");
    }
    let app = App::without_proxy().await;
    let answer = app.get("/healthz", &[("x-request-id", "7f3a-1")]).await;
    assert_eq!(answer.header("x-request-id").len(), 36);
}
