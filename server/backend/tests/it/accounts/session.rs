//! How sessions begin and end.

use super::{EMAIL, PASSWORD, begin_session, client, kinds, open_account};
use crate::harness::{Harness, on_each_database};
use backend::commands::accounts::log_in_with_password::log_in_with_password;
use backend::commands::accounts::log_out::log_out;
use backend::commands::accounts::revoke_session::revoke_session;
use backend::commands::accounts::set_password::set_password_by_operator;
use backend::error::Error;
use backend::queries::account::account;
use backend::store::entities::session::Entity;
use backend::store::session::{
    Created, SessionContent, create, delete, delete_expired, find_caller, load, save,
};
use chrono::Duration;
use sea_orm::EntityTrait;
use shared::role::Role;

async fn is_logged_in(h: &Harness, token: &str) -> bool {
    find_caller(&h.backend, token).await.unwrap().is_some()
}

on_each_database!(a_session_knows_its_account);
async fn a_session_knows_its_account(h: &Harness) {
    let id = open_account(h).await;
    let caller = begin_session(&h.backend, id, "laptop").await;
    assert_eq!((caller.account_id, caller.role), (id, Role::Holder));
    assert_eq!(
        (caller.email.as_str(), caller.display_name.as_str()),
        ("holder@example.com", "Holder")
    );
    assert!(!is_logged_in(h, "another token").await);
    let row = Entity::find()
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap();
    assert!(!row.id.contains("laptop"), "the token itself is not stored");
}

on_each_database!(a_session_without_an_account_is_nobodys);
async fn a_session_without_an_account_is_nobodys(h: &Harness) {
    let id = open_account(h).await;
    let content = SessionContent {
        data: "{\"a\":1}".to_owned(),
        ..SessionContent::default()
    };
    let created = async || create(&h.backend, "visitor", &content).await.unwrap();
    assert_eq!(created().await, Created::Begun);
    assert_eq!(created().await, Created::TokenTaken);
    assert_eq!(
        load(&h.backend, "visitor").await.unwrap(),
        Some(content.clone())
    );
    assert!(!is_logged_in(h, "visitor").await);
    let of_account = SessionContent {
        account_id: Some(id),
        ..content.clone()
    };
    save(&h.backend, "visitor", &of_account).await.unwrap();
    assert!(!is_logged_in(h, "visitor").await, "a log-in begins another");
    delete(&h.backend, "visitor").await.unwrap();
    assert_eq!(load(&h.backend, "visitor").await.unwrap(), None);
}

on_each_database!(half_an_hour_without_use_ends_a_session);
async fn half_an_hour_without_use_ends_a_session(h: &Harness) {
    let id = open_account(h).await;
    begin_session(&h.backend, id, "laptop").await;
    for _ in 0..5 {
        h.clock.advance(Duration::minutes(29));
        assert!(is_logged_in(h, "laptop").await, "use keeps it");
    }
    h.clock.advance(Duration::minutes(30));
    assert!(!is_logged_in(h, "laptop").await);
    assert_eq!(load(&h.backend, "laptop").await.unwrap(), None);
}

on_each_database!(twelve_hours_end_a_session_however_it_is_used);
async fn twelve_hours_end_a_session_however_it_is_used(h: &Harness) {
    let id = open_account(h).await;
    begin_session(&h.backend, id, "laptop").await;
    for _ in 0..47 {
        h.clock.advance(Duration::minutes(15));
        assert!(is_logged_in(h, "laptop").await);
    }
    h.clock.advance(Duration::minutes(15));
    assert!(!is_logged_in(h, "laptop").await);
}

on_each_database!(use_is_written_down_once_a_minute);
async fn use_is_written_down_once_a_minute(h: &Harness) {
    let id = open_account(h).await;
    begin_session(&h.backend, id, "laptop").await;
    let begun = last_seen_at(h).await;
    h.clock.advance(Duration::seconds(59));
    assert!(is_logged_in(h, "laptop").await);
    assert_eq!(last_seen_at(h).await, begun);
    h.clock.advance(Duration::seconds(1));
    assert!(is_logged_in(h, "laptop").await);
    assert_eq!(last_seen_at(h).await, begun + 60_000);
}

async fn last_seen_at(h: &Harness) -> i64 {
    Entity::find()
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap()
        .last_seen_at
}

