//! The channel to the authority: lost answers, outages, stops, repeated files.

mod answers;
mod files;
mod held_back;
mod numbers;
mod pauses;
mod register;
mod same_files;

use crate::harness::{Harness, on_each_database};
use crate::steps::{application, approve, authority_approves, exchange, submit_cancellation};
use backend::commands::authority::resume_channel::resume_channel;
use backend::jobs::download_results::download_results;
use backend::jobs::send_reports::send_reports;
use backend::store::entities::{audit_event, authority_channel as channel, authority_report};
use backend::store::{authority_channel, base_code};
use chrono::Duration;
use ports::authority::fake::{Call, Failure};
use ports::authority::{CanceledRecord, CancellationKind, CodeTableRow, Document, demo};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

async fn approved(h: &Harness) -> i64 {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let id = submit_cancellation(h, &holder, shop.id, "k").await;
    approve(h, &h.reviewer().await, id).await;
    h.run_jobs().await;
    id
}

fn uploads(h: &Harness) -> usize {
    h.authority
        .calls()
        .iter()
        .filter(|call| matches!(call, Call::Upload { .. }))
        .count()
}

async fn channel(h: &Harness) -> channel::Model {
    authority_channel::find(&h.backend.database).await.unwrap()
}

async fn channel_state(h: &Harness) -> String {
    channel(h).await.state
}

/// The report of an application that was sent last.
async fn report(h: &Harness, application_id: i64) -> authority_report::Model {
    authority_report::Entity::find()
        .filter(authority_report::Column::ApplicationId.eq(application_id))
        .order_by_desc(authority_report::Column::Id)
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap()
}

async fn count_events(h: &Harness, kind: &str) -> u64 {
    audit_event::Entity::find()
        .filter(audit_event::Column::Kind.eq(kind))
        .count(&h.backend.database)
        .await
        .unwrap()
}

on_each_database!(a_lost_answer_is_found_again_and_nothing_is_sent_twice);
async fn a_lost_answer_is_found_again_and_nothing_is_sent_twice(h: &Harness) {
    let id = approved(h).await;
    h.authority.fail_next_upload(Failure::AnswerLost);
    send_reports(&h.backend).await.unwrap();
    assert_eq!(application(h, id).await.status, "submitting");
    assert_eq!(channel_state(h).await, "retrying");
    h.clock.advance(Duration::seconds(1));
    exchange(h, &h.backend).await;
    assert_eq!(application(h, id).await.status, "authority_review");
    assert_eq!(uploads(h), 1);
    assert_eq!(channel_state(h).await, "open");
}

on_each_database!(an_outage_only_delays);
async fn an_outage_only_delays(h: &Harness) {
    let id = approved(h).await;
    for _ in 0..3 {
        h.authority.fail_next(Failure::Unreachable);
        send_reports(&h.backend).await.unwrap();
        assert_eq!(application(h, id).await.status, "submitting");
        h.clock.advance(Duration::minutes(5));
    }
    exchange(h, &h.backend).await;
    assert_eq!(application(h, id).await.status, "authority_review");
    assert_eq!(report(h, id).await.sequence, Some(1));
}

on_each_database!(two_processes_send_a_report_once);
async fn two_processes_send_a_report_once(h: &Harness) {
    let id = approved(h).await;
    let second = h.second_process();
    let (one, two) = tokio::join!(send_reports(&h.backend), send_reports(&second));
    one.unwrap();
    two.unwrap();
    assert_eq!(uploads(h), 1);
    exchange(h, &h.backend).await;
    assert_eq!(application(h, id).await.status, "authority_review");
}

on_each_database!(a_refused_call_stops_the_channel_until_it_is_resumed);
async fn a_refused_call_stops_the_channel_until_it_is_resumed(h: &Harness) {
    let id = approved(h).await;
    h.authority.fail_next_upload(Failure::Refused { code: 5 });
    send_reports(&h.backend).await.unwrap();
    assert_eq!(channel_state(h).await, "stopped");
    send_reports(&h.backend).await.unwrap();
    assert_eq!(uploads(h), 1, "a stopped channel sends nothing");
    resume_channel(&h.backend, &h.administrator().await, None)
        .await
        .unwrap();
    exchange(h, &h.backend).await;
    assert_eq!(application(h, id).await.status, "authority_review");
    let report = report(h, id).await;
    assert_eq!(report.sequence, Some(1), "the number was not used up");
}

on_each_database!(a_file_that_comes_twice_counts_once);
async fn a_file_that_comes_twice_counts_once(h: &Harness) {
    h.jobs_may_be_left();
    let id = approved(h).await;
    exchange(h, &h.backend).await;
    for pending in h.authority.pending() {
        h.authority.approve(pending.sequence);
    }
    // The confirmation is lost in between: the file is delivered again.
    let downloads = h.authority.calls().len();
    download_results(&h.backend).await.unwrap();
    assert!(h.authority.calls().len() > downloads);
    download_results(&h.backend).await.unwrap();
    h.run_jobs().await;
    assert_eq!(application(h, id).await.status, "completed");
    let completions = count_events(h, "application.authority_approved").await;
    assert_eq!(completions, 1);
}

