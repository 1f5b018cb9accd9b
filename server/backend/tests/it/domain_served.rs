//! Whether a domain is served here is asked again when its application is approved.

use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, approve, authority_approves, authority_rejects, codes_of, exchange, issue_code,
    submit_first_license,
};
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
