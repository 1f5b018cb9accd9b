//! Requests that another site makes in a browser's name change nothing.

use crate::harness::App;
use axum::http::StatusCode;
use backend::service_token::Scope;
use backend::store::session::find_caller;

async fn is_logged_in(app: &App, cookie: &str) -> bool {
    let token = cookie.split_once('=').unwrap().1;
    find_caller(&app.backend, token).await.unwrap().is_some()
}

#[tokio::test]
async fn another_site_cannot_log_anybody_out() {
    let app = App::new().await;
    let (_, cookie) = app.holder("holder@example.com").await;
    for headers in [
        [
            ("cookie", cookie.as_str()),
            ("sec-fetch-site", "cross-site"),
        ],
        [("cookie", cookie.as_str()), ("sec-fetch-site", "same-site")],
        [
            ("cookie", cookie.as_str()),
            ("origin", "https://elsewhere.example"),
        ],
        [("cookie", cookie.as_str()), ("origin", "null")],
    ] {
        let answer = app.post("/logout", &headers, "").await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{headers:?}");
        assert!(is_logged_in(&app, &cookie).await, "{headers:?}");
    }
}

#[tokio::test]
async fn this_site_can() {
    for header in [
        ("sec-fetch-site", "same-origin"),
        ("origin", "https://license.example"),
        ("accept", "text/html"),
    ] {
        let app = App::new().await;
        let (_, cookie) = app.holder("holder@example.com").await;
        let answer = app
            .post("/logout", &[("cookie", &cookie), header], "")
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{header:?}");
        assert!(!is_logged_in(&app, &cookie).await, "{header:?}");
    }
}

#[tokio::test]
async fn a_link_from_another_site_leads_to_its_page() {
    let app = App::new().await;
    let answer = app.get("/help", &[("sec-fetch-site", "cross-site")]).await;
    assert_eq!(answer.status, StatusCode::OK);
}

#[tokio::test]
async fn the_machine_interface_knows_no_cookies_and_needs_no_guard() {
    let app = App::new().await;
    let token = app.service_token(&[Scope::CheckCodes]).await;
    let headers = [
        ("authorization", token.as_str()),
        ("origin", "https://elsewhere.example"),
    ];
    let answer = app.post("/api/v1/codes/check", &headers, "").await;
    assert_eq!(
        answer.status,
        StatusCode::BAD_REQUEST,
        "it is the body that is refused: {answer:?}"
    );
    let (_, cookie) = app.holder("holder@example.com").await;
    let answer = app
        .get("/api/v1/blocked-domains", &[("cookie", &cookie)])
        .await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
}
