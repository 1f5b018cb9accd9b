//! The session's cookie and what depends on it.

use crate::harness::App;
use axum::http::StatusCode;
use backend::commands::accounts::create::{CreateInput, create_by_operator};
use backend::store;
use serde_json::json;
use shared::role::Role;

#[tokio::test]
async fn nobody_gets_a_session_for_looking() {
    let app = App::new().await;
    let answer = app.get("/help", &[]).await;
    assert_eq!(answer.status, StatusCode::OK);
    assert_eq!(answer.header("set-cookie"), "");
}

#[tokio::test]
async fn pages_are_not_kept_by_caches() {
    let app = App::new().await;
    let (_, cookie) = app.holder("holder@example.com").await;
    assert_eq!(
        app.get("/help", &[("cookie", &cookie)])
            .await
            .header("cache-control"),
        "no-store"
    );
}

#[tokio::test]
async fn a_made_up_cookie_is_nobodys() {
    let app = App::new().await;
    for cookie in [
        "license_session=AAAAAAAAAAAAAAAAAAAAAA",
        "license_session=x",
        "license_session=",
    ] {
        assert_eq!(
            app.get("/events", &[("cookie", cookie)]).await.status,
            StatusCode::UNAUTHORIZED
        );
    }
}

#[tokio::test]
async fn a_log_in_gives_the_session_another_name() {
    let app = App::new().await;
    let input = CreateInput {
        email: "holder@example.com",
        display_name: "",
        role: Role::Holder,
        password: Some("a long password"),
        language: "en",
    };
    create_by_operator(&app.backend, &input).await.unwrap();
    // Slipped to the browser before, by somebody who knows it, or left by who used it before.
    let id = app.account("somebody@example.com", Role::Holder).await;
    let left = json!({ "account_id": id, "typed": "by somebody else" });
    let known = app.session_with(id, left).await;
    let headers = [("cookie", known.as_str()), ("accept", "text/html")];
    let form = "email=holder%40example.com&password=a+long+password&next=";
    let path = "/api/session/log_in_with_password";
    let answer = app.post(path, &headers, form).await;
    let set: Vec<_> = answer.headers.get_all("set-cookie").iter().collect();
    let set = |name: &str| {
        let mut cookies = set.iter().map(|cookie| cookie.to_str().unwrap());
        cookies.find(|cookie| cookie.starts_with(name)).unwrap()
    };
    let remembered = set("license_known_");
    for part in ["HttpOnly", "SameSite=Lax", "Max-Age=15552000"] {
        assert!(remembered.contains(part), "{remembered}");
    }
    let set = set("license_session=").split(';').next().unwrap();
    assert_ne!(set, known);
    let held = app.session_data(set).await;
    let mut held: Vec<_> = held.as_object().unwrap().keys().collect();
    held.sort();
    assert_eq!(held, ["account_epoch", "account_id", "user_agent"]);
    let page = app.get("/console", &[("cookie", set)]).await;
    assert_eq!(page.status, StatusCode::OK);
    let page = app.get("/console", &[("cookie", &known)]).await;
    assert_eq!(
        page.status,
        StatusCode::FOUND,
        "the old name is worth something"
    );
}

#[tokio::test]
async fn the_language_is_remembered_with_and_without_an_account() {
    let app = App::new().await;
    let (id, cookie) = app.holder("holder@example.com").await;
    for headers in [&[][..], &[("cookie", cookie.as_str())]] {
        let answer = app
            .post("/language", headers, "language=zh-CN&return_to=%2Fhelp")
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        assert_eq!(answer.header("location"), "/help");
        let cookie = answer.header("set-cookie");
        assert!(cookie.starts_with("language=zh-CN; Path=/; Max-Age=31536000"));
        assert!(cookie.contains("HttpOnly"));
    }
    let account = store::account::find(&app.backend.database, id)
        .await
        .unwrap();
    assert_eq!(account.language, "zh-CN");
}

#[tokio::test]
async fn light_or_dark_is_remembered_and_the_page_says_so() {
    let app = App::new().await;
    let form = "appearance=dark&return_to=%2Fhelp";
    let answer = app.post("/appearance", &[], form).await;
    assert_eq!(answer.header("location"), "/help");
    assert!(
        answer
            .header("set-cookie")
            .starts_with("appearance=dark; Path=/; Max-Age=31536000; HttpOnly")
    );
    let page = async |cookie| app.get("/help", &[("cookie", cookie)]).await.body;
    assert!(
        page("appearance=dark")
            .await
            .contains("data-theme=\"license-dark\"")
    );
    assert!(!page("appearance=system").await.contains("data-theme="));
}

#[tokio::test]
async fn the_switch_leads_nobody_elsewhere() {
    let app = App::new().await;
    for foreign in [
        "https%3A%2F%2Felsewhere.example",
        "%2F%2Felsewhere.example",
        "%2F.%2F%2Felsewhere.example%2F",
        "%2Fno-such-page",
        "",
    ] {
        let form = format!("language=en&return_to={foreign}");
        assert_eq!(
            app.post("/language", &[], &form).await.header("location"),
            "/"
        );
    }
}

#[tokio::test]
async fn a_new_role_holds_for_the_next_request() {
    let app = App::new().await;
    let id = app.account("person@example.com", Role::Holder).await;
    let cookie = app.session(id).await;
    let before = app
        .get("/review/audit/export.csv", &[("cookie", &cookie)])
        .await;
    assert_eq!(before.status, StatusCode::FORBIDDEN);
    backend::commands::accounts::change_role::change_role_by_operator(
        &app.backend,
        "person@example.com",
        Role::Auditor,
    )
    .await
    .unwrap();
    // Whoever gets another role has to log in again.
    let old = app
        .get("/review/audit/export.csv", &[("cookie", &cookie)])
        .await;
    assert_ne!(old.status, StatusCode::FORBIDDEN);
    let cookie = app.session(id).await;
    let after = app
        .get("/review/audit/export.csv", &[("cookie", &cookie)])
        .await;
    assert_eq!(after.status, StatusCode::OK);
}
