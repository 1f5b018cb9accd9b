//! The machine interface as other systems meet it.

use crate::harness::{Answer, App, request};
use axum::body::Body;
use axum::http::StatusCode;
use backend::caller::Caller;
use backend::commands::codes::apply::apply;
use backend::queries::codes::codes;
use backend::service_token::Scope;
use backend::store::{audit, cloud_server, service_token};
use serde_json::{Value, json};
use shared::role::Role;

async fn call(app: &App, method: &str, path: &str, token: &str, body: &Value) -> Answer {
    let headers = [
        ("authorization", token),
        ("content-type", "application/json"),
    ];
    app.send(request(
        method,
        path,
        &headers,
        Body::from(body.to_string()),
    ))
    .await
}

async fn push(app: &App, token: &str, servers: Value) -> Answer {
    call(
        app,
        "PUT",
        "/api/v1/inventory/servers",
        token,
        &json!({ "servers": servers }),
    )
    .await
}

fn server() -> Value {
    json!({
        "external_id": "i-1", "account": "holder@example.com", "name": "vm-1", "region": "cn-north-1",
        "mainland": true, "billing": "monthly_package", "state": "running",
        "term_starts_on": "2026-11-01", "term_ends_on": "2027-11-01", "public_ip": "203.0.113.10",
    })
}

#[tokio::test]
async fn a_token_is_demanded_and_only_its_scopes_are_allowed() {
    let app = App::new().await;
    let token = app.service_token(&[Scope::ReadBlockFeed]).await;
    let feed = "/api/v1/blocked-domains";
    for wrong in [
        &[][..],
        &[("authorization", "Bearer nonsense")],
        &[("authorization", "Basic x")],
    ] {
        let answer = app.get(feed, wrong).await;
        assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
        assert_eq!(answer.header("www-authenticate"), "Bearer");
        assert_eq!(answer.json(), json!({ "error": "not_logged_in" }));
    }
    let answer = app.get(feed, &[("authorization", &token)]).await;
    assert_eq!(answer.json(), json!({ "entries": [], "next": 0 }));
    let answer = push(&app, &token, json!([server()])).await;
    assert_eq!(
        (answer.status, answer.json()),
        (StatusCode::FORBIDDEN, json!({ "error": "forbidden" }))
    );
}

