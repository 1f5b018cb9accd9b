//! `policy.review`, `policy.entity` and the numbers of `policy.cancel.reasons`.

use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, approve, cancellation, exchange, fill_in_first_license, issue_code, submit,
    submit_cancellation,
};
use backend::backend::Backend;
use backend::commands::applications::{submit as submit_filing, withdraw::withdraw};
use backend::commands::cancel_access::submit::submit as submit_cancel_access;
use backend::queries::cancel_access::cancel_access;
use backend::queries::licenses::licenses;
use chrono::{DateTime, Utc};
use ports::authority::Report;
use shared::cancel_access::{ReasonNumbers, Unavailable};
use shared::wire::license::{CancelAccessInput, CancelAccessOutcome};

async fn due_at(h: &Harness, id: i64) -> DateTime<Utc> {
    let due_at = application(h, id).await.due_at.unwrap();
    DateTime::from_timestamp_millis(due_at).unwrap()
}

/// 24:00 in Shanghai of a day in November 2026, whose 23rd is a Monday.
fn end_of(day: u32) -> DateTime<Utc> {
    format!("2026-11-{day}T16:00:00Z").parse().unwrap()
}

async fn submit_under(backend: &Backend, h: &Harness, input: CancelAccessInput) -> i64 {
    let outcome = submit_cancel_access(backend, &h.holder().await, input).await;
    match outcome.unwrap() {
        CancelAccessOutcome::Submitted { application_id } => application_id,
        other => panic!("{other:?}"),
    }
}

on_each_database!(s15_a_cancellation_is_due_after_the_working_days_of_policy);
async fn s15_a_cancellation_is_due_after_the_working_days_of_policy(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await.id;
    for (days, expected) in [(2, end_of(25)), (0, end_of(23)), (1, end_of(24))] {
        let backend = h.with_settings(|settings| settings.policy.review.cancel_working_days = days);
        let page = cancel_access(&backend, &holder, shop).await.unwrap();
        assert_eq!(page.review_due_at, expected, "{days}");
        let id = submit_under(&backend, h, cancellation(shop, &format!("{days}"))).await;
        assert_eq!(due_at(h, id).await, expected, "{days}");
        withdraw(&h.backend, &holder, id).await.unwrap();
    }
    h.run_jobs().await;
}

on_each_database!(s15_a_filing_is_due_after_working_days_of_its_own);
async fn s15_a_filing_is_due_after_working_days_of_its_own(h: &Harness) {
    let partner = h.partner().await;
    let (text, _) = issue_code(h, &h.holder().await).await;
    let id = fill_in_first_license(h, &partner, &text, "shili.cn").await;
    let one = h.with_settings(|settings| {
        settings.policy.review.filing_working_days = 1;
        settings.policy.review.cancel_working_days = 9;
    });
    let version = application(h, id).await.version;
    submit_filing::submit(&one, &partner, id, version)
        .await
        .unwrap();
    assert_eq!(due_at(h, id).await, end_of(24));
    withdraw(&h.backend, &partner, id).await.unwrap();
    submit(h, &partner, id).await.unwrap();
    assert_eq!(due_at(h, id).await, end_of(26));
    h.run_jobs().await;
}

on_each_database!(s9_where_several_orders_may_run_no_website_waits_for_another);
async fn s9_where_several_orders_may_run_no_website_waits_for_another(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await.id;
    let blog = h.licensed_website(&holder, "example-blog.cn").await.id;
    let application_id = submit_cancellation(h, &holder, shop, "k").await;
    let several = h.with_settings(|settings| settings.policy.entity.one_order_at_a_time = false);
    let waits = Some(Unavailable::OrderInProgress { application_id });
    for (backend, expected) in [(&h.backend, waits), (&several, None)] {
        let page = licenses(backend, &holder).await.unwrap();
        let row = page.websites.iter().find(|row| row.id == blog).unwrap();
        assert_eq!(row.cancel_unavailable, expected);
        let page = cancel_access(backend, &holder, blog).await.unwrap();
        assert_eq!(page.unavailable, expected);
    }
    h.run_jobs().await;
}

on_each_database!(each_built_in_reason_is_reported_under_the_number_of_policy);
async fn each_built_in_reason_is_reported_under_the_number_of_policy(h: &Harness) {
    let (holder, reviewer) = (h.holder().await, h.reviewer().await);
    let shop = h.licensed_website(&holder, "example-shop.cn").await.id;
    let numbered = h.with_settings(|settings| {
        settings.policy.cancel.reasons = ReasonNumbers {
            moved_to_another_provider: 31,
            website_closed: 32,
            server_released: 33,
            other: 34,
        };
    });
    let page = cancel_access(&numbered, &holder, shop).await.unwrap();
    let offered: Vec<_> = page.reasons.iter().map(|reason| reason.code).collect();
    assert_eq!(offered, [31, 32, 33, 34]);
    for number in offered {
        let input = CancelAccessInput {
            cancel_reason: number.to_string(),
            ..cancellation(shop, &format!("{number}"))
        };
        let id = submit_under(&numbered, h, input).await;
        approve(h, &reviewer, id).await;
        exchange(h, &numbered).await;
        let pending = h.authority.pending();
        let [sent] = pending.as_slice() else {
            panic!("{pending:?}")
        };
        let Report::CancelAccess(report) = &sent.report else {
            panic!("{sent:?}")
        };
        assert_eq!(report.reason_code, number);
        // A refused request can be made again, with another reason.
        assert!(h.authority.reject(sent.sequence, "资料不全"));
        exchange(h, &numbered).await;
    }
}
