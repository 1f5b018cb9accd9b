//! S15: holidays that are published late move what waits already.

use crate::harness::{Harness, on_each_database};
use crate::steps::{application, submit_cancellation, waiting_transactions};
use backend::commands::applications::withdraw::withdraw;
use backend::commands::calendar::enter_year::enter_year;
use backend::queries::applications::applications;
use backend::store::calendar;
use backend::store::entities::audit_event::{Column, Entity};
use chrono::{DateTime, Duration, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

const NOTICE: &str = "国办发明电〔2026〕9号";
const HOLIDAYS: &str = "off 2027/1/1\noff 2027-01-02\noff 2027-01-03\nwork 2027-01-09";

/// When it is due, and whether that is provisional.
async fn due(h: &Harness, id: i64) -> (DateTime<Utc>, bool) {
    let row = application(h, id).await;
    let due_at = DateTime::from_timestamp_millis(row.due_at.unwrap()).unwrap();
    (due_at, row.due_is_provisional)
}

async fn details(h: &Harness, kind: &str) -> Vec<String> {
    let events = Entity::find()
        .filter(Column::Kind.eq(kind))
        .all(&h.backend.database)
        .await
        .unwrap();
    events.into_iter().map(|event| event.detail).collect()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

on_each_database!(a_year_that_is_entered_later_moves_what_waits);
async fn a_year_that_is_entered_later_moves_what_waits(h: &Harness) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await.id;
    let blog = h.licensed_website(&holder, "example-blog.cn").await.id;
    // Thursday, 31 December 2026, 10:00 in Shanghai.
    h.clock
        .advance(at("2026-12-31T02:00:00Z") - h.backend.now());
    let withdrawn = submit_cancellation(h, &holder, blog, "b").await;
    withdraw(&h.backend, &holder, withdrawn).await.unwrap();
    let moves = submit_cancellation(h, &holder, shop, "s").await;
    assert_eq!(due(h, moves).await, (at("2027-01-01T16:00:00Z"), true));
    let version = application(h, moves).await.version;

    let supervisor = h.supervisor().await;
    h.clock.advance(Duration::hours(1));
    enter_year(&h.backend, &supervisor, NOTICE, HOLIDAYS)
        .await
        .unwrap();
    assert_eq!(due(h, moves).await, (at("2027-01-04T16:00:00Z"), false));
    assert_eq!(application(h, withdrawn).await.due_at, None);
    assert_eq!(
        application(h, moves).await.version,
        version,
        "a page that is open stays good"
    );
    assert_eq!(
        details(h, "application.due_moved").await,
        [r#"{"due_on":{"new":"2027-01-04","old":"2027-01-01"}}"#]
    );
    assert!(details(h, "calendar.entered").await[0].contains(r#""due_moved":1"#));
    let list = applications(&h.backend, &holder, None).await.unwrap();
    assert_eq!(
        list.items[0].next_step.due_at,
        Some(at("2027-01-04T16:00:00Z"))
    );

    enter_year(&h.backend, &supervisor, NOTICE, HOLIDAYS)
        .await
        .unwrap();
    assert_eq!(details(h, "application.due_moved").await.len(), 1);
}

/// Both would otherwise not know of each other.
#[tokio::test]
async fn a_year_waits_for_a_submission_that_counts_without_it() {
    let Some(harness) = Harness::on_postgres().await else {
        return;
    };
    harness.run(waits_for_a_submission).await;
}

async fn waits_for_a_submission(h: &Harness) {
    let submission = h.backend.begin().await.unwrap();
    calendar::load_for_due_time(&submission).await.unwrap();
    let (backend, supervisor) = (h.backend.clone(), h.supervisor().await);
    let entering =
        tokio::spawn(async move { enter_year(&backend, &supervisor, NOTICE, HOLIDAYS).await });
    while waiting_transactions(h).await == 0 {
        assert!(!entering.is_finished(), "the year did not wait");
    }
    submission.commit().await.unwrap();
    entering.await.unwrap().unwrap();
}
