//! What the machine interface refuses before it looks at a call.

use crate::harness::{Answer, App, request};
use axum::body::Body;
use axum::http::StatusCode;
use backend::commands::service_tokens::create::create_by_operator;
use backend::service_token::Scope;
use serde_json::{Value, json};

async fn check(app: &App, token: &str, body: &Value) -> Answer {
    let headers = [
        ("authorization", token),
        ("content-type", "application/json"),
    ];
    let body = Body::from(body.to_string());
    app.send(request("POST", "/api/v1/codes/check", &headers, body))
        .await
}

#[tokio::test]
async fn the_scope_is_demanded_before_anything_is_read() {
    let app = App::new().await;
    let token = app.service_token(&[Scope::ReadBlockFeed]).await;
    let headers = [("authorization", token.as_str())];
    let accesses = app.get("/api/v1/accesses?nonsense", &headers).await;
    let nonsense = json!({ "nonsense": 1 });
    let check = check(&app, &token, &nonsense).await;
    for answer in [accesses, check] {
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{answer:?}");
    }
}

#[tokio::test]
async fn one_token_cannot_check_codes_without_end() {
    let app = App::new().await;
    let token = app.service_token(&[Scope::CheckCodes]).await;
    let other = create_by_operator(&app.backend, "other", &[Scope::CheckCodes]).await;
    let other = format!("Bearer {}", other.unwrap());
    let unknown = json!({ "code": "22222-22222-22222-22222" });
    let mut checks = 0;
    let refused = loop {
        let answer = check(&app, &token, &unknown).await;
        if answer.status == StatusCode::TOO_MANY_REQUESTS {
            break answer;
        }
        checks += 1;
        assert!(checks < 2000, "2000 checks were taken");
    };
    assert!(checks >= 100, "a shop may check {checks} codes only");
    assert_eq!(refused.json(), json!({ "error": "too_many_calls" }));
    let seconds: u64 = refused.header("retry-after").parse().unwrap();
    assert!((1..=60).contains(&seconds), "{seconds}");
    let other = check(&app, &other, &unknown).await;
    assert_ne!(other.status, StatusCode::TOO_MANY_REQUESTS);
}