on_each_database!(the_account_page_lists_sessions_and_can_end_them);
async fn the_account_page_lists_sessions_and_can_end_them(h: &Harness) {
    let id = open_account(h).await;
    let laptop = begin_session(&h.backend, id, "laptop").await;
    h.clock.advance(Duration::minutes(1));
    begin_session(&h.backend, id, "phone").await;
    let page = account(&h.backend, &laptop).await.unwrap();
    assert!(page.has_password);
    let shown: Vec<_> = page
        .sessions
        .iter()
        .map(|s| (s.user_agent.as_str(), s.is_current))
        .collect();
    assert_eq!(
        shown,
        [("Browser of phone", false), ("Browser of laptop", true)]
    );

    let partner = h.partner().await;
    let of_another = revoke_session(&h.backend, &partner, &page.sessions[0].id).await;
    assert!(matches!(of_another, Err(Error::NotFound)));
    revoke_session(&h.backend, &laptop, &page.sessions[0].id)
        .await
        .unwrap();
    let again = revoke_session(&h.backend, &laptop, &page.sessions[0].id).await;
    assert!(matches!(again, Err(Error::NotFound)));
    assert!(!is_logged_in(h, "phone").await);
    assert!(is_logged_in(h, "laptop").await);
    assert_eq!(
        kinds(h).await,
        ["account.created", "account.session_revoked"]
    );
}

on_each_database!(a_revoked_session_cannot_be_saved_back);
async fn a_revoked_session_cannot_be_saved_back(h: &Harness) {
    let id = open_account(h).await;
    let caller = begin_session(&h.backend, id, "laptop").await;
    let content = load(&h.backend, "laptop").await.unwrap().unwrap();
    revoke_session(&h.backend, &caller, &caller.session_id)
        .await
        .unwrap();
    save(&h.backend, "laptop", &content).await.unwrap();
    assert!(!is_logged_in(h, "laptop").await);
}

on_each_database!(logging_out_ends_the_session_and_may_be_repeated);
async fn logging_out_ends_the_session_and_may_be_repeated(h: &Harness) {
    let id = open_account(h).await;
    let caller = begin_session(&h.backend, id, "laptop").await;
    log_out(&h.backend, &caller).await.unwrap();
    log_out(&h.backend, &caller).await.unwrap();
    assert!(!is_logged_in(h, "laptop").await);
    assert_eq!(kinds(h).await, ["account.created", "account.logged_out"]);
}

on_each_database!(sessions_that_are_over_are_removed);
async fn sessions_that_are_over_are_removed(h: &Harness) {
    let id = open_account(h).await;
    begin_session(&h.backend, id, "laptop").await;
    h.clock.advance(Duration::minutes(20));
    begin_session(&h.backend, id, "phone").await;
    h.clock.advance(Duration::minutes(10));
    assert_eq!(delete_expired(&h.backend).await.unwrap(), 1);
    assert!(is_logged_in(h, "phone").await);
}

on_each_database!(a_session_that_begins_while_all_end_ends_with_them);
async fn a_session_that_begins_while_all_end_ends_with_them(h: &Harness) {
    let id = open_account(h).await;
    let logged_in = log_in_with_password(&h.backend, EMAIL, PASSWORD, &client(1))
        .await
        .unwrap();
    // Between the log-in and its session.
    set_password_by_operator(&h.backend, EMAIL, "another good one")
        .await
        .unwrap();
    let content = SessionContent {
        account_id: Some(id),
        account_epoch: logged_in.account_epoch,
        ..SessionContent::default()
    };
    let created = create(&h.backend, "late", &content).await.unwrap();
    assert_eq!(created, Created::Ended);
    assert!(!is_logged_in(h, "late").await);
    assert_eq!(load(&h.backend, "late").await.unwrap(), None);
    h.jobs_may_be_left();
}

on_each_database!(a_session_and_the_end_of_all_at_the_same_time_leave_none);
async fn a_session_and_the_end_of_all_at_the_same_time_leave_none(h: &Harness) {
    let id = open_account(h).await;
    let content = SessionContent {
        account_id: Some(id),
        ..SessionContent::default()
    };
    let (created, ended) = futures::join!(
        create(&h.backend, "late", &content),
        set_password_by_operator(&h.backend, EMAIL, "another good one"),
    );
    created.unwrap();
    ended.unwrap();
    assert!(!is_logged_in(h, "late").await);
    h.jobs_may_be_left();
}
