//! Whether a domain is served here is asked again when its application is approved.

use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, approve, authority_approves, authority_rejects, codes_of, exchange,
    fill_in_first_license, issue_code, submit, submit_first_license,
};
use backend::commands::applications::withdraw::withdraw;
use backend::commands::review::approve::approve as try_to_approve;
use shared::role::Role;

/// Two accounts file the same domain, before either is decided; the first is approved here.
async fn two_about_one_domain(h: &Harness) -> (i64, i64) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    let other = h.caller("partner2@example.com", Role::Holder).await;
    let (one, _) = issue_code(h, &holder).await;
    let (two, _) = issue_code(h, &holder).await;
    let first = submit_first_license(h, &h.partner().await, &one, "shili.cn").await;
    let second = submit_first_license(h, &other, &two, "shili.cn").await;
    approve(h, &h.reviewer().await, first).await;
    exchange(h, &h.backend).await;
    (first, second)
}

async fn is_refused(h: &Harness, id: i64) {
    let row = application(h, id).await;
    let outcome = try_to_approve(&h.backend, &h.reviewer().await, id, row.version).await;
    assert_eq!(codes_of(outcome), ["domain_served_meanwhile"]);
    assert_eq!(application(h, id).await, row);
}

on_each_database!(a_domain_that_is_served_meanwhile_is_not_approved_again);
async fn a_domain_that_is_served_meanwhile_is_not_approved_again(h: &Harness) {
    let (first, second) = two_about_one_domain(h).await;
    authority_approves(h).await;
    assert_eq!(application(h, first).await.status, "completed");
    is_refused(h, second).await;
}

on_each_database!(a_domain_that_is_with_the_authority_is_not_approved_before_its_answer);
async fn a_domain_that_is_with_the_authority_is_not_approved_before_its_answer(h: &Harness) {
    let (first, second) = two_about_one_domain(h).await;
    is_refused(h, second).await;
    authority_rejects(h, "资料不全").await;
    assert_eq!(application(h, first).await.status, "authority_rejected");
    approve(h, &h.reviewer().await, second).await;
    assert_eq!(application(h, second).await.status, "submitting");
}

on_each_database!(two_approvals_of_one_domain_at_once_are_one);
async fn two_approvals_of_one_domain_at_once_are_one(h: &Harness) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    let (partner, other) = (
        h.partner().await,
        h.caller("partner2@example.com", Role::Holder).await,
    );
    let (one, two) = (
        issue_code(h, &holder).await.0,
        issue_code(h, &holder).await.0,
    );
    let first = fill_in_first_license(h, &partner, &one, "shili.cn").await;
    let second = fill_in_first_license(h, &other, &two, "shili.cn").await;
    let (reviewer, colleague) = (h.reviewer().await, h.second_reviewer().await);
    let process = h.second_process();
    for round in 0..20 {
        submit(h, &partner, first).await.unwrap();
        submit(h, &other, second).await.unwrap();
        let versions = (
            application(h, first).await.version,
            application(h, second).await.version,
        );
        let (left, right) = tokio::join!(
            try_to_approve(&h.backend, &reviewer, first, versions.0),
            try_to_approve(&process, &colleague, second, versions.1),
        );
        assert_ne!(left.is_ok(), right.is_ok(), "round {round}");
        assert_eq!(codes_of(left.and(right)), ["domain_served_meanwhile"]);
        withdraw(&h.backend, &partner, first).await.unwrap();
        withdraw(&h.backend, &other, second).await.unwrap();
    }
}
