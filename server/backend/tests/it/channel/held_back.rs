//! what is on hold is not sent, and keeps nothing else from being sent.

use super::{report, uploads};
use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, approve, authority_approves, exchange, issue_code, submit_cancellation,
    submit_first_license, waiting_transactions,
};
use backend::commands::codes::disable_by_staff::disable_by_staff;
use backend::jobs::hold_applications::hold_applications;
use backend::jobs::send_reports::send_reports;
use backend::queries::authority_channel::authority_channel;
use backend::queries::review_queue::review_queue;
use backend::store::entities::{application as applications, authorization_code, cloud_server};
use chrono::Duration;
use ports::authority::fake::Failure;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use shared::application::HoldReason;
use shared::wire::review::QueueFilter;

async fn set_server_state(h: &Harness, server_id: i64, state: &str) {
    cloud_server::Entity::update_many()
        .col_expr(cloud_server::Column::State, Expr::value(state))
        .filter(cloud_server::Column::Id.eq(server_id))
        .exec(&h.backend.database)
        .await
        .unwrap();
}

on_each_database!(a_filing_on_a_lost_server_waits_and_others_pass_it);
async fn a_filing_on_a_lost_server_waits_and_others_pass_it(h: &Harness) {
    let holder = h.holder().await;
    let (text, code) = issue_code(h, &holder).await;
    let filing = submit_first_license(h, &h.partner().await, &text, "shili.cn").await;
    approve(h, &h.reviewer().await, filing).await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let cancellation = submit_cancellation(h, &holder, shop.id, "k").await;
    approve(h, &h.reviewer().await, cancellation).await;

    set_server_state(h, code.server_id, "frozen").await;
    exchange(h, &h.backend).await;
    exchange(h, &h.backend).await;
    let held = application(h, filing).await;
    assert_eq!(
        (held.status.as_str(), held.hold_reason.as_deref()),
        ("submitting", Some("server_gone"))
    );
    assert_eq!(uploads(h), 1);
    assert_eq!(
        application(h, cancellation).await.status,
        "authority_review"
    );
    let page = authority_channel(&h.backend, &h.administrator().await)
        .await
        .unwrap();
    let held_back = page.reports.iter().filter(|report| report.is_held_back);
    assert_eq!(
        held_back
            .map(|report| report.application_id)
            .collect::<Vec<_>>(),
        [filing]
    );

    set_server_state(h, code.server_id, "running").await;
    hold_applications(&h.backend).await.unwrap();
    exchange(h, &h.backend).await;
    assert_eq!(application(h, filing).await.status, "authority_review");
    assert_eq!(report(h, filing).await.sequence, Some(2));
}

on_each_database!(the_job_holds_what_waits_to_be_sent);
async fn the_job_holds_what_waits_to_be_sent(h: &Harness) {
    let (text, code) = issue_code(h, &h.holder().await).await;
    let filing = submit_first_license(h, &h.partner().await, &text, "shili.cn").await;
    approve(h, &h.reviewer().await, filing).await;
    set_server_state(h, code.server_id, "frozen").await;
    hold_applications(&h.backend).await.unwrap();
    set_server_state(h, code.server_id, "running").await;
    exchange(h, &h.backend).await;
    assert_eq!(uploads(h), 0, "the hold is lifted by the job");
    hold_applications(&h.backend).await.unwrap();
    exchange(h, &h.backend).await;
    assert_eq!(application(h, filing).await.status, "authority_review");
    // What the authority has is not held any more.
    set_server_state(h, code.server_id, "frozen").await;
    hold_applications(&h.backend).await.unwrap();
    assert_eq!(application(h, filing).await.hold_reason, None);
}

/// A first license whose report went out without an answer.
async fn unanswered(h: &Harness) -> (i64, authorization_code::Model) {
    let (text, code) = issue_code(h, &h.holder().await).await;
    let filing = submit_first_license(h, &h.partner().await, &text, "shili.cn").await;
    approve(h, &h.reviewer().await, filing).await;
    h.authority.fail_next_upload(Failure::AnswerLost);
    exchange(h, &h.backend).await;
    h.clock.advance(Duration::minutes(1));
    (filing, code)
}

on_each_database!(what_is_out_without_an_answer_is_not_held_any_more);
async fn what_is_out_without_an_answer_is_not_held_any_more(h: &Harness) {
    h.jobs_may_be_left();
    let (filing, code) = unanswered(h).await;
    disable_by_staff(&h.backend, &h.supervisor().await, code.id, "resold")
        .await
        .unwrap();
    let out = application(h, filing).await;
    assert_eq!((out.status.as_str(), out.hold_reason), ("submitting", None));
    exchange(h, &h.backend).await;
    assert_eq!(application(h, filing).await.status, "authority_review");
}

async fn flag(connection: &impl ConnectionTrait) {
    let reason = HoldReason::CodeDisabled.code();
    applications::Entity::update_many()
        .col_expr(applications::Column::HoldReason, Expr::value(reason))
        .exec(connection)
        .await
        .unwrap();
}

on_each_database!(a_flag_ends_with_the_hand_over_and_with_the_verdict);
async fn a_flag_ends_with_the_hand_over_and_with_the_verdict(h: &Harness) {
    h.jobs_may_be_left();
    let (filing, _) = unanswered(h).await;
    flag(&h.backend.database).await;
    exchange(h, &h.backend).await;
    let row = application(h, filing).await;
    assert_eq!(
        (row.status.as_str(), row.hold_reason),
        ("authority_review", None)
    );
    flag(&h.backend.database).await;
    authority_approves(h).await;
    let row = application(h, filing).await;
    assert_eq!((row.status.as_str(), row.hold_reason), ("completed", None));
    // What an earlier version left is not shown either.
    flag(&h.backend.database).await;
    let filter = QueueFilter {
        status: Some("completed".to_owned()),
        ..QueueFilter::default()
    };
    let queue = review_queue(&h.backend, &h.reviewer().await, filter).await;
    assert!(!queue.unwrap().rows.items[0].is_held);
}

/// The flag is being set while the sender is about to send.
#[tokio::test]
async fn what_is_held_at_this_instant_is_not_sent() {
    let Some(harness) = Harness::on_postgres().await else {
        return;
    };
    harness.run(held_at_this_instant).await;
}

async fn held_at_this_instant(h: &Harness) {
    h.jobs_may_be_left();
    let (text, _) = issue_code(h, &h.holder().await).await;
    let filing = submit_first_license(h, &h.partner().await, &text, "shili.cn").await;
    approve(h, &h.reviewer().await, filing).await;
    let holding = h.backend.begin().await.unwrap();
    flag(&holding).await;
    let backend = h.backend.clone();
    let sender = tokio::spawn(async move { send_reports(&backend).await });
    while waiting_transactions(h).await == 0 {
        assert!(!sender.is_finished(), "the sender did not wait");
    }
    holding.commit().await.unwrap();
    sender.await.unwrap().unwrap();
    assert_eq!(uploads(h), 0);
    assert_eq!(report(h, filing).await.state, "pending");
}
