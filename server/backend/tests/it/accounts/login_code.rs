//! One-time codes by mail.

use super::{EMAIL, PASSWORD, client, events, open_account, try_password};
use crate::harness::{Harness, on_each_database};
use crate::steps::{codes_of, problems};
use backend::commands::accounts::log_in_with_code::log_in_with_code;
use backend::commands::accounts::request_login_code::request_login_code;
use backend::error::Result;
use backend::store::entities::{login_code, mail};
use backend::store::job::waiting;
use chrono::Duration;
use sea_orm::EntityTrait;
use shared::problem::Problem;

const ADDRESS: &str = "holder@example.com";

/// Asks for a code and reads it from the mail.
async fn mailed_code(h: &Harness) -> String {
    request_login_code(&h.backend, EMAIL, &client(1))
        .await
        .unwrap();
    h.run_jobs().await;
    let mail = h.mailer.sent_to(ADDRESS).pop().unwrap();
    let digits: String = mail
        .body
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take(6)
        .collect();
    assert!(
        digits.len() == 6 && digits.chars().all(|c| c.is_ascii_digit()),
        "{}",
        mail.body
    );
    digits
}

async fn try_code(h: &Harness, code: &str) -> Result<i64> {
    Ok(log_in_with_code(&h.backend, EMAIL, code, &client(1))
        .await?
        .account_id)
}

/// A code that differs from the right one.
fn wrong(code: &str) -> String {
    format!("{:06}", (code.parse::<u32>().unwrap() + 1) % 1_000_000)
}

on_each_database!(a_code_logs_in_once);
async fn a_code_logs_in_once(h: &Harness) {
    let id = open_account(h).await;
    let code = mailed_code(h).await;
    let full_width = |c: char| char::from_u32(u32::from(c) + 0xFEE0).unwrap();
    let end: String = code[3..].chars().map(full_width).collect();
    let as_pasted = format!(" {}\u{A0}{end}\u{200B} ", &code[..3]);
    assert_eq!(try_code(h, &as_pasted).await.unwrap(), id);
    assert_eq!(
        problems(try_code(h, &code).await),
        [Problem::LoginCodeWrong]
    );
    let kinds: Vec<_> = events(h)
        .await
        .into_iter()
        .map(|event| (event.kind, event.detail))
        .collect();
    let method = r#"{"method":"login_code"}"#.to_owned();
    assert_eq!(kinds[1], ("account.logged_in".to_owned(), method.clone()));
    assert_eq!(kinds[2], ("account.log_in_failed".to_owned(), method));
}

on_each_database!(a_code_can_be_used_by_one_of_two_at_the_same_time);
async fn a_code_can_be_used_by_one_of_two_at_the_same_time(h: &Harness) {
    open_account(h).await;
    let code = mailed_code(h).await;
    let (one, other) = futures::join!(try_code(h, &code), try_code(h, &code));
    assert_eq!(
        u8::from(one.is_ok()) + u8::from(other.is_ok()),
        1,
        "{one:?} {other:?}"
    );
}

on_each_database!(a_code_is_good_for_ten_minutes);
async fn a_code_is_good_for_ten_minutes(h: &Harness) {
    let id = open_account(h).await;
    let code = mailed_code(h).await;
    h.clock.advance(Duration::minutes(10));
    assert_eq!(codes_of(try_code(h, &code).await), ["login_code_wrong"]);
    let code = mailed_code(h).await;
    h.clock
        .advance(Duration::minutes(10) - Duration::milliseconds(1));
    assert_eq!(try_code(h, &code).await.unwrap(), id);
}

on_each_database!(only_the_newest_code_is_good);
async fn only_the_newest_code_is_good(h: &Harness) {
    let id = open_account(h).await;
    let first = mailed_code(h).await;
    let second = mailed_code(h).await;
    if first != second {
        assert_eq!(codes_of(try_code(h, &first).await), ["login_code_wrong"]);
    }
    assert_eq!(try_code(h, &second).await.unwrap(), id);
}

on_each_database!(five_wrong_codes_lock_codes_and_not_the_password);
async fn five_wrong_codes_lock_codes_and_not_the_password(h: &Harness) {
    let id = open_account(h).await;
    let code = mailed_code(h).await;
    for _ in 0..5 {
        assert_eq!(
            codes_of(try_code(h, &wrong(&code)).await),
            ["login_code_wrong"]
        );
    }
    assert_eq!(codes_of(try_code(h, &code).await), ["too_many_tries"]);
    assert_eq!(try_password(h, PASSWORD).await.unwrap(), id);
}

on_each_database!(three_mails_in_a_quarter_of_an_hour_are_enough);
async fn three_mails_in_a_quarter_of_an_hour_are_enough(h: &Harness) {
    open_account(h).await;
    let until = h.backend.now() + Duration::minutes(15);
    for _ in 0..3 {
        mailed_code(h).await;
    }
    for number in [1, 2] {
        let outcome = request_login_code(&h.backend, EMAIL, &client(number)).await;
        assert_eq!(problems(outcome), [Problem::TooManyTries { until }]);
    }
    h.clock.advance(Duration::minutes(15));
    mailed_code(h).await;
}

on_each_database!(an_unknown_address_gets_the_same_answer_and_no_mail);
async fn an_unknown_address_gets_the_same_answer_and_no_mail(h: &Harness) {
    for _ in 0..3 {
        request_login_code(&h.backend, "nobody@example.com", &client(1))
            .await
            .unwrap();
    }
    let outcome = request_login_code(&h.backend, "nobody@example.com", &client(1)).await;
    assert_eq!(codes_of(outcome), ["too_many_tries"]);
    // The same is written for both, and committed: the time it takes tells nothing.
    request_login_code(&h.backend, EMAIL, &client(1))
        .await
        .unwrap();
    let payloads: Vec<_> = waiting(&h.backend.database)
        .await
        .unwrap()
        .into_iter()
        .map(|job| (job.kind, job.payload.len()))
        .collect();
    assert_eq!(payloads.len(), 4);
    assert!(payloads.iter().all(|payload| *payload == payloads[0]));
    h.run_jobs().await;
    assert!(
        mail::Entity::find()
            .all(&h.backend.database)
            .await
            .unwrap()
            .is_empty()
    );
    assert!(
        login_code::Entity::find()
            .all(&h.backend.database)
            .await
            .unwrap()
            .is_empty()
    );
    let outcome = log_in_with_code(&h.backend, "nobody@example.com", "123456", &client(1)).await;
    assert_eq!(problems(outcome), [Problem::LoginCodeWrong]);
}

on_each_database!(the_database_does_not_hold_the_code);
async fn the_database_does_not_hold_the_code(h: &Harness) {
    open_account(h).await;
    let code = mailed_code(h).await;
    let row = login_code::Entity::find()
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap();
    let mail = mail::Entity::find()
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(row.code_hash.len(), 64);
    assert!(!row.code_hash.contains(&code));
    assert!(!mail.subject.contains(&code), "{}", mail.subject);
    let holds = |bytes: &[u8]| {
        bytes
            .windows(code.len())
            .any(|part| part == code.as_bytes())
    };
    assert!(!holds(&mail.body_encrypted));
}
