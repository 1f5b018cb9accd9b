//! A holder withdraws at the instant at which a reviewer decides.

use crate::harness::{Harness, on_each_database};
use crate::steps::{application, codes_of, fill_in_first_license, issue_code, submit};
use backend::commands::applications::withdraw::withdraw;
use backend::commands::review::{approve::approve, reject::reject};
use backend::store::entities::authority_report;
use sea_orm::{EntityTrait, PaginatorTrait};
use shared::wire::review::RejectInput;

const ROUNDS: u32 = 20;

async fn reports(h: &Harness) -> u64 {
    let reports = authority_report::Entity::find();
    reports.count(&h.backend.database).await.unwrap()
}

async fn rejection(h: &Harness, id: i64) -> RejectInput {
    RejectInput {
        application_id: id,
        version: application(h, id).await.version,
        reason: "not readable".to_owned(),
        ..RejectInput::default()
    }
}

async fn filing(h: &Harness) -> i64 {
    h.jobs_may_be_left();
    let (text, _) = issue_code(h, &h.holder().await).await;
    fill_in_first_license(h, &h.partner().await, &text, "shili.cn").await
}

on_each_database!(what_is_withdrawn_while_it_is_approved_leaves_no_report);
async fn what_is_withdrawn_while_it_is_approved_leaves_no_report(h: &Harness) {
    let id = filing(h).await;
    let (partner, reviewer) = (h.partner().await, h.reviewer().await);
    let process = h.second_process();
    for round in 0..ROUNDS {
        submit(h, &partner, id).await.unwrap();
        let version = application(h, id).await.version;
        let (withdrawn, approved) = tokio::join!(
            withdraw(&h.backend, &partner, id),
            approve(&process, &reviewer, id, version),
        );
        let status = application(h, id).await.status;
        // Both may succeed: what was just approved and not sent yet is withdrawn as ever.
        if withdrawn.is_ok() {
            assert_eq!((status.as_str(), reports(h).await), ("draft", 0), "{round}");
            continue;
        }
        assert_eq!(codes_of(withdrawn), ["changed_meanwhile"]);
        approved.unwrap();
        assert_eq!((status.as_str(), reports(h).await), ("submitting", 1));
        withdraw(&h.backend, &partner, id).await.unwrap();
    }
}

on_each_database!(what_is_withdrawn_while_it_is_rejected_has_one_outcome);
async fn what_is_withdrawn_while_it_is_rejected_has_one_outcome(h: &Harness) {
    let id = filing(h).await;
    let (partner, reviewer) = (h.partner().await, h.reviewer().await);
    let process = h.second_process();
    for round in 0..ROUNDS {
        submit(h, &partner, id).await.unwrap();
        let rejection = rejection(h, id).await;
        let (withdrawn, rejected) = tokio::join!(
            withdraw(&h.backend, &partner, id),
            reject(&process, &reviewer, rejection),
        );
        assert_ne!(withdrawn.is_ok(), rejected.is_ok(), "round {round}");
        let expected = if withdrawn.is_ok() {
            "draft"
        } else {
            "provider_rejected"
        };
        assert_eq!(application(h, id).await.status, expected);
    }
}

on_each_database!(an_earlier_rejection_does_not_pass_for_that_of_what_was_withdrawn);
async fn an_earlier_rejection_does_not_pass_for_that_of_what_was_withdrawn(h: &Harness) {
    let id = filing(h).await;
    let (partner, reviewer) = (h.partner().await, h.reviewer().await);
    submit(h, &partner, id).await.unwrap();
    let first = rejection(h, id).await;
    reject(&h.backend, &reviewer, first).await.unwrap();
    submit(h, &partner, id).await.unwrap();
    let second = rejection(h, id).await;
    withdraw(&h.backend, &partner, id).await.unwrap();
    let outcome = reject(&h.backend, &reviewer, second).await;
    assert_eq!(codes_of(outcome), ["not_possible_now"]);
}
