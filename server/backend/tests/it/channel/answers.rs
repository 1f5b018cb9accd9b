//! Which report an answer is about.

use super::{count_events, report};
use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, approve, exchange, issue_code, submit_cancellation, submit_first_license,
};
use backend::queries::messages::messages;
use backend::store::entities::authority_report::{Column, Entity};
use ports::authority::{Document, Operation, Opinion, RecordResult, ResultLine};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::wire::message::Notice;

const KEY: i64 = 4711;

/// A filing and a cancellation at the authority, both under the same key.
async fn two_reports_with_one_key(h: &Harness) -> (i64, i64) {
    let holder = h.holder().await;
    let (text, _) = issue_code(h, &holder).await;
    let filing = submit_first_license(h, &h.partner().await, &text, "shili.cn").await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let cancellation = submit_cancellation(h, &holder, shop.id, "k").await;
    for id in [filing, cancellation] {
        approve(h, &h.reviewer().await, id).await;
    }
    exchange(h, &h.backend).await;
    Entity::update_many()
        .col_expr(Column::Keys, Expr::value(format!("[\"{KEY}\"]")))
        .filter(Column::ApplicationId.is_in([filing, cancellation]))
        .exec(&h.backend.database)
        .await
        .unwrap();
    (filing, cancellation)
}

fn result(operation: Option<Operation>, code: i32) -> RecordResult {
    RecordResult {
        operation,
        key: Some(KEY.to_string()),
        lines: vec![ResultLine { code, text: None }],
    }
}

fn opinion(operation: Option<Operation>) -> Opinion {
    Opinion {
        operation,
        record_id: Some(KEY),
        approved: true,
        text: None,
        reviewed_at: None,
    }
}

async fn answer(h: &Harness, results: Vec<RecordResult>, opinions: Vec<Opinion>) {
    h.authority
        .send(vec![Document::Results { results, opinions }]);
    exchange(h, &h.backend).await;
}

async fn statuses(h: &Harness, ids: (i64, i64)) -> (String, String) {
    (
        application(h, ids.0).await.status,
        application(h, ids.1).await.status,
    )
}

fn both(status: &str) -> (String, String) {
    (status.to_owned(), status.to_owned())
}

on_each_database!(an_answer_that_fits_two_reports_is_left_to_an_operator);
async fn an_answer_that_fits_two_reports_is_left_to_an_operator(h: &Harness) {
    let ids = two_reports_with_one_key(h).await;
    answer(h, vec![result(None, 1001)], vec![opinion(None)]).await;
    assert_eq!(statuses(h, ids).await, both("authority_review"));
    assert_eq!(count_events(h, "channel.answer_not_matched").await, 2);
    for id in [ids.0, ids.1] {
        let problem = report(h, id).await.last_error.unwrap();
        assert!(problem.contains("4711"), "{problem}");
    }
}

on_each_database!(an_operation_of_others_is_never_ours);
async fn an_operation_of_others_is_never_ours(h: &Harness) {
    let ids = two_reports_with_one_key(h).await;
    let other = Some(Operation::Other);
    answer(h, vec![result(other, 1001)], vec![opinion(other)]).await;
    assert_eq!(statuses(h, ids).await, both("authority_review"));
    assert_eq!(count_events(h, "channel.answer_not_matched").await, 0);
}

on_each_database!(an_opinion_without_an_operation_has_that_of_its_result);
async fn an_opinion_without_an_operation_has_that_of_its_result(h: &Harness) {
    h.jobs_may_be_left();
    let ids = two_reports_with_one_key(h).await;
    let cancellation = Some(Operation::CancelAccess);
    answer(h, vec![result(cancellation, 1062)], vec![opinion(None)]).await;
    let (filing, cancellation) = statuses(h, ids).await;
    assert_eq!(
        (filing.as_str(), cancellation.as_str()),
        ("authority_review", "completed")
    );
}

on_each_database!(a_holder_learns_that_the_provider_reviews_again);
async fn a_holder_learns_that_the_provider_reviews_again(h: &Harness) {
    let (filing, cancellation) = two_reports_with_one_key(h).await;
    let failed = result(Some(Operation::CancelAccess), 1999);
    answer(h, vec![failed], vec![]).await;
    let row = application(h, cancellation).await;
    assert_eq!(row.status, "provider_review");
    assert_eq!(application(h, filing).await.status, "authority_review");
    let holder = h.holder().await;
    let page = messages(&h.backend, &holder, None).await.unwrap();
    let Notice::ApplicationTakenBack { number, due_at, .. } = &page.items[0].notice else {
        panic!("{:?}", page.items[0].notice)
    };
    assert_eq!(*number, row.number);
    assert_eq!(Some(due_at.timestamp_millis()), row.due_at);
    let mail = h.mailer.sent_to(&holder.email).pop().unwrap();
    assert!(mail.subject.contains("again"), "{}", mail.subject);
}