#[tokio::test]
async fn a_revoked_token_is_none() {
    let app = App::new().await;
    let token = app.service_token(&[Scope::ReadBlockFeed]).await;
    let id = service_token::list(&app.backend.database).await.unwrap()[0].id;
    backend::commands::service_tokens::revoke::revoke_by_operator(&app.backend, id)
        .await
        .unwrap();
    let answer = app
        .get("/api/v1/blocked-domains", &[("authorization", &token)])
        .await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn an_inventory_pushed_twice_changes_nothing_the_second_time() {
    let app = App::new().await;
    let token = app.service_token(&[Scope::WriteInventory]).await;
    app.holder("holder@example.com").await;
    let first = push(&app, &token, json!([server()])).await;
    assert_eq!(
        first.json(),
        json!({ "added": 1, "changed": 0, "unchanged": 0 }),
        "{first:?}"
    );
    let again = push(&app, &token, json!([server()])).await;
    assert_eq!(
        again.json(),
        json!({ "added": 0, "changed": 0, "unchanged": 1 })
    );
    let mut frozen = server();
    frozen["state"] = json!("frozen");
    let changed = push(&app, &token, json!([frozen])).await;
    assert_eq!(
        changed.json(),
        json!({ "added": 0, "changed": 1, "unchanged": 0 })
    );
    let row = cloud_server::find_by_external_id(&app.backend.database, "i-1")
        .await
        .unwrap()
        .unwrap();
    assert_eq!((row.state.as_str(), row.version), ("frozen", 2));
    assert!(
        audit::newest_at(&app.backend.database)
            .await
            .unwrap()
            .is_some()
    );
}

#[tokio::test]
async fn every_wrong_row_is_told_and_nothing_is_taken_over() {
    let app = App::new().await;
    let token = app.service_token(&[Scope::WriteInventory]).await;
    app.holder("holder@example.com").await;
    let mut wrong = server();
    for (column, value) in [
        ("external_id", "i-2"),
        ("billing", "weekly"),
        ("state", "asleep"),
        ("term_ends_on", "2026-10-01"),
        ("public_ip", "203.0.113.300"),
    ] {
        wrong[column] = json!(value);
    }
    let answer = push(&app, &token, json!([server(), wrong])).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let answer = answer.json();
    let places: Vec<_> = answer["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["line"].clone(), row["column"].clone()))
        .collect();
    let expected =
        ["billing", "state", "term_ends_on", "public_ip"].map(|column| (json!(2), json!(column)));
    assert_eq!(places, expected);
    let mut stranger = server();
    stranger["account"] = json!("stranger@example.com");
    stranger["external_id"] = json!("i-3");
    let answer = push(&app, &token, json!([server(), stranger])).await.json();
    assert_eq!(
        answer["rows"],
        json!([{ "line": 2, "column": "account", "problem": "there is no account stranger@example.com" }])
    );
    let none = cloud_server::find_by_external_id(&app.backend.database, "i-1")
        .await
        .unwrap();
    assert_eq!(none, None);
}

#[tokio::test]
async fn a_server_stays_with_its_account() {
    let app = App::new().await;
    let token = app.service_token(&[Scope::WriteInventory]).await;
    app.holder("holder@example.com").await;
    app.holder("partner@example.com").await;
    push(&app, &token, json!([server()])).await;
    let mut moved = server();
    moved["account"] = json!("partner@example.com");
    let answer = push(&app, &token, json!([moved])).await;
    assert_eq!(answer.json()["rows"][0]["column"], "account");
}

#[tokio::test]
async fn checking_a_code_reserves_nothing() {
    let app = App::new().await;
    let token = app
        .service_token(&[Scope::WriteInventory, Scope::CheckCodes])
        .await;
    let (account_id, _) = app.holder("holder@example.com").await;
    push(&app, &token, json!([server()])).await;
    let row = cloud_server::find_by_external_id(&app.backend.database, "i-1")
        .await
        .unwrap()
        .unwrap();
    let caller = Caller {
        account_id,
        role: Role::Holder,
        session_id: String::new(),
        email: "holder@example.com".to_owned(),
        display_name: "holder".to_owned(),
    };
    apply(&app.backend, &caller, row.id, 1, "key")
        .await
        .unwrap();
    let code = codes(&app.backend, &caller, Default::default())
        .await
        .unwrap()
        .codes
        .items[0]
        .code
        .clone();
    for _ in 0..2 {
        let answer = call(
            &app,
            "POST",
            "/api/v1/codes/check",
            &token,
            &json!({ "code": code }),
        )
        .await
        .json();
        assert_eq!(
            (&answer["status"], &answer["usable"]),
            (&json!("unused"), &json!(true)),
            "{answer}"
        );
        assert_eq!(answer.get("used_by"), Some(&json!(null)), "{answer}");
    }
    let mut frozen = server();
    frozen["state"] = json!("frozen");
    push(&app, &token, json!([frozen])).await;
    let answer = call(
        &app,
        "POST",
        "/api/v1/codes/check",
        &token,
        &json!({ "code": code }),
    )
    .await
    .json();
    assert_eq!(
        (
            &answer["usable"],
            answer["problem"].get("server_not_eligible").is_some()
        ),
        (&json!(false), true),
        "{answer}"
    );
}

#[tokio::test]
async fn a_mistyped_code_is_told_from_an_unknown_one() {
    let app = App::new().await;
    let token = app.service_token(&[Scope::CheckCodes]).await;
    let check = async |code: &str| {
        call(
            &app,
            "POST",
            "/api/v1/codes/check",
            &token,
            &json!({ "code": code }),
        )
        .await
    };
    let answer = check("7KQ2M").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        answer.json()["violations"][0]["field"],
        "authorization_code"
    );
    assert_eq!(
        check("22222-22222-22222-22222").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn unknown_applications_and_domains_have_clear_answers() {
    let app = App::new().await;
    let token = app
        .service_token(&[Scope::ReadApplications, Scope::ReadAccesses])
        .await;
    let headers = [("authorization", token.as_str())];
    let answer = app
        .get("/api/v1/applications/CA-20261122-0007", &headers)
        .await;
    assert_eq!(
        (answer.status, answer.json()),
        (StatusCode::NOT_FOUND, json!({ "error": "not_found" }))
    );
    let answer = app
        .get("/api/v1/accesses?domain=example-shop.cn", &headers)
        .await;
    assert_eq!(answer.json(), json!({ "accesses": [] }));
    let answer = app.get("/api/v1/accesses", &headers).await;
    assert_eq!(
        (answer.status, answer.json()["error"].clone()),
        (StatusCode::BAD_REQUEST, json!("malformed"))
    );
}

#[tokio::test]
async fn what_is_not_there_answers_in_json() {
    let app = App::new().await;
    let answer = app.get("/api/v1/nothing", &[]).await;
    assert_eq!(
        (answer.status, answer.json()),
        (StatusCode::NOT_FOUND, json!({ "error": "not_found" }))
    );
    let answer = app.get("/api/v1/codes/check", &[]).await;
    assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(answer.json()["error"], "method_not_allowed");
}

#[tokio::test]
async fn the_description_is_served_and_every_operation_demands_a_token() {
    let app = App::new().await;
    let description = app.get("/api/v1/openapi.json", &[]).await.json();
    assert!(description["openapi"].as_str().unwrap().starts_with("3."));
    for (path, operations) in description["paths"].as_object().unwrap() {
        for (method, operation) in operations.as_object().unwrap() {
            assert_eq!(
                operation["security"],
                json!([{ "token": [] }]),
                "{method} {path}"
            );
            let path = format!("/api/v1{}", path.replace("{number}", "1"));
            let answer = app
                .send(request(&method.to_uppercase(), &path, &[], Body::empty()))
                .await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{method} {path}");
        }
    }
}
