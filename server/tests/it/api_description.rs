//! The machine interface does what its description says, and nothing that a schema-driven fuzzer
//! (schemathesis) has found comes back.

use crate::harness::{Answer, App, request};
use axum::body::Body;
use axum::http::StatusCode;
use backend::service_token::Scope;
use serde_json::{Value, json};

async fn send(app: &App, method: &str, path: &str, token: &str, body: String) -> Answer {
    let headers = [
        ("authorization", token),
        ("content-type", "application/json"),
    ];
    let path = format!("/api/v1{path}");
    app.send(request(method, &path, &headers, Body::from(body)))
        .await
}

async fn description(app: &App) -> Value {
    app.get("/api/v1/openapi.json", &[]).await.json()
}

fn operations(description: &Value) -> impl Iterator<Item = (String, String, &Value)> {
    let paths = description["paths"].as_object().unwrap();
    paths.iter().flat_map(|(path, operations)| {
        let operations = operations.as_object().unwrap().iter();
        operations.map(|(method, operation)| (method.to_uppercase(), path.clone(), operation))
    })
}

#[tokio::test]
async fn every_failure_is_described_with_its_body() {
    let app = App::new().await;
    let description = description(&app).await;
    let failure = json!({ "$ref": "#/components/schemas/Failure" });
    for (method, path, operation) in operations(&description) {
        let responses = operation["responses"].as_object().unwrap();
        for status in ["400", "401", "403", "500", "503"] {
            assert!(responses.contains_key(status), "{method} {path}: {status}");
        }
        for (status, response) in responses {
            let schema = &response["content"]["application/json"]["schema"];
            let is_failure = *schema == failure;
            assert_eq!(is_failure, status != "200", "{method} {path}: {status}");
        }
    }
}

#[tokio::test]
async fn a_call_without_what_it_needs_is_malformed() {
    let app = App::new().await;
    let token = app.service_token(&Scope::ALL).await;
    for (method, path) in [
        ("GET", "/accesses"),
        ("POST", "/codes/check"),
        ("PUT", "/inventory/servers"),
    ] {
        let answer = send(&app, method, path, &token, String::new()).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{method} {path}");
        assert_eq!(answer.json()["error"], "malformed", "{method} {path}");
        assert!(answer.json()["message"].is_string(), "{method} {path}");
    }
}

#[tokio::test]
async fn values_beyond_the_described_limits_are_refused() {
    let app = App::new().await;
    let token = app.service_token(&Scope::ALL).await;
    for (query, expected) in [
        ("limit=0", 400),
        ("limit=1001", 400),
        ("limit=2147483648", 400),
        ("limit=99999999999999999999", 400),
        ("after=-1", 400),
        ("limit=1000&after=0", 200),
    ] {
        let path = format!("/blocked-domains?{query}");
        let answer = send(&app, "GET", &path, &token, String::new()).await;
        assert_eq!(answer.status.as_u16(), expected, "{query}");
    }
    let code = json!({ "code": "2".repeat(201) }).to_string();
    let answer = send(&app, "POST", "/codes/check", &token, code).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    app.holder("holder@example.com").await;
    for (column, value) in [
        ("external_id", "x".repeat(256)),
        ("name", "x".repeat(256)),
        ("region", "字".repeat(256)),
    ] {
        let mut server = json!({
            "external_id": "i-1", "account": "holder@example.com", "name": "vm-1",
            "region": "cn-north-1", "mainland": true, "billing": "trial", "state": "running",
        });
        server[column] = json!(value);
        let push = json!({ "servers": [server] }).to_string();
        let answer = send(&app, "PUT", "/inventory/servers", &token, push).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{column}");
        assert_eq!(answer.json()["rows"][0]["column"], column);
    }
    let push = format!("{{\"servers\": [\"{}\"]}}", "x".repeat(9_000_000));
    let answer = send(&app, "PUT", "/inventory/servers", &token, push).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(answer.json(), json!({ "error": "too_large" }));
    for number in ["%00", "%E5%A4%87", "CA-20261122-0007%0A"] {
        let path = format!("/applications/{number}");
        let answer = send(&app, "GET", &path, &token, String::new()).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{number}");
    }
    let answer = send(&app, "GET", "/applications/%FF", &token, String::new()).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn what_is_as_described_and_cannot_be_is_told_from_what_is_malformed() {
    let app = App::new().await;
    let token = app.service_token(&Scope::ALL).await;
    app.holder("holder@example.com").await;
    let mistyped = json!({ "code": "7KQ2M-V9XTD-4HRPA-C3WNE" }).to_string();
    let code = send(&app, "POST", "/codes/check", &token, mistyped).await;
    let path = format!("/accesses?domain={}", "0".repeat(253));
    let domain = send(&app, "GET", &path, &token, String::new()).await;
    for answer in [code, domain] {
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{answer:?}");
        assert_eq!(answer.json()["error"], "not_found");
        assert!(answer.json()["violations"][0]["problem"].is_string());
    }
    let server = |change: Value| {
        let mut server = json!({
            "external_id": "i-1", "account": "holder@example.com", "name": "vm-1",
            "region": "cn-north-1", "mainland": true, "billing": "trial", "state": "running",
        });
        for (column, value) in change.as_object().unwrap() {
            server[column] = value.clone();
        }
        json!({ "servers": [server] }).to_string()
    };
    for (change, expected) in [
        (json!({ "account": "stranger@example.com" }), 409),
        (json!({ "term_ends_on": "2000-01-01" }), 409),
        (json!({ "public_ip": "0.0.0.0" }), 409),
        (json!({ "public_ip": "0.0.0" }), 422),
        (json!({ "term_ends_on": "soon" }), 422),
        (json!({ "billing": "weekly" }), 422),
        (json!({ "colour": "red" }), 400),
        (json!({}), 200),
    ] {
        let push = server(change.clone());
        let answer = send(&app, "PUT", "/inventory/servers", &token, push).await;
        assert_eq!(answer.status.as_u16(), expected, "{change}: {answer:?}");
    }
}

#[tokio::test]
async fn examples_are_values_that_are_taken() {
    let app = App::new().await;
    let token = app.service_token(&Scope::ALL).await;
    let description = description(&app).await;
    let code = &description["components"]["schemas"]["Check"]["properties"]["code"]["example"];
    let check = json!({ "code": code }).to_string();
    let answer = send(&app, "POST", "/codes/check", &token, check).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{answer:?}");
    for (_, path, operation) in operations(&description) {
        let parameters = operation["parameters"].as_array();
        for parameter in parameters.into_iter().flatten() {
            let Some(example) = parameter["example"].as_str() else {
                continue;
            };
            let name = parameter["name"].as_str().unwrap();
            let filled = path.replace(&format!("{{{name}}}"), example);
            let address = format!("{filled}?{name}={example}");
            let answer = send(&app, "GET", &address, &token, String::new()).await;
            let is_taken = [StatusCode::OK, StatusCode::NOT_FOUND].contains(&answer.status);
            assert!(is_taken, "{address}: {answer:?}");
        }
    }
}
