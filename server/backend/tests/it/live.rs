//! Open pages hear of every change once.

use crate::harness::Harness;
use backend::caller::Actor;
use backend::jobs::follow_events::follow_events;
use backend::store::audit::{Event, record};
use backend::transaction::Tx;
use serde_json::json;

async fn happen(h: &Harness, tx: &Tx, application_id: i64) {
    let event = Event {
        kind: "application.submitted",
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
        changes
            .try_recv()
            .ok()
            .and_then(|change| change.application_id)
    };
    assert_eq!(heard().await, None, "it was over before anybody listened");

    let first = h.backend.begin().await.unwrap();
    happen(h, &first, 2).await;
    let second = h.backend.begin().await.unwrap();
    happen(h, &second, 3).await;
    second.commit().await.unwrap();
    assert_eq!(heard().await, Some(3));
    first.commit().await.unwrap();
    assert_eq!(heard().await, Some(2));
    assert_eq!(heard().await, None);
}
