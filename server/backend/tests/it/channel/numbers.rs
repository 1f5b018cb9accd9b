//! Sequence numbers: used up once, without gaps, and realigned after a restored backup.

use super::{approved, channel, channel_state, count_events, report, uploads};
use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, approve, codes_of, exchange, issue_code, submit_cancellation, submit_first_license,
};
use backend::commands::authority::resume_channel::resume_channel;
use backend::jobs::download_results::download_results;
use backend::jobs::send_reports::send_reports;
use backend::store::entities::authority_channel::{Column, Entity};
use chrono::Duration;
use ports::authority::fake::Failure;
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use shared::role::Role;

on_each_database!(a_verdict_that_overtakes_the_answer_uses_the_number_up);
async fn a_verdict_that_overtakes_the_answer_uses_the_number_up(h: &Harness) {
    h.jobs_may_be_left();
    let id = approved(h).await;
    h.authority.fail_next_upload(Failure::AnswerLost);
    send_reports(&h.backend).await.unwrap();
    assert!(h.authority.approve(1));
    download_results(&h.backend).await.unwrap();
    assert_eq!(application(h, id).await.status, "completed");
    assert_eq!(channel_state(h).await, "open");

    let holder = h.holder().await;
    let blog = h.licensed_website(&holder, "example-blog.cn").await;
    let second = submit_cancellation(h, &holder, blog.id, "second").await;
    approve(h, &h.reviewer().await, second).await;
    send_reports(&h.backend).await.unwrap();
    assert_eq!(report(h, second).await.sequence, Some(2));
    assert_eq!(application(h, second).await.status, "authority_review");
    assert_eq!(channel_state(h).await, "open");
}

on_each_database!(a_report_that_arrives_late_keeps_its_number);
async fn a_report_that_arrives_late_keeps_its_number(h: &Harness) {
    let id = approved(h).await;
    h.authority.fail_next_upload(Failure::ArrivesLate);
    send_reports(&h.backend).await.unwrap();
    h.clock.advance(Duration::seconds(1));
    // The second try is refused, because the first one arrives meanwhile.
    exchange(h, &h.backend).await;
    assert_eq!(uploads(h), 2);
    assert_eq!(application(h, id).await.status, "authority_review");
    assert_eq!(channel_state(h).await, "open");
    assert_eq!(channel(h).await.last_confirmed_sequence, 1);
    assert_eq!(report(h, id).await.sequence, Some(1));
}

async fn set_last_confirmed(h: &Harness, sequence: i64) {
    Entity::update_many()
        .col_expr(Column::LastConfirmedSequence, Expr::value(sequence))
        .exec(&h.backend.database)
        .await
        .unwrap();
}

on_each_database!(after_a_restored_backup_an_administrator_takes_the_number_over);
async fn after_a_restored_backup_an_administrator_takes_the_number_over(h: &Harness) {
    let id = approved(h).await;
    set_last_confirmed(h, 5).await;
    h.authority.set_last_sequence(9);
    let administrator = h.administrator().await;
    send_reports(&h.backend).await.unwrap();
    assert_eq!(uploads(h), 0, "an old number must not go out");
    let stopped = channel(h).await;
    assert_eq!(
        (stopped.state.as_str(), stopped.authority_sequence),
        ("stopped", Some(9))
    );

    resume_channel(&h.backend, &administrator, None)
        .await
        .unwrap();
    send_reports(&h.backend).await.unwrap();
    assert_eq!(
        (uploads(h), channel_state(h).await.as_str()),
        (0, "stopped")
    );
    let other = resume_channel(&h.backend, &administrator, Some(8)).await;
    assert_eq!(codes_of(other), ["changed_meanwhile"]);
    resume_channel(&h.backend, &administrator, Some(9))
        .await
        .unwrap();
    exchange(h, &h.backend).await;
    assert_eq!(report(h, id).await.sequence, Some(10));
    assert_eq!(application(h, id).await.status, "authority_review");
    assert_eq!(channel_state(h).await, "open");
    assert_eq!(count_events(h, "channel.resumed").await, 2);
}

on_each_database!(what_was_in_flight_is_sent_under_a_new_number);
async fn what_was_in_flight_is_sent_under_a_new_number(h: &Harness) {
    let id = approved(h).await;
    h.authority.fail_next_upload(Failure::Unreachable);
    send_reports(&h.backend).await.unwrap();
    assert_eq!(report(h, id).await.sequence, Some(1));
    h.authority.set_last_sequence(4);
    h.clock.advance(Duration::seconds(1));
    send_reports(&h.backend).await.unwrap();
    assert_eq!(channel_state(h).await, "stopped");
    resume_channel(&h.backend, &h.administrator().await, Some(4))
        .await
        .unwrap();
    exchange(h, &h.backend).await;
    assert_eq!(report(h, id).await.sequence, Some(5));
    assert_eq!(application(h, id).await.status, "authority_review");
}