on_each_database!(an_unreachable_authority_loses_no_results);
async fn an_unreachable_authority_loses_no_results(h: &Harness) {
    h.jobs_may_be_left();
    let id = approved(h).await;
    exchange(h, &h.backend).await;
    for pending in h.authority.pending() {
        h.authority.approve(pending.sequence);
    }
    h.authority.fail_next(Failure::Unreachable);
    download_results(&h.backend).await.unwrap();
    assert_eq!(application(h, id).await.status, "authority_review");
    h.clock.advance(Duration::seconds(1));
    authority_approves(h).await;
    assert_eq!(application(h, id).await.status, "completed");
}

on_each_database!(a_cancellation_by_the_authority_ends_our_access);
async fn a_cancellation_by_the_authority_ends_our_access(h: &Harness) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let record = CanceledRecord {
        kind: CancellationKind::Website,
        record_id: demo::SHOP.website_authority_id,
        note: None,
    };
    h.authority.send(vec![Document::Cancellations {
        records: vec![record.clone(), record],
    }]);
    exchange(h, &h.backend).await;
    let website = backend::store::license::find_website(&h.backend.database, shop.id)
        .await
        .unwrap();
    assert_eq!(website.state, "archived");
    let mails = h.mailer.sent();
    assert_eq!(mails.len(), 1);
    let number = shop.license_number.unwrap();
    let said = format!("The competent authority has canceled the license number {number}");
    assert!(mails[0].body.contains(&said), "{}", mails[0].body);
    // Without a number there is nothing to add access to.
    h.clock.advance(Duration::days(31));
    h.run_jobs().await;
    assert_eq!(h.mailer.sent().len(), 1);
}

on_each_database!(the_authoritys_table_of_reasons_replaces_ours);
async fn the_authoritys_table_of_reasons_replaces_ours(h: &Harness) {
    let row = |code, valid| CodeTableRow {
        table: "Zxly_xx".to_owned(),
        code,
        text: "迁移".to_owned(),
        class: None,
        valid,
    };
    h.authority.send(vec![
        Document::CodeTables {
            rows: vec![row(7, true), row(8, false)],
        },
        Document::Other {
            name: "HMDLB".to_owned(),
        },
    ]);
    exchange(h, &h.backend).await;
    let built_in = h.backend.settings.policy.cancel.reasons;
    let reasons = base_code::cancellation_reasons(&h.backend.database, built_in)
        .await
        .unwrap();
    let codes: Vec<_> = reasons.iter().map(|reason| reason.code).collect();
    assert_eq!(codes, [7]);
}

on_each_database!(the_authoritys_table_of_languages_replaces_ours);
async fn the_authoritys_table_of_languages_replaces_ours(h: &Harness) {
    let numbers = async || {
        let tables = base_code::tables(&h.backend.database).await.unwrap();
        let languages = tables.languages.into_iter();
        let numbers = languages.map(|language| (language.code, language.number));
        numbers.collect::<Vec<_>>()
    };
    let ours = numbers().await;
    assert!(ours.contains(&("english".to_owned(), 12)), "{ours:?}");
    let row = |code, text: &str, valid| CodeTableRow {
        table: "Yylb".to_owned(),
        code,
        text: text.to_owned(),
        class: None,
        valid,
    };
    h.authority.send(vec![Document::CodeTables {
        rows: vec![
            row(3, "英语", true),
            row(4, "日语", false),
            row(18, "越南语", true),
        ],
    }]);
    exchange(h, &h.backend).await;
    assert_eq!(
        numbers().await,
        [("english".to_owned(), 3), ("18:越南语".to_owned(), 18)]
    );
}

on_each_database!(the_authoritys_tables_of_natures_and_certificates_replace_ours);
async fn the_authoritys_tables_of_natures_and_certificates_replace_ours(h: &Harness) {
    let row = |table: &str, code, text: &str, class| CodeTableRow {
        table: table.to_owned(),
        code,
        text: text.to_owned(),
        class,
        valid: true,
    };
    h.authority.send(vec![Document::CodeTables {
        rows: vec![
            row("Dwxz_xx", 5, "个人", None),
            row("Dwxz_xx", 7, "民办非企业单位", None),
            row("Zjlx_xx", 2, "居民身份证", Some(50)),
            row("Zjlx_xx", 17, "台湾居民居住证", Some(50)),
            row("Zjlx_xx", 18, "民办非企业单位登记证书", Some(70)),
        ],
    }]);
    exchange(h, &h.backend).await;
    let tables = base_code::tables(&h.backend.database).await.unwrap();
    let natures = tables.natures.iter();
    let natures: Vec<_> = natures.map(|nature| nature.code.as_str()).collect();
    assert_eq!(natures, ["individual", "7:民办非企业单位"]);
    let proving = |nature| {
        let kinds = tables.certificates_of(nature);
        kinds.map(|kind| kind.number).collect::<Vec<_>>()
    };
    assert_eq!(proving("individual"), [2, 17]);
    assert_eq!(proving("7:民办非企业单位"), [18]);
}
