//! What a form cannot do to the system, whoever sends it.

use crate::harness::{Answer, App, request};
use app::api::PageError;
use axum::body::Body;
use axum::http::StatusCode;
use backend::jobs::clean_up::clean_up;
use backend::store::entities::session;
use backend::store::session::{Created, SessionContent, create};
use futures::stream::iter;
use leptos::server_fn::error::FromServerFnError;
use sea_orm::{ConnectionTrait, EntityTrait, PaginatorTrait};
use shared::field::Field;
use shared::problem::{Problem, Violation};
use std::convert::Infallible;

const LOG_IN: &str = "/api/session/log_in_with_password";
const PLAIN: [(&str, &str); 2] = [
    ("accept", "text/html"),
    ("referer", "https://license.example/login"),
];

async fn sessions(app: &App) -> u64 {
    session::Entity::find()
        .count(&app.backend.database)
        .await
        .unwrap()
}

/// Pages of the database's file.
async fn size(app: &App) -> i64 {
    let row = app
        .backend
        .database
        .query_one_raw(sea_orm::Statement::from_string(
            sea_orm::DbBackend::Sqlite,
            "SELECT page_count FROM pragma_page_count",
        ))
        .await
        .unwrap();
    row.unwrap().try_get("", "page_count").unwrap()
}

fn refusal(answer: &Answer) -> PageError {
    PageError::de(answer.bytes.clone())
}

#[tokio::test]
async fn a_stranger_leaves_nothing_in_the_database() {
    let app = App::new().await;
    // The counters of tries are there from the first try on.
    app.post(LOG_IN, &PLAIN, "email=nobody&password=x").await;
    let before = size(&app).await;
    let long = format!("email={}&password=x", "x".repeat(1_000_000));
    let as_long_as_may_be = format!("email={}&password=x", "x".repeat(1_000));
    for form in [
        long,
        as_long_as_may_be,
        "email=nobody&password=x".to_owned(),
    ] {
        for _ in 0..20 {
            let answer = app.post(LOG_IN, &PLAIN, &form).await;
            assert!(!answer.status.is_server_error(), "{answer:?}");
        }
    }
    assert_eq!(sessions(&app).await, 0);
    let grown = size(&app).await - before;
    assert!(grown < 20, "{grown} pages of 4 kB");
}

#[tokio::test]
async fn a_session_that_nobody_logged_in_to_is_deleted() {
    let app = App::new().await;
    let nobody = SessionContent::default();
    let created = create(&app.backend, "token", &nobody).await;
    assert_eq!(created.unwrap(), Created::Begun);
    app.holder("holder@example.com").await;
    let later = app.minutes_later(6);
    clean_up(&later).await.unwrap();
    assert_eq!(sessions(&app).await, 1);
}

#[tokio::test]
async fn what_a_stranger_typed_comes_back_once_and_in_this_browser_only() {
    let app = App::new().await;
    let form = "email=somebody%40example.com&password=secret-of-mine";
    let answer = app.post(LOG_IN, &PLAIN, form).await;
    assert_eq!(answer.status, StatusCode::FOUND);
    let cookie = answer.header("set-cookie");
    assert!(cookie.contains("HttpOnly"), "{cookie}");
    assert!(!cookie.contains("somebody"), "{cookie}");
    let cookie = cookie.split(';').next().unwrap();
    let page = app.get("/login", &[("cookie", cookie)]).await;
    assert!(page.body.contains("somebody@example.com"));
    assert!(!page.body.contains("secret-of-mine"));
    assert!(page.header("set-cookie").contains("Max-Age=0"));
    let other = app.get("/login", &[]).await;
    assert!(!other.body.contains("somebody@example.com"));
    let made_up = format!("{cookie}00");
    let other = app.get("/login", &[("cookie", &made_up)]).await;
    assert_eq!(other.status, StatusCode::OK);
    assert!(!other.body.contains("somebody@example.com"));
}

#[tokio::test]
async fn a_value_over_its_fields_length_is_refused_with_its_name() {
    let app = App::new().await;
    let (_, cookie) = app.holder("holder@example.com").await;
    let field = Field::EntityRemark;
    let long = "x".repeat(field.longest() as usize + 1);
    let form = format!("application_id=1&version=1&step=entity&entity_remark={long}");
    let path = "/api/applications/save_step";
    let answer = app.post(path, &[("cookie", &cookie)], &form).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let max = field.longest();
    let expected = Violation::on(field, Problem::TooLong { max });
    assert_eq!(refusal(&answer).0.violations(), [expected]);
    // A browser without JavaScript gets the page with the error.
    let headers = [
        ("cookie", cookie.as_str()),
        ("accept", "text/html"),
        ("referer", "https://license.example/console/account"),
    ];
    let form = format!("new_password={long}");
    let answer = app
        .post("/api/account/change_password", &headers, &form)
        .await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.body.contains("href=\"#new_password\""), "{answer:?}");
}

#[tokio::test]
async fn calls_that_cannot_be_read_are_the_callers_fault() {
    let app = App::new().await;
    let form = ("content-type", "application/x-www-form-urlencoded");
    let json = ("content-type", "application/json");
    let chunks = || {
        let chunks = iter((0..300).map(|_| Ok::<_, Infallible>("x".repeat(8192))));
        Body::from_stream(chunks)
    };
    for (path, kind, body, expected) in [
        (LOG_IN, form, Body::from("email=x"), 400),
        (LOG_IN, form, Body::from("email=%FF&password=x"), 400),
        (LOG_IN, form, Body::from(&b"email=\xFF&password=x"[..]), 400),
        (LOG_IN, form, Body::from("email[a]=x&password=x"), 400),
        (LOG_IN, json, Body::from("{}"), 415),
        (LOG_IN, form, Body::from("a=&".repeat(400)), 413),
        (LOG_IN, form, chunks(), 413),
        ("/language", form, chunks(), 413),
        ("/language", form, Body::from("language=%FF"), 400),
        ("/language", form, Body::empty(), 422),
        ("/no-such-page", form, chunks(), 413),
    ] {
        let answer = app.send(request("POST", path, &[kind], body)).await;
        assert_eq!(answer.status.as_u16(), expected, "{path}: {answer:?}");
    }
    let (_, cookie) = app.holder("holder@example.com").await;
    let search = format!("filter[search]={}", "x".repeat(1_000_000));
    let path = "/api/codes/load_codes";
    let answer = app.post(path, &[("cookie", &cookie)], &search).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let address = format!("/console/codes?search={}", "x".repeat(60_000));
    let answer = app.get(&address, &[("cookie", &cookie)]).await;
    assert_eq!(answer.status, StatusCode::URI_TOO_LONG);
}

#[tokio::test]
async fn a_plain_form_that_cannot_be_read_is_answered_with_its_page() {
    let app = App::new().await;
    let answer = app.post(LOG_IN, &PLAIN, "email=x").await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(answer.body.contains("could not be read"), "{answer:?}");
}
