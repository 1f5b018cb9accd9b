//! The channel to the authority: sending reports, fetching files, going on after a stop.

use super::{calls_may_fail, leaves_nothing, the_database_may_fail};
use crate::harness::{Harness, on_each_database};
use crate::steps::{application, approve, submit_cancellation};
use backend::backend::Backend;
use backend::commands::authority::process_again::process_again;
use backend::commands::authority::resume_channel::resume_channel;
use backend::error::Result;
use backend::jobs::{download_results::download_results, send_reports::send_reports};
use backend::store::authority_channel;
use chrono::Duration;
use ports::authority::Document;
use ports::authority::fake::{Call, Failure};

/// A cancellation that waits to be sent.
pub async fn approved(h: &Harness) -> i64 {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let id = submit_cancellation(h, &holder, shop.id, "k").await;
    approve(h, &h.reviewer().await, id).await;
    id
}

async fn sends(backend: &Backend, _: &i64) -> Result<()> {
    send_reports(backend).await
}

async fn is_handed_over(h: &Harness, id: &i64) {
    assert_eq!(application(h, *id).await.status, "authority_review");
    let sequences: Vec<_> = h
        .authority
        .pending()
        .iter()
        .map(|one| one.sequence)
        .collect();
    assert_eq!(sequences, [1]);
}

on_each_database!(a_report_is_handed_over_once_whichever_statement_fails);
async fn a_report_is_handed_over_once_whichever_statement_fails(h: &Harness) {
    the_database_may_fail(h, approved, sends, is_handed_over).await;
}

on_each_database!(a_report_is_handed_over_once_whichever_call_fails);
async fn a_report_is_handed_over_once_whichever_call_fails(h: &Harness) {
    let calls = calls_may_fail(h, approved, sends, is_handed_over).await;
    assert_eq!(calls, [Call::PreviousUpload, Call::Upload { sequence: 1 }]);
}

/// A cancellation whose report was sent without an answer.
async fn unanswered(h: &Harness, failure: Failure) -> i64 {
    let id = approved(h).await;
    h.authority.fail_next_upload(failure);
    send_reports(&h.backend).await.unwrap();
    h.clock.advance(Duration::minutes(1));
    id
}

async fn lost_on_the_way_back(h: &Harness) -> i64 {
    unanswered(h, Failure::AnswerLost).await
}

async fn lost_on_the_way(h: &Harness) -> i64 {
    unanswered(h, Failure::Unreachable).await
}

on_each_database!(a_lost_answer_is_recovered_once_whichever_statement_fails);
async fn a_lost_answer_is_recovered_once_whichever_statement_fails(h: &Harness) {
    the_database_may_fail(h, lost_on_the_way_back, sends, is_handed_over).await;
}

on_each_database!(a_lost_answer_is_recovered_once_whichever_call_fails);
async fn a_lost_answer_is_recovered_once_whichever_call_fails(h: &Harness) {
    let calls = calls_may_fail(h, lost_on_the_way_back, sends, is_handed_over).await;
    assert_eq!(calls, [Call::PreviousUpload]);
}

on_each_database!(a_lost_report_is_sent_again_once_whichever_statement_fails);
async fn a_lost_report_is_sent_again_once_whichever_statement_fails(h: &Harness) {
    the_database_may_fail(h, lost_on_the_way, sends, is_handed_over).await;
}

on_each_database!(a_lost_report_is_sent_again_once_whichever_call_fails);
async fn a_lost_report_is_sent_again_once_whichever_call_fails(h: &Harness) {
    let calls = calls_may_fail(h, lost_on_the_way, sends, is_handed_over).await;
    assert_eq!(calls, [Call::PreviousUpload, Call::Upload { sequence: 1 }]);
}

/// A cancellation that the authority has approved.
pub async fn decided(h: &Harness) -> i64 {
    let id = approved(h).await;
    send_reports(&h.backend).await.unwrap();
    assert!(h.authority.approve(1));
    id
}

async fn downloads(backend: &Backend, _: &i64) -> Result<()> {
    download_results(backend).await
}

async fn is_completed(h: &Harness, id: &i64) {
    assert_eq!(application(h, *id).await.status, "completed");
}

on_each_database!(a_file_is_fetched_once_whichever_statement_fails);
async fn a_file_is_fetched_once_whichever_statement_fails(h: &Harness) {
    the_database_may_fail(h, decided, downloads, is_completed).await;
}

on_each_database!(a_file_is_fetched_once_whichever_call_fails);
async fn a_file_is_fetched_once_whichever_call_fails(h: &Harness) {
    let calls = calls_may_fail(h, decided, downloads, is_completed).await;
    let [Call::Download, Call::Acknowledge { .. }] = calls.as_slice() else {
        panic!("{calls:?}")
    };
}

on_each_database!(a_file_that_failed_is_put_back_whole_or_not_at_all);
async fn a_file_that_failed_is_put_back_whole_or_not_at_all(h: &Harness) {
    let problem = "no archive".to_owned();
    let unreadable = vec![Document::Unreadable { problem }];
    h.authority.send_as("broken.xml", unreadable);
    download_results(&h.backend).await.unwrap();
    let administrator = h.administrator().await;
    leaves_nothing(h, async |backend| {
        process_again(backend, &administrator, "broken.xml").await
    })
    .await;
}

async fn channel_state(h: &Harness) -> String {
    let channel = authority_channel::find(&h.backend.database).await;
    channel.unwrap().state
}

on_each_database!(a_stopped_channel_is_resumed_whole_or_not_at_all);
async fn a_stopped_channel_is_resumed_whole_or_not_at_all(h: &Harness) {
    let id = unanswered(h, Failure::Refused { code: 5 }).await;
    assert_eq!(channel_state(h).await, "stopped");
    let administrator = h.administrator().await;
    leaves_nothing(h, async |backend| {
        resume_channel(backend, &administrator, None).await
    })
    .await;
    send_reports(&h.backend).await.unwrap();
    is_handed_over(h, &id).await;
    h.run_jobs().await;
}

on_each_database!(the_authoritys_number_is_taken_over_whole_or_not_at_all);
async fn the_authoritys_number_is_taken_over_whole_or_not_at_all(h: &Harness) {
    let id = lost_on_the_way(h).await;
    h.authority.set_last_sequence(4);
    send_reports(&h.backend).await.unwrap();
    assert_eq!(channel_state(h).await, "stopped");
    let administrator = h.administrator().await;
    leaves_nothing(h, async |backend| {
        resume_channel(backend, &administrator, Some(4)).await
    })
    .await;
    send_reports(&h.backend).await.unwrap();
    assert_eq!(application(h, id).await.status, "authority_review");
    assert_eq!(h.authority.pending()[0].sequence, 5);
    h.run_jobs().await;
}
