//! `policy.draft`.

use crate::harness::{Harness, on_each_database};
use crate::steps::{application, code, issue_code, verify_code};
use backend::backend::Backend;
use backend::caller::Caller;
use backend::commands::applications::abandon::abandon;
use backend::commands::applications::verify_product::verify_product;
use backend::error::Error;
use backend::jobs::expire_drafts::expire_drafts;
use backend::queries::messages::messages;
use chrono::Duration;
use shared::problem::{Problem, Violation};
use shared::wire::message::Notice;

/// The draft of somebody who verified a code: its id and the code's.
async fn draft(h: &Harness, applicant: &Caller) -> (i64, i64) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let input = verify_code("first_license", "a", &text);
    let id = verify_product(&h.backend, applicant, input).await.unwrap();
    (id, row.id)
}

/// Days that the reminders so far have left, the newest first.
async fn reminders(h: &Harness, applicant: &Caller) -> Vec<u32> {
    let page = messages(&h.backend, applicant, None).await.unwrap();
    let notices = page.items.into_iter().map(|item| item.notice);
    notices
        .filter_map(|notice| match notice {
            Notice::DraftReminder { days_left, .. } => Some(days_left),
            _ => None,
        })
        .collect()
}

async fn days_later(h: &Harness, backend: &Backend, days: i64) {
    h.clock.advance(Duration::days(days));
    expire_drafts(backend).await.unwrap();
    h.run_jobs().await;
}

on_each_database!(r2_a_draft_is_reminded_of_on_the_days_of_policy);
async fn r2_a_draft_is_reminded_of_on_the_days_of_policy(h: &Harness) {
    let partner = h.partner().await;
    draft(h, &partner).await;
    let often = h.with_settings(|settings| settings.policy.draft.remind_after_days = vec![2, 9]);
    for (days, expected) in [
        (1, vec![]),
        (1, vec![43]),
        (6, vec![43]),
        (1, vec![36, 43]),
        (30, vec![36, 43]),
    ] {
        days_later(h, &often, days).await;
        assert_eq!(reminders(h, &partner).await, expected);
    }
}

on_each_database!(r2_without_days_to_remind_nobody_is_reminded);
async fn r2_without_days_to_remind_nobody_is_reminded(h: &Harness) {
    let partner = h.partner().await;
    let (id, _) = draft(h, &partner).await;
    let never = h.with_settings(|settings| settings.policy.draft.remind_after_days = vec![]);
    days_later(h, &never, 44).await;
    assert!(h.mailer.sent().is_empty());
    assert_eq!(application(h, id).await.status, "draft");
    days_later(h, &never, 1).await;
    assert_eq!(application(h, id).await.status, "abandoned");
}

on_each_database!(r2_a_draft_ends_after_the_days_of_policy);
async fn r2_a_draft_ends_after_the_days_of_policy(h: &Harness) {
    let partner = h.partner().await;
    let (id, code_id) = draft(h, &partner).await;
    let ten = h.with_settings(|settings| settings.policy.draft.expire_after_days = 10);
    days_later(h, &ten, 9).await;
    assert_eq!(application(h, id).await.status, "draft");
    assert_eq!(reminders(h, &partner).await, [1]);
    days_later(h, &ten, 1).await;
    assert_eq!(application(h, id).await.status, "abandoned");
    assert_eq!(code(h, code_id).await.status, "unused");
}

on_each_database!(an_account_begins_no_more_drafts_than_policy_allows);
async fn an_account_begins_no_more_drafts_than_policy_allows(h: &Harness) {
    let partner = h.partner().await;
    let holder = h.holder().await;
    let two = h.with_settings(|settings| settings.policy.draft.most_open = 2);
    let begin = async |key: &str| {
        let (text, row) = issue_code(h, &holder).await;
        let input = verify_code("first_license", key, &text);
        (verify_product(&two, &partner, input).await, row.id)
    };
    let first = begin("a").await.0.unwrap();
    begin("b").await.0.unwrap();
    let (refused, code_id) = begin("c").await;
    let Err(Error::Refused(violations)) = refused else {
        panic!("a third draft was begun");
    };
    let expected = Violation::general(Problem::TooManyDrafts { most: 2 });
    assert_eq!(violations, [expected]);
    assert_eq!(code(h, code_id).await.status, "unused");
    abandon(&two, &partner, first).await.unwrap();
    begin("d").await.0.unwrap();
    h.run_jobs().await;
}