/// Three reports of three accounts, of which the authority has two.
async fn third_of_three(h: &Harness) -> [i64; 3] {
    h.jobs_may_be_left();
    let (holder, reviewer) = (h.holder().await, h.reviewer().await);
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let other = h.caller("partner2@example.com", Role::Holder).await;
    let (one, two) = (
        issue_code(h, &holder).await.0,
        issue_code(h, &holder).await.0,
    );
    let ids = [
        submit_cancellation(h, &holder, shop.id, "k").await,
        submit_first_license(h, &h.partner().await, &one, "one.cn").await,
        submit_first_license(h, &other, &two, "two.cn").await,
    ];
    for id in &ids[..2] {
        approve(h, &reviewer, *id).await;
        exchange(h, &h.backend).await;
    }
    approve(h, &reviewer, ids[2]).await;
    ids
}

fn sequences(h: &Harness) -> Vec<i64> {
    let pending = h.authority.pending();
    pending.iter().map(|report| report.sequence).collect()
}

on_each_database!(what_the_authority_has_lost_is_sent_again_first);
async fn what_the_authority_has_lost_is_sent_again_first(h: &Harness) {
    for lost in 1..=2 {
        let run = async |h: &Harness| {
            let ids = third_of_three(h).await;
            h.authority.lose_after(2 - lost);
            let before = uploads(h);
            exchange(h, &h.backend).await;
            exchange(h, &h.backend).await;
            assert_eq!(sequences(h), [1, 2, 3], "{lost}");
            let sent = i64::try_from(uploads(h) - before).unwrap();
            assert_eq!(sent, 1 + lost + 1, "refused, made up for, sent again");
            for (id, sequence) in ids.into_iter().zip(1..) {
                assert_eq!(application(h, id).await.status, "authority_review");
                assert_eq!(report(h, id).await.sequence, Some(sequence));
            }
            assert_eq!(channel_state(h).await, "open");
        };
        h.another().await.run(run).await;
    }
}

on_each_database!(what_was_answered_and_lost_is_sent_again_as_well);
async fn what_was_answered_and_lost_is_sent_again_as_well(h: &Harness) {
    let ids = third_of_three(h).await;
    assert!(h.authority.approve(2));
    download_results(&h.backend).await.unwrap();
    assert_eq!(application(h, ids[1]).await.status, "completed");
    h.authority.lose_after(1);
    exchange(h, &h.backend).await;
    exchange(h, &h.backend).await;
    assert_eq!(application(h, ids[2]).await.status, "authority_review");
    assert_eq!(channel_state(h).await, "open");
}

on_each_database!(an_authority_that_cannot_take_the_lost_now_is_asked_again_later);
async fn an_authority_that_cannot_take_the_lost_now_is_asked_again_later(h: &Harness) {
    third_of_three(h).await;
    h.authority.lose_after(0);
    // The refusal of the third, and the first file again.
    let calls = 2;
    h.authority
        .fail_after(calls, Failure::TryLater { code: 15 });
    exchange(h, &h.backend).await;
    assert_eq!(channel_state(h).await, "retrying");
    h.clock.advance(Duration::minutes(1));
    exchange(h, &h.backend).await;
    exchange(h, &h.backend).await;
    assert_eq!(sequences(h), [1, 2, 3]);
    assert_eq!(channel_state(h).await, "open");
}

on_each_database!(a_report_is_known_again_by_its_document);
async fn a_report_is_known_again_by_its_document(h: &Harness) {
    for hash in [None, Some("of the same, packed anew")] {
        let run = async |h: &Harness| {
            let id = approved(h).await;
            h.authority.fail_next_upload(Failure::AnswerLost);
            send_reports(&h.backend).await.unwrap();
            h.authority.set_last_hash(hash);
            h.clock.advance(Duration::seconds(1));
            exchange(h, &h.backend).await;
            assert_eq!(application(h, id).await.status, "authority_review");
            assert_eq!((uploads(h), channel_state(h).await.as_str()), (1, "open"));
        };
        h.another().await.run(run).await;
    }
}

on_each_database!(somebody_elses_document_under_our_number_stops_the_channel);
async fn somebody_elses_document_under_our_number_stops_the_channel(h: &Harness) {
    approved(h).await;
    h.authority.fail_next_upload(Failure::Unreachable);
    send_reports(&h.backend).await.unwrap();
    h.authority.set_last_sequence(1);
    h.clock.advance(Duration::seconds(1));
    send_reports(&h.backend).await.unwrap();
    assert_eq!(channel_state(h).await, "stopped");
}
