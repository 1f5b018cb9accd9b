//! what is on hold is not sent, and keeps nothing else from being sent.

use super::{report, uploads};
use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, approve, exchange, issue_code, submit_cancellation, submit_first_license,
};
use backend::jobs::hold_applications::hold_applications;
use backend::queries::authority_channel::authority_channel;
use backend::store::entities::cloud_server;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

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
