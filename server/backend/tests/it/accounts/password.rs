//! Changing passwords, and the language.

use super::{EMAIL, PASSWORD, begin_session, client, events, kinds, open_account, try_password};
use crate::harness::{Harness, on_each_database};
use crate::steps::codes_of;
use backend::caller::Caller;
use backend::commands::accounts::ClientInfo;
use backend::commands::accounts::change_password::change_password;
use backend::commands::accounts::log_in_with_code::log_in_with_code;
use backend::commands::accounts::log_in_with_password::log_in_with_password;
use backend::commands::accounts::request_login_code::request_login_code;
use backend::commands::accounts::set_language::set_language;
use backend::commands::accounts::set_password::{reset_password, set_password_by_operator};
use backend::error::{Error, Result};
use backend::queries::account::account;
use backend::store::session::find_caller;
use shared::field::Field;

const NEW: &str = "another good one";

async fn change(h: &Harness, caller: &Caller, current: &str, new: &str) -> Result<()> {
    change_password(&h.backend, caller, current, new).await
}

on_each_database!(a_changed_password_logs_other_devices_out);
async fn a_changed_password_logs_other_devices_out(h: &Harness) {
    h.jobs_may_be_left();
    let id = open_account(h).await;
    let laptop = begin_session(&h.backend, id, "laptop").await;
    begin_session(&h.backend, id, "phone").await;
    change(h, &laptop, PASSWORD, NEW).await.unwrap();
    assert!(find_caller(&h.backend, "laptop").await.unwrap().is_some());
    assert!(find_caller(&h.backend, "phone").await.unwrap().is_none());
    assert_eq!(
        codes_of(try_password(h, PASSWORD).await),
        ["wrong_credentials"]
    );
    assert_eq!(try_password(h, NEW).await.unwrap(), id);
    assert!(
        kinds(h)
            .await
            .contains(&"account.password_changed".to_owned())
    );
}

on_each_database!(everything_that_is_missing_is_told_at_once);
async fn everything_that_is_missing_is_told_at_once(h: &Harness) {
    let id = open_account(h).await;
    let caller = begin_session(&h.backend, id, "laptop").await;
    let fields = |result: Result<()>| match result {
        Err(Error::Refused(violations)) => violations.into_iter().map(|found| found.field),
        other => panic!("{other:?}"),
    };
    let change: Vec<_> = fields(change(h, &caller, "", "").await).collect();
    assert_eq!(change, [Some(Field::Password), Some(Field::NewPassword)]);
    let log_in = log_in_with_password(&h.backend, "", "", &client(1)).await;
    let log_in: Vec<_> = fields(log_in.map(|_| ())).collect();
    assert_eq!(log_in, [Some(Field::Email), Some(Field::Password)]);
    let code = log_in_with_code(&h.backend, "", " ", &client(1)).await;
    let code: Vec<_> = fields(code.map(|_| ())).collect();
    assert_eq!(code, [Some(Field::Email), Some(Field::LoginCode)]);
}

on_each_database!(what_is_wrong_with_a_new_password_names_its_field);
async fn what_is_wrong_with_a_new_password_names_its_field(h: &Harness) {
    h.jobs_may_be_left();
    let id = open_account(h).await;
    let caller = begin_session(&h.backend, id, "laptop").await;
    let long = "xyz 1".repeat(26);
    for (current, new, field, code) in [
        (PASSWORD, "", Field::NewPassword, "required"),
        (
            PASSWORD,
            "nine char",
            Field::NewPassword,
            "password_too_short",
        ),
        (
            PASSWORD,
            "Holder@example.com",
            Field::NewPassword,
            "password_is_address",
        ),
        (
            PASSWORD,
            "letmein12345",
            Field::NewPassword,
            "password_common",
        ),
        (PASSWORD, PASSWORD, Field::NewPassword, "password_unchanged"),
        (PASSWORD, long.as_str(), Field::NewPassword, "too_long"),
        ("", NEW, Field::Password, "required"),
        (
            "wrong password",
            NEW,
            Field::Password,
            "current_password_wrong",
        ),
    ] {
        let Err(Error::Refused(violations)) = change(h, &caller, current, new).await else {
            panic!("{current:?} {new:?} was taken");
        };
        let found: Vec<_> = violations
            .iter()
            .map(|one| (one.field, one.problem.code()))
            .collect();
        assert_eq!(found, [(Some(field), code)]);
    }
    assert_eq!(
        try_password(h, PASSWORD).await.unwrap(),
        id,
        "nothing was changed"
    );
    change(h, &caller, PASSWORD, "十二个字的密码应该已经足够")
        .await
        .unwrap();
}

