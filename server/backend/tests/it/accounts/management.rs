//! Accounts of others: opening them, roles, the lists of the administrator.

use super::{begin_session, events};
use crate::harness::{Harness, on_each_database};
use crate::steps::codes_of;
use backend::commands::accounts::change_role::{change_role, change_role_by_operator};
use backend::commands::accounts::create::{CreateInput, create, create_by_operator};
use backend::commands::accounts::request_login_code::request_login_code;
use backend::error::Error;
use backend::queries::accounts::accounts;
use backend::queries::outbox::outbox;
use backend::queries::viewer::viewer;
use backend::store::entities::account;
use backend::store::moved_text::encrypt_clear_texts;
use backend::store::session::find_caller;
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use shared::role::Role;

fn input<'a>(email: &'a str, display_name: &'a str) -> CreateInput<'a> {
    CreateInput {
        email,
        display_name,
        role: Role::Reviewer,
        password: None,
        language: "en",
    }
}

on_each_database!(an_address_has_one_account);
async fn an_address_has_one_account(h: &Harness) {
    let administrator = h.administrator().await;
    let id = create(&h.backend, &administrator, &input("Rui@Example.com", ""))
        .await
        .unwrap();
    for email in ["rui@example.com", " RUI@EXAMPLE.COM"] {
        let again = create(&h.backend, &administrator, &input(email, "Rui")).await;
        assert_eq!(codes_of(again), ["email_taken"]);
    }
    let rows = accounts(&h.backend, &administrator, None)
        .await
        .unwrap()
        .items;
    let row = rows.iter().find(|row| row.id == id).unwrap();
    assert_eq!(
        (row.email.as_str(), row.display_name.as_str()),
        ("rui@example.com", "rui")
    );
    assert_eq!((row.role, row.last_seen_at), (Role::Reviewer, None));
    let event = events(h).await.pop().unwrap();
    assert_eq!(
        (event.kind.as_str(), event.detail.as_str()),
        ("account.created", r#"{"role":"reviewer"}"#)
    );
    assert_eq!(event.actor_account_id, Some(administrator.account_id));
}

on_each_database!(a_bad_account_is_refused);
async fn a_bad_account_is_refused(h: &Harness) {
    let name = "n".repeat(61);
    let mut short = input("a@example.com", "A");
    short.password = Some("short");
    let mut common = input("a@example.com", "A");
    common.password = Some("passwordpassword1");
    let mut french = input("a@example.com", "A");
    french.language = "fr";
    for (input, code) in [
        (input("rui", "Rui"), "email_address_malformed"),
        (input("a@example.com", &name), "too_long"),
        (short, "password_too_short"),
        (common, "password_common"),
        (french, "not_an_option"),
    ] {
        assert_eq!(
            codes_of(create_by_operator(&h.backend, &input).await),
            [code]
        );
    }
    let refused = create(
        &h.backend,
        &h.supervisor().await,
        &input("a@example.com", "A"),
    )
    .await;
    assert!(matches!(refused, Err(Error::Forbidden)));
}

on_each_database!(a_role_counts_from_the_next_request_on);
async fn a_role_counts_from_the_next_request_on(h: &Harness) {
    let administrator = h.administrator().await;
    let reviewer = h.reviewer().await;
    begin_session(&h.backend, reviewer.account_id, "laptop").await;
    change_role(
        &h.backend,
        &administrator,
        reviewer.account_id,
        Role::Supervisor,
    )
    .await
    .unwrap();
    change_role(
        &h.backend,
        &administrator,
        reviewer.account_id,
        Role::Supervisor,
    )
    .await
    .unwrap();
    let caller = find_caller(&h.backend, "laptop").await.unwrap().unwrap();
    assert_eq!(caller.role, Role::Supervisor);
    let events = events(h).await;
    assert_eq!(events.len(), 1, "the second change changed nothing");
    assert_eq!(events[0].detail, r#"{"from":"reviewer","to":"supervisor"}"#);
    assert_eq!(events[0].subject_id, Some(reviewer.account_id));
    let rows = accounts(&h.backend, &administrator, None)
        .await
        .unwrap()
        .items;
    let row = rows
        .iter()
        .find(|row| row.id == reviewer.account_id)
        .unwrap();
    assert_eq!(row.last_seen_at, Some(h.backend.now()));
}

on_each_database!(one_administrator_stays);
async fn one_administrator_stays(h: &Harness) {
    let only = h.administrator().await;
    let refused = change_role(&h.backend, &only, only.account_id, Role::Auditor).await;
    assert_eq!(codes_of(refused), ["last_administrator"]);
    let refused = change_role_by_operator(&h.backend, &only.email, Role::Auditor).await;
    assert_eq!(codes_of(refused), ["last_administrator"]);

    let second = h.caller("second@example.com", Role::Administrator).await;
    let (one, other) = futures::join!(
        change_role(&h.backend, &only, second.account_id, Role::Auditor),
        change_role(&h.backend, &second, only.account_id, Role::Auditor),
    );
    assert_eq!(
        u8::from(one.is_ok()) + u8::from(other.is_ok()),
        1,
        "{one:?} {other:?}"
    );
    let rows = accounts(&h.backend, &only, None).await.unwrap().items;
    assert_eq!(
        rows.iter()
            .filter(|row| row.role == Role::Administrator)
            .count(),
        1
    );
}

on_each_database!(mails_that_were_given_up_are_shown_first);
async fn mails_that_were_given_up_are_shown_first(h: &Harness) {
    h.jobs_may_be_left();
    let (holder, administrator) = (h.holder().await, h.administrator().await);
    let log_in_code = async || {
        request_login_code(&h.backend, &holder.email, &super::client(1))
            .await
            .unwrap();
        h.run_jobs().await;
    };
    h.mailer
        .refuse("553 sender rejected, not for holder@example.com");
    log_in_code().await;
    h.mailer.accept();
    log_in_code().await;
    let mails = outbox(&h.backend, &administrator).await.unwrap();
    let [given_up, sent] = mails.as_slice() else {
        panic!("{mails:?}")
    };
    assert!(given_up.id < sent.id && sent.given_up.is_none());
    let why = given_up.given_up.as_ref().unwrap();
    assert_eq!((given_up.sent_at, why.at), (None, h.backend.now()));
    assert!(why.error.contains("553 sender rejected"), "{}", why.error);
    assert!(
        why.error.contains("hol•••@example.com") && !why.error.contains("holder@"),
        "{}",
        why.error
    );
}

on_each_database!(only_the_demo_shows_what_is_in_mails);
async fn only_the_demo_shows_what_is_in_mails(h: &Harness) {
    let holder = h.holder().await;
    request_login_code(&h.backend, &holder.email, &super::client(1))
        .await
        .unwrap();
    h.mailer.set_unreachable(true);
    h.run_jobs().await;
    h.jobs_may_be_left();
    let administrator = h.administrator().await;
    let mails = outbox(&h.backend, &administrator).await.unwrap();
    assert_eq!(
        (mails[0].to.as_str(), mails[0].sent_at, mails[0].tries),
        ("hol•••@example.com", None, 1)
    );
    assert_eq!(mails[0].body, None);
    let demo = h.with_settings(|settings| settings.demo = true);
    let mails = outbox(&demo, &administrator).await.unwrap();
    assert_eq!(mails[0].to, "holder@example.com");
    let body = mails[0].body.as_deref();
    assert!(body.is_some_and(|body| body.contains("Your code is")));
    assert!(matches!(
        outbox(&h.backend, &holder).await,
        Err(Error::Forbidden)
    ));
    assert!(matches!(
        accounts(&h.backend, &holder, None).await,
        Err(Error::Forbidden)
    ));
    let viewer = viewer(&h.backend, &administrator).await.unwrap();
    assert_eq!(
        (viewer.role, viewer.unread_messages),
        (Role::Administrator, 0)
    );
}

on_each_database!(names_that_are_older_than_their_encryption_are_moved);
async fn names_that_are_older_than_their_encryption_are_moved(h: &Harness) {
    let administrator = h.administrator().await;
    account::Entity::update_many()
        .col_expr(account::Column::DisplayName, Expr::value("Old Name"))
        .col_expr(
            account::Column::DisplayNameEncrypted,
            Expr::value(Option::<Vec<u8>>::None),
        )
        .exec(&h.backend.database)
        .await
        .unwrap();
    for _ in 0..2 {
        let rows = accounts(&h.backend, &administrator, None)
            .await
            .unwrap()
            .items;
        assert_eq!(rows[0].display_name, "Old Name");
        encrypt_clear_texts(&h.backend).await.unwrap();
    }
    let rows = account::Entity::find()
        .all(&h.backend.database)
        .await
        .unwrap();
    assert_eq!(rows[0].display_name, "");
    assert!(rows[0].display_name_encrypted.is_some());
}
