//! E-mail and password.

use super::{EMAIL, PASSWORD, client, events, kinds, open_account, try_password};
use crate::harness::{Harness, on_each_database};
use crate::steps::{codes_of, problems};
use backend::commands::accounts::log_in_with_code::log_in_with_code;
use backend::commands::accounts::log_in_with_password::log_in_with_password;
use backend::error::Error;
use backend::store::entities::{account, attempt};
use chrono::Duration;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use shared::field::Field;
use shared::problem::Problem;
use shared::role::Role;

on_each_database!(the_right_password_logs_in_however_the_address_is_typed);
async fn the_right_password_logs_in_however_the_address_is_typed(h: &Harness) {
    let id = open_account(h).await;
    for typed in [EMAIL, " holder@example.com ", "ｈｏｌｄｅｒ＠example.com"] {
        let logged_in = log_in_with_password(&h.backend, typed, PASSWORD, &client(1))
            .await
            .unwrap();
        assert_eq!((logged_in.account_id, logged_in.role), (id, Role::Holder));
    }
    let event = events(h).await.pop().unwrap();
    assert_eq!(
        (event.kind.as_str(), event.actor_account_id),
        ("account.logged_in", Some(id))
    );
    assert_eq!(event.detail, r#"{"method":"password"}"#);
    let note = h
        .backend
        .cipher
        .decrypt("audit_event.note", &event.note_encrypted.unwrap())
        .unwrap();
    assert_eq!(note, "198.51.100.1 Test Browser");
}

on_each_database!(nobody_learns_which_addresses_have_accounts);
async fn nobody_learns_which_addresses_have_accounts(h: &Harness) {
    open_account(h).await;
    h.partner().await; // has no password
    let mut answers = Vec::new();
    for email in [EMAIL, "partner@example.com", "nobody@example.com"] {
        let mut of_address = Vec::new();
        for _ in 0..6 {
            let outcome =
                log_in_with_password(&h.backend, email, "wrong password", &client(1)).await;
            of_address.push(problems(outcome));
        }
        answers.push(of_address);
    }
    assert_eq!(answers[0][0], [Problem::WrongCredentials]);
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0], answers[2]);
    let failures = kinds(h)
        .await
        .into_iter()
        .filter(|kind| kind == "account.log_in_failed");
    assert_eq!(failures.count(), 15, "five were tried for each address");
}

on_each_database!(five_wrong_passwords_lock_the_address_for_a_quarter_of_an_hour);
async fn five_wrong_passwords_lock_the_address_for_a_quarter_of_an_hour(h: &Harness) {
    let id = open_account(h).await;
    let until = h.backend.now() + Duration::minutes(15);
    for _ in 0..5 {
        assert_eq!(
            problems(try_password(h, "wrong password").await),
            [Problem::WrongCredentials]
        );
    }
    h.clock
        .advance(Duration::minutes(15) - Duration::milliseconds(1));
    let locked = problems(try_password(h, PASSWORD).await);
    assert_eq!(
        locked,
        [Problem::TooManyTries { until }],
        "the right password, too"
    );
    h.clock.advance(Duration::milliseconds(1));
    assert_eq!(try_password(h, PASSWORD).await.unwrap(), id);
    let locks = events(h).await.into_iter();
    let locks: Vec<_> = locks
        .filter(|event| event.kind == "account.locked")
        .map(|event| (event.subject_id, event.detail))
        .collect();
    let detail = r#"{"locked":"log_in","method":"password"}"#.to_owned();
    assert_eq!(locks, [(Some(id), detail)]);
}

on_each_database!(a_lock_is_told_even_if_the_last_try_did_not_live_to);
async fn a_lock_is_told_even_if_the_last_try_did_not_live_to(h: &Harness) {
    open_account(h).await;
    for _ in 0..4 {
        assert!(try_password(h, "wrong password").await.is_err());
    }
    // Counted, and never recorded as failed.
    attempt::Entity::update_many()
        .col_expr(attempt::Column::Count, Expr::value(5))
        .exec(&h.backend.database)
        .await
        .unwrap();
    for _ in 0..2 {
        let outcome = try_password(h, PASSWORD).await;
        assert_eq!(codes_of(outcome), ["too_many_tries"]);
    }
    let locks = kinds(h).await.into_iter();
    assert_eq!(locks.filter(|kind| kind == "account.locked").count(), 1);
}

