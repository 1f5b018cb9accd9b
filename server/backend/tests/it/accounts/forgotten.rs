//! A new password in place of a forgotten one.

use super::{EMAIL, PASSWORD, begin_session, client, kinds, open_account, try_password};
use crate::harness::{Harness, on_each_database};
use crate::steps::codes_of;
use backend::commands::accounts::log_in_with_code::log_in_with_code;
use backend::commands::accounts::request_login_code::request_login_code;
use backend::commands::accounts::request_password_code::request_password_code;
use backend::commands::accounts::reset_forgotten_password::reset_forgotten_password;
use backend::error::Result;
use backend::store::session::find_caller;
use backend::transaction::Faults;
use chrono::Duration;

const ADDRESS: &str = "holder@example.com";
const NEW: &str = "another good one";

/// The code of the newest mail.
async fn newest_code(h: &Harness) -> String {
    h.run_jobs().await;
    let body = h.mailer.sent_to(ADDRESS).pop().unwrap().body;
    let start = body.find(|c: char| c.is_ascii_digit()).unwrap();
    body[start..start + 6].to_owned()
}

async fn mailed_code(h: &Harness) -> String {
    request_password_code(&h.backend, EMAIL, &client(1))
        .await
        .unwrap();
    newest_code(h).await
}

async fn reset(h: &Harness, code: &str, new: &str) -> Result<i64> {
    let logged_in = reset_forgotten_password(&h.backend, EMAIL, code, new, &client(1)).await?;
    Ok(logged_in.account_id)
}

on_each_database!(a_code_by_mail_replaces_a_forgotten_password);
async fn a_code_by_mail_replaces_a_forgotten_password(h: &Harness) {
    let id = open_account(h).await;
    begin_session(&h.backend, id, "laptop").await;
    let code = mailed_code(h).await;
    assert_eq!(reset(h, &code, NEW).await.unwrap(), id);
    assert!(find_caller(&h.backend, "laptop").await.unwrap().is_none());
    assert_eq!(
        codes_of(try_password(h, PASSWORD).await),
        ["wrong_credentials"]
    );
    assert_eq!(try_password(h, NEW).await.unwrap(), id);
    assert!(
        kinds(h)
            .await
            .contains(&"account.password_reset".to_owned())
    );
    h.run_jobs().await;
    let mail = h.mailer.sent_to(ADDRESS).pop().unwrap();
    assert!(mail.subject.contains("密码已修改"), "{}", mail.subject);
    assert_eq!(
        codes_of(reset(h, &code, "a third good one").await),
        ["login_code_wrong"],
        "it works once"
    );
}

on_each_database!(a_password_is_replaced_whole_or_not_at_all);
async fn a_password_is_replaced_whole_or_not_at_all(h: &Harness) {
    let mut has_struck = true;
    for statement in 0.. {
        if !has_struck {
            assert!(statement > 1, "it writes nothing");
            return;
        }
        let run = async |h: &Harness| {
            let id = open_account(h).await;
            begin_session(&h.backend, id, "laptop").await;
            let code = mailed_code(h).await;
            let faults = Faults::at(statement);
            let mut backend = h.backend.clone();
            backend.faults = Some(faults.clone());
            let outcome = reset_forgotten_password(&backend, EMAIL, &code, NEW, &client(1)).await;
            has_struck = faults.has_struck();
            assert_eq!(outcome.is_err(), has_struck, "statement {statement}");
            if has_struck {
                let session = find_caller(&h.backend, "laptop").await.unwrap();
                assert!(session.is_some(), "statement {statement} ended a session");
                assert_eq!(try_password(h, PASSWORD).await.unwrap(), id);
                assert_eq!(
                    reset(h, &code, NEW).await.unwrap(),
                    id,
                    "with the same code"
                );
            }
            let session = find_caller(&h.backend, "laptop").await.unwrap();
            assert!(session.is_none());
            assert_eq!(try_password(h, NEW).await.unwrap(), id);
            let kinds = kinds(h).await;
            let resets = kinds
                .iter()
                .filter(|kind| *kind == "account.password_reset");
            assert_eq!(resets.count(), 1);
            h.run_jobs().await;
        };
        h.another().await.run(run).await;
    }
}

on_each_database!(a_code_is_good_for_its_purpose_only);
async fn a_code_is_good_for_its_purpose_only(h: &Harness) {
    open_account(h).await;
    let code = mailed_code(h).await;
    let log_in = log_in_with_code(&h.backend, EMAIL, &code, &client(1)).await;
    assert_eq!(codes_of(log_in), ["login_code_wrong"]);
    request_login_code(&h.backend, EMAIL, &client(1))
        .await
        .unwrap();
    let code = newest_code(h).await;
    assert_eq!(codes_of(reset(h, &code, NEW).await), ["login_code_wrong"]);
}

on_each_database!(a_bad_new_password_costs_no_code);
async fn a_bad_new_password_costs_no_code(h: &Harness) {
    let id = open_account(h).await;
    let code = mailed_code(h).await;
    for (new, problem) in [
        ("", "required"),
        ("too short", "password_too_short"),
        ("holder@example.com", "password_is_address"),
        ("abcabcabcabc", "password_repeats"),
        ("password1234", "password_common"),
        ("qwertyuiop12", "password_common"),
    ] {
        assert_eq!(codes_of(reset(h, &code, new).await), [problem], "{new}");
    }
    assert_eq!(reset(h, &code, NEW).await.unwrap(), id);
    h.jobs_may_be_left();
}

on_each_database!(an_unknown_address_gets_the_same_answers);
async fn an_unknown_address_gets_the_same_answers(h: &Harness) {
    open_account(h).await;
    let mut answers = Vec::new();
    for email in [EMAIL, "nobody@example.com"] {
        let mut of_address = Vec::new();
        for _ in 0..4 {
            let asked = request_password_code(&h.backend, email, &client(1)).await;
            of_address.push(asked.map_or_else(|error| codes_of::<()>(Err(error)), |()| Vec::new()));
        }
        for _ in 0..6 {
            let outcome =
                reset_forgotten_password(&h.backend, email, "xxxxxx", NEW, &client(1)).await;
            of_address.push(codes_of(outcome));
        }
        answers.push(of_address);
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(answers[0][9], ["too_many_tries"]);
    let kinds = kinds(h).await;
    let count = |kind: &str| kinds.iter().filter(|other| *other == kind).count();
    assert_eq!(count("account.log_in_failed"), 10);
    assert_eq!(count("account.locked"), 2, "once for each");
    h.clock.advance(Duration::minutes(15));
    h.jobs_may_be_left();
}
