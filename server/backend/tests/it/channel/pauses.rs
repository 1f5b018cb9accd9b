//! How often a call that failed is made again.

use super::{approved, channel, channel_state, uploads};
use crate::harness::{Harness, on_each_database};
use crate::steps::{application, exchange};
use backend::commands::authority::resume_channel::resume_channel;
use backend::jobs::download_results::download_results;
use backend::jobs::send_reports::send_reports;
use backend::queries::authority_channel::authority_channel;
use chrono::Duration;
use ports::authority::fake::{Call, Failure};

fn downloads(h: &Harness) -> usize {
    let calls = h.authority.calls();
    calls.iter().filter(|call| **call == Call::Download).count()
}

on_each_database!(an_authority_that_is_away_is_asked_less_and_less_often);
async fn an_authority_that_is_away_is_asked_less_and_less_often(h: &Harness) {
    let id = approved(h).await;
    for pause in [1, 2, 4, 8] {
        h.authority.fail_next(Failure::Unreachable);
        send_reports(&h.backend).await.unwrap();
        let calls = h.authority.calls().len();
        h.clock
            .advance(Duration::seconds(pause) - Duration::milliseconds(1));
        send_reports(&h.backend).await.unwrap();
        assert_eq!(h.authority.calls().len(), calls, "it is too early");
        h.clock.advance(Duration::milliseconds(1));
    }
    exchange(h, &h.backend).await;
    assert_eq!(application(h, id).await.status, "authority_review");
    assert_eq!(channel(h).await.upload_failures, 0);
}

on_each_database!(come_back_later_means_minutes);
async fn come_back_later_means_minutes(h: &Harness) {
    let id = approved(h).await;
    h.authority
        .fail_next_upload(Failure::TryLater { code: 901 });
    send_reports(&h.backend).await.unwrap();
    h.clock.advance(Duration::seconds(59));
    send_reports(&h.backend).await.unwrap();
    assert_eq!(uploads(h), 1);
    h.clock.advance(Duration::seconds(1));
    exchange(h, &h.backend).await;
    assert_eq!(application(h, id).await.status, "authority_review");
}

on_each_database!(an_error_nobody_describes_stops_the_channel_in_the_end);
async fn an_error_nobody_describes_stops_the_channel_in_the_end(h: &Harness) {
    approved(h).await;
    for _ in 0..5 {
        h.authority
            .fail_next_upload(Failure::TryLater { code: 999 });
        send_reports(&h.backend).await.unwrap();
        h.clock.advance(Duration::hours(1));
    }
    assert_eq!(
        (uploads(h), channel_state(h).await.as_str()),
        (5, "stopped")
    );
}

on_each_database!(a_download_that_fails_is_seen_and_asked_for_later);
async fn a_download_that_fails_is_seen_and_asked_for_later(h: &Harness) {
    let administrator = h.administrator().await;
    h.authority.fail_next(Failure::Unreachable);
    download_results(&h.backend).await.unwrap();
    download_results(&h.backend).await.unwrap();
    assert_eq!(downloads(h), 1);
    let page = authority_channel(&h.backend, &administrator).await.unwrap();
    assert_eq!(page.last_download_at, None, "nothing was fetched");
    assert!(page.download_problem.is_some());
    h.clock.advance(Duration::seconds(1));
    download_results(&h.backend).await.unwrap();
    let page = authority_channel(&h.backend, &administrator).await.unwrap();
    assert_eq!(page.last_download_at, Some(h.backend.now()));
    assert_eq!(page.download_problem, None);
}

on_each_database!(refused_credentials_are_not_tried_again);
async fn refused_credentials_are_not_tried_again(h: &Harness) {
    h.authority.fail_next(Failure::Refused { code: 5 });
    for _ in 0..3 {
        download_results(&h.backend).await.unwrap();
        h.clock.advance(Duration::hours(1));
    }
    assert_eq!(
        (downloads(h), channel_state(h).await.as_str()),
        (1, "stopped")
    );
    resume_channel(&h.backend, &h.administrator().await, None)
        .await
        .unwrap();
    download_results(&h.backend).await.unwrap();
    assert_eq!(downloads(h), 2);
    assert_eq!(channel_state(h).await, "open");
}

on_each_database!(what_was_damaged_on_the_way_is_sent_once_more);
async fn what_was_damaged_on_the_way_is_sent_once_more(h: &Harness) {
    for (damages, state) in [(1, "open"), (2, "stopped")] {
        let run = async |h: &Harness| {
            approved(h).await;
            for _ in 0..damages {
                h.authority.fail_next_upload(Failure::TryLater { code: 7 });
            }
            for _ in 0..3 {
                exchange(h, &h.backend).await;
                h.clock.advance(Duration::minutes(1));
            }
            assert_eq!((uploads(h), channel_state(h).await.as_str()), (2, state));
        };
        h.another().await.run(run).await;
    }
}
