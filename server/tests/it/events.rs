//! Server-sent events.

use crate::harness::{App, request};
use app::api::live::Change;
use axum::body::{Body, BodyDataStream};
use axum::http::StatusCode;
use backend::caller::Actor;
use backend::jobs::follow_events::follow_events;
use backend::store::audit::{Event, record};
use backend::store::session::look_for_caller;
use futures::StreamExt;
use serde_json::json;
use server::config::LimitsConfig;
use shared::wire::application::TimelineEvent;
use tower::ServiceExt;

/// Connects like a page that was made now: the first message only numbers the connection.
async fn follow(app: &App, cookie: &str) -> BodyDataStream {
    let newest = newest(app).await;
    let address = format!("/events?after={newest}");
    let (first, events) = open(app, &address, &[("cookie", cookie)]).await;
    assert_eq!(first, format!("id: {newest}\n\n"));
    events
}

/// The newest event, once the job has looked.
async fn newest(app: &App) -> i64 {
    follow_events(&app.backend).await.unwrap();
    app.backend.live.reached().unwrap().newest
}

/// Connects, and reads the first message.
async fn open(app: &App, address: &str, headers: &[(&str, &str)]) -> (String, BodyDataStream) {
    let request = request("GET", address, headers, Body::empty());
    let response = app.router.clone().oneshot(request).await.unwrap();
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(response.headers()["content-type"], "text/event-stream");
    let mut events = response.into_body().into_data_stream();
    let first = events.next().await.unwrap().unwrap();
    (String::from_utf8(first.to_vec()).unwrap(), events)
}

/// Something happens to an account's application.
async fn happen(app: &App, account_id: i64, application_id: i64) {
    let tx = app.backend.begin().await.unwrap();
    let event = Event {
        kind: TimelineEvent::Submitted.into(),
        subject: "application",
        subject_id: Some(application_id),
        application_id: Some(application_id),
        account_id: Some(account_id),
        detail: json!({}),
        note: None,
    };
    record(&tx, &app.backend, Actor::System, app.backend.now(), event)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// The application that the next event is about, as a page reads it.
async fn next_application(events: &mut BodyDataStream) -> Option<i64> {
    let chunk = events.next().await.unwrap().unwrap();
    let data = str::from_utf8(&chunk)
        .unwrap()
        .lines()
        .find_map(|line| line.strip_prefix("data: "));
    Change::parse(data.unwrap()).unwrap().application_id
}

#[tokio::test]
async fn holders_hear_of_their_own_data_and_staff_of_everything() {
    let app = App::new().await;
    let (holder, holder_cookie) = app.holder("holder@example.com").await;
    let (partner, _) = app.holder("partner@example.com").await;
    let reviewer = app
        .account("reviewer@example.com", shared::role::Role::Reviewer)
        .await;
    let reviewer_cookie = app.session(reviewer).await;
    let mut for_holder = follow(&app, &holder_cookie).await;
    let mut for_reviewer = follow(&app, &reviewer_cookie).await;
    happen(&app, partner, 1).await;
    happen(&app, holder, 2).await;
    follow_events(&app.backend).await.unwrap();
    assert_eq!(next_application(&mut for_holder).await, Some(2));
    assert_eq!(next_application(&mut for_reviewer).await, Some(1));
    assert_eq!(next_application(&mut for_reviewer).await, Some(2));
}

#[tokio::test]
async fn who_missed_something_fetches_everything() {
    let app = App::new().await;
    let (holder, cookie) = app.holder("holder@example.com").await;
    let before = newest(&app).await;
    happen(&app, holder, 1).await;
    let now = newest(&app).await;
    let first = async |address: String, last: Option<i64>| {
        let last = last.map(|last| last.to_string());
        let mut headers = vec![("cookie", cookie.as_str())];
        headers.extend(last.as_deref().map(|last| ("last-event-id", last)));
        open(&app, &address, &headers).await.0
    };
    let everything = format!("id: {now}\ndata: 0\n\n");
    let nothing = format!("id: {now}\n\n");
    let after = |known: i64| format!("/events?after={known}");
    assert_eq!(first("/events".to_owned(), None).await, everything);
    assert_eq!(first(after(before), None).await, everything);
    assert_eq!(first(after(now), None).await, nothing);
    // A browser that connects again by itself does so under the page's first address.
    assert_eq!(first(after(before), Some(now)).await, nothing);
    assert_eq!(first(after(now), Some(before)).await, everything);
}

#[tokio::test]
async fn streams_end_when_the_process_stops() {
    let app = App::new().await;
    let (_, cookie) = app.holder("holder@example.com").await;
    let mut stream = follow(&app, &cookie).await;
    app.stop.send(true).unwrap();
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn streams_end_with_their_session() {
    let app = App::new().await;
    let (id, cookie) = app.holder("holder@example.com").await;
    let other = app.session(id).await;
    let mut stream = follow(&app, &cookie).await;
    let mut others = follow(&app, &other).await;
    app.post("/logout", &[("cookie", &cookie)], "").await;
    follow_events(&app.backend).await.unwrap();
    assert!(stream.next().await.is_none());
    assert!(others.next().await.is_some(), "another log-in goes on");
}

#[tokio::test]
async fn who_only_listens_does_not_keep_the_session() {
    let app = App::new().await;
    let (_, cookie) = app.holder("holder@example.com").await;
    let token = cookie.split_once('=').unwrap().1;
    for minutes in [10, 20, 29] {
        let later = app.minutes_later(minutes);
        let found = look_for_caller(&later, token).await.unwrap();
        assert!(found.is_some(), "{minutes}");
    }
    let later = app.minutes_later(31);
    assert!(look_for_caller(&later, token).await.unwrap().is_none());
}

#[tokio::test]
async fn a_session_has_so_many_streams_at_most() {
    let limits = LimitsConfig {
        event_streams_per_session: 2,
        ..LimitsConfig::default()
    };
    let app = App::with_limits(limits).await;
    let (id, cookie) = app.holder("holder@example.com").await;
    let first = follow(&app, &cookie).await;
    let _second = follow(&app, &cookie).await;
    let third = async || app.get("/events", &[("cookie", &cookie)]).await.status;
    assert_eq!(third().await, StatusCode::TOO_MANY_REQUESTS);
    let _of_another_log_in = follow(&app, &app.session(id).await).await;
    drop(first);
    let _instead_of_first = follow(&app, &cookie).await;
}

#[tokio::test]
async fn strangers_hear_nothing() {
    let app = App::new().await;
    assert_eq!(
        app.get("/events", &[]).await.status,
        StatusCode::UNAUTHORIZED
    );
}
