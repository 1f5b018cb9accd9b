//! Open pages hear of every change once.

use crate::harness::Harness;
use backend::caller::Actor;
use backend::jobs::follow_events::follow_events;
use backend::store::audit::{Event, record};
use backend::transaction::Tx;
use serde_json::json;
use shared::wire::application::TimelineEvent;

async fn happen(h: &Harness, tx: &Tx, application_id: i64) {
    let event = Event {
        kind: TimelineEvent::Submitted.into(),
        subject: "application",
        subject_id: Some(application_id),
        application_id: Some(application_id),
        account_id: None,
        detail: json!({}),
        note: None,
    };
    record(tx, &h.backend, Actor::System, h.backend.now(), event)
        .await
        .unwrap();
}

/// PostgreSQL gives ids before the commit: the first event can appear behind the second.
#[tokio::test]
async fn a_change_that_is_committed_behind_a_later_one_is_heard_of() {
    let Some(harness) = Harness::on_postgres().await else {
        return;
    };
    harness.run(behind_a_later_one).await;
}

async fn behind_a_later_one(h: &Harness) {
    let before = h.backend.begin().await.unwrap();
    happen(h, &before, 1).await;
    before.commit().await.unwrap();
    follow_events(&h.backend).await.unwrap();
    let (mut changes, _) = h.backend.live.subscribe();
    let mut heard = async || {
        follow_events(&h.backend).await.unwrap();
        changes.try_recv().ok()?.application_id
    };
    let told = || {
        let reached = h.backend.live.reached().unwrap();
        (reached.newest, reached.told_until)
    };
    assert_eq!(heard().await, None, "it was over before anybody listened");
    let (start, _) = told();

    let first = h.backend.begin().await.unwrap();
    happen(h, &first, 2).await;
    let second = h.backend.begin().await.unwrap();
    happen(h, &second, 3).await;
    second.commit().await.unwrap();
    assert_eq!(heard().await, Some(3));
    assert_eq!(told(), (start + 2, start), "one is still to come");
    assert_eq!(heard().await, None);

    // More events than anybody would look back at.
    let many = h.backend.begin().await.unwrap();
    for _ in 0..250 {
        happen(h, &many, 4).await;
    }
    many.commit().await.unwrap();
    for _ in 0..250 {
        assert_eq!(heard().await, Some(4));
    }
    let rolled_back = h.backend.begin().await.unwrap();
    happen(h, &rolled_back, 5).await;
    drop(rolled_back);
    let last = h.backend.begin().await.unwrap();
    happen(h, &last, 6).await;
    last.commit().await.unwrap();
    assert_eq!(heard().await, Some(6));
    first.commit().await.unwrap();
    assert_eq!(heard().await, Some(2));
    assert_eq!(heard().await, None);
    // What was rolled back is not waited for, once everything is over that ran meanwhile.
    while told().0 != told().1 {
        assert_eq!(heard().await, None);
    }
}

/// A transaction of another process that began before this one looked for the first time.
#[tokio::test]
async fn a_change_that_was_under_way_at_the_start_is_heard_of() {
    let Some(harness) = Harness::on_postgres().await else {
        return;
    };
    harness.run(under_way_at_the_start).await;
}

async fn under_way_at_the_start(h: &Harness) {
    let before = h.backend.begin().await.unwrap();
    happen(h, &before, 1).await;
    before.commit().await.unwrap();
    let early = h.backend.begin().await.unwrap();
    happen(h, &early, 2).await;
    let late = h.backend.begin().await.unwrap();
    happen(h, &late, 3).await;
    late.commit().await.unwrap();
    follow_events(&h.backend).await.unwrap();
    let (mut changes, reached) = h.backend.live.subscribe();
    let reached = reached.unwrap();
    assert_eq!(reached.told_until, reached.newest - 2);
    early.commit().await.unwrap();
    follow_events(&h.backend).await.unwrap();
    assert_eq!(changes.try_recv().unwrap().application_id, Some(2));
}
