//! `policy.code.draft_hold_days`: a draft that is left alone gives its code back.

use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, code, first_license_form, issue_code, submit_first_license, verify_code,
};
use backend::backend::Backend;
use backend::caller::Caller;
use backend::commands::applications::save_step::{SavingPage, save_step};
use backend::commands::applications::verify_product::verify_product;
use backend::commands::applications::withdraw::withdraw;
use backend::jobs::end_draft_holds::end_draft_holds;
use backend::jobs::expire_drafts::expire_drafts;
use backend::queries::messages::messages;
use chrono::Duration;
use shared::wire::message::{CodeChange, Notice};

async fn days_later(h: &Harness, backend: &Backend, days: i64) {
    h.clock.advance(Duration::days(days));
    for _ in 0..2 {
        end_draft_holds(backend).await.unwrap();
    }
    h.run_jobs().await;
}

/// What somebody was told, without what the application itself has to say.
async fn told(h: &Harness, caller: &Caller) -> Vec<&'static str> {
    let page = messages(&h.backend, caller, None).await.unwrap();
    let notices = page.items.into_iter().rev().map(|item| item.notice);
    notices
        .filter_map(|notice| match notice {
            Notice::CodeHoldReminder { .. } => Some("reminder"),
            Notice::CodeHoldEnded { hold_days: 7, .. } => Some("ended"),
            Notice::CodeChanged { change, .. } => Some(change.code()),
            _ => None,
        })
        .collect()
}

/// The draft of somebody who verified a code: its id and the code's.
async fn draft(h: &Harness, applicant: &Caller) -> (i64, i64) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let input = verify_code("first_license", "a", &text);
    let id = verify_product(&h.backend, applicant, input).await.unwrap();
    (id, row.id)
}

on_each_database!(r2_a_draft_left_alone_is_reminded_of_and_gives_its_code_back);
async fn r2_a_draft_left_alone_is_reminded_of_and_gives_its_code_back(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let (id, code_id) = draft(h, &partner).await;
    days_later(h, &h.backend, 4).await;
    assert_eq!(told(h, &partner).await, [""; 0]);
    days_later(h, &h.backend, 1).await;
    assert_eq!(told(h, &partner).await, ["reminder"]);
    let mail = h.mailer.sent_to(&partner.email).pop().unwrap();
    let until = "continue the application by 10:00 on Monday, 30 November 2026";
    assert!(mail.body.contains(until), "{}", mail.body);
    assert_eq!(code(h, code_id).await.status, "licensing");

    days_later(h, &h.backend, 2).await;
    assert_eq!(code(h, code_id).await.status, "unused");
    let row = application(h, id).await;
    assert_eq!((row.status.as_str(), row.code_id), ("draft", None));
    assert_eq!(told(h, &partner).await, ["reminder", "ended"]);
    let (taken, returned) = (CodeChange::Taken.code(), CodeChange::Returned.code());
    assert_eq!(told(h, &holder).await, [taken, returned]);
    // How long the draft itself was left alone is counted from its last change.
    h.clock.advance(Duration::days(38));
    expire_drafts(&h.backend).await.unwrap();
    assert_eq!(application(h, id).await.status, "abandoned");
    h.run_jobs().await;
}

on_each_database!(r2_a_change_begins_the_days_anew);
async fn r2_a_change_begins_the_days_anew(h: &Harness) {
    let partner = h.partner().await;
    let (id, code_id) = draft(h, &partner).await;
    days_later(h, &h.backend, 6).await;
    assert_eq!(told(h, &partner).await, ["reminder"]);
    let page = SavingPage::opened_at(application(h, id).await.version);
    let form = first_license_form("shili.cn");
    save_step(&h.backend, &partner, id, page, form, None)
        .await
        .unwrap();
    days_later(h, &h.backend, 4).await;
    assert_eq!(told(h, &partner).await, ["reminder"]);
    days_later(h, &h.backend, 2).await;
    assert_eq!(told(h, &partner).await, ["reminder", "reminder"]);
    assert_eq!(code(h, code_id).await.status, "licensing");
    days_later(h, &h.backend, 1).await;
    assert_eq!(code(h, code_id).await.status, "unused");
}

on_each_database!(r2_the_days_are_those_of_policy);
async fn r2_the_days_are_those_of_policy(h: &Harness) {
    let partner = h.partner().await;
    let (_, code_id) = draft(h, &partner).await;
    let ten = h.with_settings(|settings| settings.policy.code.draft_hold_days = 10);
    days_later(h, &ten, 7).await;
    assert_eq!(told(h, &partner).await, [""; 0]);
    days_later(h, &ten, 1).await;
    assert_eq!(told(h, &partner).await, ["reminder"]);
    days_later(h, &ten, 2).await;
    assert_eq!(code(h, code_id).await.status, "unused");
}

on_each_database!(r2_what_was_submitted_keeps_its_code_however_long_it_is_left_alone);
async fn r2_what_was_submitted_keeps_its_code_however_long_it_is_left_alone(h: &Harness) {
    let partner = h.partner().await;
    let (text, row) = issue_code(h, &h.holder().await).await;
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    days_later(h, &h.backend, 20).await;
    withdraw(&h.backend, &partner, id).await.unwrap();
    days_later(h, &h.backend, 20).await;
    assert_eq!(code(h, row.id).await.status, "licensing");
    assert_eq!(told(h, &partner).await, [""; 0]);
}