on_each_database!(guessing_the_current_password_is_guessing);
async fn guessing_the_current_password_is_guessing(h: &Harness) {
    let id = open_account(h).await;
    let caller = begin_session(&h.backend, id, "laptop").await;
    for _ in 0..5 {
        assert_eq!(
            codes_of(change(h, &caller, "wrong password", NEW).await),
            ["current_password_wrong"]
        );
    }
    assert_eq!(
        codes_of(change(h, &caller, PASSWORD, NEW).await),
        ["too_many_tries"]
    );
    assert_eq!(
        codes_of(try_password(h, PASSWORD).await),
        ["too_many_tries"]
    );
    let locks = kinds(h).await.into_iter();
    assert_eq!(locks.filter(|kind| kind == "account.locked").count(), 1);
}

on_each_database!(an_account_without_a_password_can_get_one);
async fn an_account_without_a_password_can_get_one(h: &Harness) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    assert!(!account(&h.backend, &holder).await.unwrap().has_password);
    change(h, &holder, "", NEW).await.unwrap();
    assert!(account(&h.backend, &holder).await.unwrap().has_password);
    assert_eq!(try_password(h, NEW).await.unwrap(), holder.account_id);
}

on_each_database!(administrators_and_operators_set_passwords);
async fn administrators_and_operators_set_passwords(h: &Harness) {
    h.jobs_may_be_left();
    let id = open_account(h).await;
    let administrator = h.administrator().await;
    let caller = begin_session(&h.backend, id, "laptop").await;
    let refused = reset_password(&h.backend, &caller, id).await;
    assert!(matches!(refused, Err(Error::Forbidden)));
    let new = reset_password(&h.backend, &administrator, id)
        .await
        .unwrap();
    assert!(
        find_caller(&h.backend, "laptop").await.unwrap().is_none(),
        "it is logged out"
    );
    assert_eq!(try_password(h, &new).await.unwrap(), id);
    let event = events(h)
        .await
        .into_iter()
        .find(|event| event.kind == "account.password_changed")
        .unwrap();
    assert_eq!(
        (event.subject_id, event.actor_account_id),
        (Some(id), Some(administrator.account_id))
    );
    set_password_by_operator(&h.backend, "HOLDER@example.com", PASSWORD)
        .await
        .unwrap();
    assert_eq!(try_password(h, PASSWORD).await.unwrap(), id);
    let unknown = set_password_by_operator(&h.backend, "nobody@example.com", NEW).await;
    assert!(matches!(unknown, Err(Error::NotFound)));
}

on_each_database!(resetting_the_own_password_keeps_the_session_that_shows_it);
async fn resetting_the_own_password_keeps_the_session_that_shows_it(h: &Harness) {
    h.jobs_may_be_left();
    let id = h.administrator().await.account_id;
    let here = begin_session(&h.backend, id, "here").await;
    begin_session(&h.backend, id, "elsewhere").await;
    reset_password(&h.backend, &here, id).await.unwrap();
    assert!(find_caller(&h.backend, "here").await.unwrap().is_some());
    assert!(
        find_caller(&h.backend, "elsewhere")
            .await
            .unwrap()
            .is_none()
    );
}

on_each_database!(mails_follow_the_language);
async fn mails_follow_the_language(h: &Harness) {
    let holder = h.holder().await;
    assert_eq!(
        codes_of(set_language(&h.backend, &holder, "fr").await),
        ["not_an_option"]
    );
    for (language, words) in [("zh-CN", "验证码"), ("en", "Your code is")] {
        set_language(&h.backend, &holder, language).await.unwrap();
        request_login_code(&h.backend, &holder.email, &client(1))
            .await
            .unwrap();
        h.run_jobs().await;
        let mail = h.mailer.sent_to(&holder.email).pop().unwrap();
        assert!(mail.body.contains(words), "{}", mail.body);
    }
}

on_each_database!(mails_come_in_the_language_in_which_somebody_logged_in);
async fn mails_come_in_the_language_in_which_somebody_logged_in(h: &Harness) {
    open_account(h).await;
    for (language, words) in [("en", "Your code is"), ("zh-CN", "验证码")] {
        let client = ClientInfo {
            language,
            ..client(1)
        };
        log_in_with_password(&h.backend, EMAIL, PASSWORD, &client)
            .await
            .unwrap();
        request_login_code(&h.backend, EMAIL, &client)
            .await
            .unwrap();
        h.run_jobs().await;
        let mail = h.mailer.sent_to("holder@example.com").pop().unwrap();
        assert!(mail.body.contains(words), "{}", mail.body);
    }
}
