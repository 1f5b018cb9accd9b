//! Accounts that may not log in.

use super::{EMAIL, PASSWORD, begin_session, events, open_account, try_password};
use crate::harness::{Harness, on_each_database};
use crate::steps::{application, codes_of, submit_cancellation};
use backend::commands::accounts::block::block;
use backend::commands::accounts::unblock::unblock;
use backend::error::Error;
use backend::queries::accounts::accounts;
use backend::store::session::find_caller;
use shared::role::Role;

const REASON: &str = "Reported as stolen.";

on_each_database!(a_blocked_account_is_told_so_after_its_right_password_only);
async fn a_blocked_account_is_told_so_after_its_right_password_only(h: &Harness) {
    let id = open_account(h).await;
    let administrator = h.administrator().await;
    begin_session(&h.backend, id, "laptop").await;
    for _ in 0..2 {
        block(&h.backend, &administrator, id, REASON).await.unwrap();
    }
    assert!(find_caller(&h.backend, "laptop").await.unwrap().is_none());
    let wrong = try_password(h, "wrong password").await;
    assert_eq!(codes_of(wrong), ["wrong_credentials"]);
    assert_eq!(
        codes_of(try_password(h, PASSWORD).await),
        ["account_blocked"]
    );
    let rows = accounts(&h.backend, &administrator, None)
        .await
        .unwrap()
        .items;
    let row = rows.iter().find(|row| row.id == id).unwrap();
    assert_eq!(row.blocked.as_deref(), Some(REASON));

    for _ in 0..2 {
        unblock(&h.backend, &administrator, id).await.unwrap();
    }
    assert_eq!(try_password(h, PASSWORD).await.unwrap(), id);
    let kinds: Vec<_> = events(h)
        .await
        .into_iter()
        .filter(|event| event.kind.contains("blocked"))
        .map(|event| (event.kind, event.actor_account_id, event.subject_id))
        .collect();
    let by = Some(administrator.account_id);
    assert_eq!(
        kinds,
        [
            ("account.blocked".to_owned(), by, Some(id)),
            ("account.unblocked".to_owned(), by, Some(id)),
        ]
    );
    h.run_jobs().await;
    let mails = h.mailer.sent_to("holder@example.com");
    assert_eq!(mails.len(), 2);
    assert!(mails[0].body.contains(REASON), "{}", mails[0].body);
}

on_each_database!(what_a_blocked_holder_has_submitted_goes_on);
async fn what_a_blocked_holder_has_submitted_goes_on(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let id = submit_cancellation(h, &holder, shop.id, "k").await;
    let before = application(h, id).await;
    let administrator = h.administrator().await;
    block(&h.backend, &administrator, holder.account_id, REASON)
        .await
        .unwrap();
    assert_eq!(application(h, id).await, before);
    h.jobs_may_be_left();
}

on_each_database!(nobody_blocks_themselves_and_one_administrator_stays);
async fn nobody_blocks_themselves_and_one_administrator_stays(h: &Harness) {
    let one = h.administrator().await;
    let own = block(&h.backend, &one, one.account_id, REASON).await;
    assert_eq!(codes_of(own), ["own_account"]);
    let id = open_account(h).await;
    let silent = block(&h.backend, &one, id, " ").await;
    assert_eq!(codes_of(silent), ["required"]);
    let by_supervisor = block(&h.backend, &h.supervisor().await, id, REASON).await;
    assert!(matches!(by_supervisor, Err(Error::Forbidden)));

    let other = h.caller("second@example.com", Role::Administrator).await;
    let (first, second) = futures::join!(
        block(&h.backend, &one, other.account_id, REASON),
        block(&h.backend, &other, one.account_id, REASON),
    );
    assert_eq!(
        u8::from(first.is_ok()) + u8::from(second.is_ok()),
        1,
        "{first:?} {second:?}"
    );
    assert!(
        try_password(h, PASSWORD).await.is_ok(),
        "{EMAIL} is not blocked"
    );
    h.jobs_may_be_left();
}
