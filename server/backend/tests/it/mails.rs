//! One mail for one event, whatever the page shows beside it.

use crate::harness::{Harness, on_each_database};
use crate::steps::{approve, exchange, issue_code, submit_first_license};
use backend::commands::codes::{disable_by_staff::disable_by_staff, restore::restore};
use backend::queries::messages::messages;
use chrono::Duration;
use ports::authority::{Document, Operation, RecordResult, ResultLine};
use shared::role::Role;

/// The subjects of what has been mailed since the last call.
async fn mailed(h: &Harness, to: &str, before: &mut usize) -> Vec<String> {
    h.run_jobs().await;
    let mails = h.mailer.sent_to(to);
    let subjects = mails.iter().skip(*before).map(|mail| mail.subject.clone());
    let subjects = subjects.collect();
    *before = mails.len();
    subjects
}

on_each_database!(who_uses_a_code_of_their_own_gets_one_mail_about_it);
async fn who_uses_a_code_of_their_own_gets_one_mail_about_it(h: &Harness) {
    let holder = h.holder().await;
    let (text, code) = issue_code(h, &holder).await;
    submit_first_license(h, &holder, &text, "own.cn").await;
    let mut before = 0;
    mailed(h, &holder.email, &mut before).await;
    disable_by_staff(&h.backend, &h.supervisor().await, code.id, "resold")
        .await
        .unwrap();
    assert_eq!(
        mailed(h, &holder.email, &mut before).await,
        ["The application for own.cn is on hold"]
    );
    let second = h.caller("supervisor2@example.com", Role::Supervisor).await;
    restore(&h.backend, &second, code.id).await.unwrap();
    assert_eq!(
        mailed(h, &holder.email, &mut before).await,
        ["The application for own.cn continues"]
    );
    let page = messages(&h.backend, &holder, None).await.unwrap();
    assert_eq!(page.items.len(), 5, "the page shows both sides of each");
}

on_each_database!(an_approval_and_its_numbers_are_one_mail_when_both_come_at_once);
async fn an_approval_and_its_numbers_are_one_mail_when_both_come_at_once(h: &Harness) {
    let partner = h.partner().await;
    let (text, _) = issue_code(h, &h.holder().await).await;
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    approve(h, &h.reviewer().await, id).await;
    exchange(h, &h.backend).await;
    let mut before = 0;
    mailed(h, &partner.email, &mut before).await;
    for pending in h.authority.pending() {
        assert!(h.authority.approve(pending.sequence));
    }
    exchange(h, &h.backend).await;
    h.clock.advance(Duration::hours(1));
    assert_eq!(
        mailed(h, &partner.email, &mut before).await,
        ["The license for shili.cn was issued"]
    );
}

on_each_database!(an_approval_whose_numbers_do_not_come_is_mailed_after_a_while);
async fn an_approval_whose_numbers_do_not_come_is_mailed_after_a_while(h: &Harness) {
    let partner = h.partner().await;
    let (text, _) = issue_code(h, &h.holder().await).await;
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    approve(h, &h.reviewer().await, id).await;
    exchange(h, &h.backend).await;
    let mut before = 0;
    mailed(h, &partner.email, &mut before).await;
    let entity_id = crate::steps::application(h, id).await.entity_id.unwrap();
    h.authority.send(vec![Document::Results {
        results: vec![RecordResult {
            operation: Some(Operation::NewFiling),
            key: Some(entity_id.to_string()),
            lines: vec![ResultLine {
                code: 1001,
                text: None,
            }],
        }],
        opinions: Vec::new(),
    }]);
    exchange(h, &h.backend).await;
    assert_eq!(
        messages(&h.backend, &partner, None).await.unwrap().items[0].application_id,
        Some(id),
        "the page tells it at once"
    );
    assert!(mailed(h, &partner.email, &mut before).await.is_empty());
    h.clock.advance(Duration::minutes(10));
    assert_eq!(
        mailed(h, &partner.email, &mut before).await,
        ["The authority has approved the application for shili.cn"]
    );
}