on_each_database!(a_right_password_forgets_the_wrong_ones);
async fn a_right_password_forgets_the_wrong_ones(h: &Harness) {
    let id = open_account(h).await;
    for _ in 0..3 {
        for _ in 0..4 {
            assert_eq!(
                codes_of(try_password(h, "wrong password").await),
                ["wrong_credentials"]
            );
        }
        assert_eq!(try_password(h, PASSWORD).await.unwrap(), id);
    }
}

on_each_database!(tries_at_the_same_time_all_count);
async fn tries_at_the_same_time_all_count(h: &Harness) {
    open_account(h).await;
    let outcomes =
        futures::future::join_all((0..8).map(|_| try_password(h, "wrong password"))).await;
    let codes: Vec<_> = outcomes.into_iter().flat_map(codes_of).collect();
    let wrong = codes
        .iter()
        .filter(|code| **code == "wrong_credentials")
        .count();
    let refused = codes
        .iter()
        .filter(|code| **code == "too_many_tries")
        .count();
    assert_eq!((wrong, refused), (5, 3), "{codes:?}");
}

on_each_database!(one_client_cannot_try_many_addresses);
async fn one_client_cannot_try_many_addresses(h: &Harness) {
    open_account(h).await;
    for number in 0..50 {
        let email = format!("nobody{number}@example.com");
        let outcome = log_in_with_password(&h.backend, &email, "wrong password", &client(1)).await;
        assert_eq!(codes_of(outcome), ["wrong_credentials"]);
    }
    let outcome = log_in_with_password(&h.backend, EMAIL, PASSWORD, &client(1)).await;
    assert_eq!(codes_of(outcome), ["too_many_tries"]);
    let elsewhere = log_in_with_password(&h.backend, EMAIL, PASSWORD, &client(2)).await;
    assert!(elsewhere.is_ok(), "{elsewhere:?}");
}

on_each_database!(a_client_that_tries_at_the_same_time_is_counted_before);
async fn a_client_that_tries_at_the_same_time_is_counted_before(h: &Harness) {
    open_account(h).await;
    for number in 0..47 {
        let email = format!("nobody{number}@example.com");
        let outcome = log_in_with_code(&h.backend, &email, "000000", &client(1)).await;
        assert_eq!(codes_of(outcome), ["login_code_wrong"]);
    }
    let (backend, client) = (&h.backend, &client(1));
    let outcomes = futures::future::join_all((0..6).map(|number| async move {
        let email = format!("somebody{number}@example.com");
        log_in_with_password(backend, &email, "wrong password", client).await
    }))
    .await;
    let codes: Vec<_> = outcomes.into_iter().flat_map(codes_of).collect();
    let wrong = codes.iter().filter(|code| **code == "wrong_credentials");
    assert_eq!(wrong.count(), 3, "{codes:?}");
}

on_each_database!(a_log_in_that_succeeds_is_not_counted_against_the_client);
async fn a_log_in_that_succeeds_is_not_counted_against_the_client(h: &Harness) {
    open_account(h).await;
    for _ in 0..51 {
        assert!(try_password(h, PASSWORD).await.is_ok());
    }
}

on_each_database!(what_cannot_be_a_log_in_names_its_field);
async fn what_cannot_be_a_log_in_names_its_field(h: &Harness) {
    for (email, password, field) in [
        ("holder", PASSWORD, Field::Email),
        (EMAIL, "", Field::Password),
    ] {
        let outcome = log_in_with_password(&h.backend, email, password, &client(1)).await;
        let Err(Error::Refused(violations)) = outcome else {
            panic!("{outcome:?}")
        };
        assert_eq!(violations[0].field, Some(field));
    }
    assert!(kinds(h).await.is_empty(), "nothing was tried");
}

/// On SQLite the log-in that stands still would keep the only connection of the test.
#[tokio::test]
async fn a_password_that_is_reset_while_it_is_checked_logs_nobody_in() {
    let Some(harness) = Harness::on_postgres().await else {
        return;
    };
    harness.run(reset_while_it_is_checked).await;
}

async fn reset_while_it_is_checked(h: &Harness) {
    let id = open_account(h).await;
    let log_in = try_password(h, PASSWORD);
    tokio::pin!(log_in);
    // The try is counted in the transaction that reads the account; its hash is compared after.
    while attempt::Entity::find()
        .count(&h.backend.database)
        .await
        .unwrap()
        == 0
    {
        assert!(futures::poll!(&mut log_in).is_pending());
    }
    account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::value("another"))
        .filter(account::Column::Id.eq(id))
        .exec(&h.backend.database)
        .await
        .unwrap();
    assert_eq!(codes_of(log_in.await), ["wrong_credentials"]);
}
