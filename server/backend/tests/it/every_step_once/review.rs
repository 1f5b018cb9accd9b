//! What reviewers and supervisors do with applications.

use super::leaves_nothing;
use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, fill_in_new_access, issue_code, new_access_form, submit, submit_cancellation,
    submit_first_license,
};
use backend::commands::review::{
    approve::approve, claim::claim, reassign::reassign, reject::reject, release::release,
    reveal::reveal,
};
use backend::store::entities::authority_report;
use sea_orm::EntityTrait;
use shared::field::Field;
use shared::review::FieldReason;
use shared::wire::review::RejectInput;

async fn cancellation_in_review(h: &Harness) -> i64 {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    submit_cancellation(h, &holder, shop.id, "k").await
}

async fn first_license_in_review(h: &Harness) -> i64 {
    let (text, _) = issue_code(h, &h.holder().await).await;
    submit_first_license(h, &h.partner().await, &text, "shili.cn").await
}

async fn new_access_in_review(h: &Harness) -> i64 {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = fill_in_new_access(h, &partner, &text, new_access_form()).await;
    submit(h, &partner, id).await.unwrap();
    id
}

async fn is_approved_whole_or_not_at_all(h: &Harness, id: i64, operation: &str) {
    let reviewer = h.reviewer().await;
    let version = application(h, id).await.version;
    leaves_nothing(h, async |backend| {
        approve(backend, &reviewer, id, version).await
    })
    .await;
    assert_eq!(application(h, id).await.status, "submitting");
    let reports = authority_report::Entity::find()
        .all(&h.backend.database)
        .await
        .unwrap();
    let operations: Vec<_> = reports.iter().map(|row| row.operation.as_str()).collect();
    assert_eq!(operations, [operation]);
    h.run_jobs().await;
}

on_each_database!(a_cancellation_is_approved_whole_or_not_at_all);
async fn a_cancellation_is_approved_whole_or_not_at_all(h: &Harness) {
    let id = cancellation_in_review(h).await;
    is_approved_whole_or_not_at_all(h, id, "cancel_access").await;
}

on_each_database!(a_first_license_is_approved_whole_or_not_at_all);
async fn a_first_license_is_approved_whole_or_not_at_all(h: &Harness) {
    let id = first_license_in_review(h).await;
    is_approved_whole_or_not_at_all(h, id, "new_filing").await;
}

on_each_database!(a_new_access_is_approved_whole_or_not_at_all);
async fn a_new_access_is_approved_whole_or_not_at_all(h: &Harness) {
    let id = new_access_in_review(h).await;
    is_approved_whole_or_not_at_all(h, id, "new_access").await;
}

async fn is_rejected_whole_or_not_at_all(h: &Harness, id: i64, field: Field) {
    let reviewer = h.reviewer().await;
    let input = RejectInput {
        application_id: id,
        version: application(h, id).await.version,
        reason: "See below.".to_owned(),
        fields: vec![FieldReason {
            field,
            reason: "Does not fit".to_owned(),
        }],
    };
    leaves_nothing(h, async |backend| {
        reject(backend, &reviewer, input.clone()).await
    })
    .await;
    assert_eq!(application(h, id).await.status, "provider_rejected");
    h.run_jobs().await;
}

on_each_database!(a_cancellation_is_rejected_whole_or_not_at_all);
async fn a_cancellation_is_rejected_whole_or_not_at_all(h: &Harness) {
    let id = cancellation_in_review(h).await;
    is_rejected_whole_or_not_at_all(h, id, Field::CancelReason).await;
}

on_each_database!(a_filing_is_rejected_and_submitted_again_whole_or_not_at_all);
async fn a_filing_is_rejected_and_submitted_again_whole_or_not_at_all(h: &Harness) {
    let id = first_license_in_review(h).await;
    is_rejected_whole_or_not_at_all(h, id, Field::WebsiteDomain).await;
    let partner = h.partner().await;
    let version = application(h, id).await.version;
    leaves_nothing(h, async |backend| {
        backend::commands::applications::submit::submit(backend, &partner, id, version).await
    })
    .await;
    assert_eq!(application(h, id).await.status, "provider_review");
    h.run_jobs().await;
}

on_each_database!(an_application_is_claimed_released_and_reassigned_whole_or_not_at_all);
async fn an_application_is_claimed_released_and_reassigned_whole_or_not_at_all(h: &Harness) {
    let id = cancellation_in_review(h).await;
    let (one, two) = (h.reviewer().await, h.second_reviewer().await);
    let supervisor = h.supervisor().await;
    leaves_nothing(h, async |backend| claim(backend, &one, id).await).await;
    assert_eq!(application(h, id).await.claimed_by, Some(one.account_id));
    leaves_nothing(h, async |backend| release(backend, &one, id).await).await;
    assert_eq!(application(h, id).await.claimed_by, None);
    leaves_nothing(h, async |backend| {
        reassign(backend, &supervisor, id, two.account_id).await
    })
    .await;
    assert_eq!(application(h, id).await.claimed_by, Some(two.account_id));
    h.run_jobs().await;
}

on_each_database!(personal_data_is_not_revealed_without_its_audit_event);
async fn personal_data_is_not_revealed_without_its_audit_event(h: &Harness) {
    let id = first_license_in_review(h).await;
    let reviewer = h.reviewer().await;
    leaves_nothing(h, async |backend| {
        reveal(backend, &reviewer, id, "A complaint.").await
    })
    .await;
    h.run_jobs().await;
}
