//! Reports that do not go through, and files that cannot be read.

use super::authority::approved;
use super::the_database_may_fail;
use crate::harness::{Harness, on_each_database};
use crate::steps::{application, approve, issue_code, set_server_state, submit_first_license};
use backend::backend::Backend;
use backend::error::Result;
use backend::jobs::{download_results::download_results, send_reports::send_reports};
use backend::store::authority_channel;
use backend::store::entities::authority_report;
use ports::authority::fake::{Failure, FakeAuthority};
use ports::authority::{CancelAccessReport, Document, Report, demo};
use sea_orm::EntityTrait;
use sea_orm::sea_query::Expr;
use std::sync::Arc;

/// The application whose report waits, and whom it is sent to.
struct Waiting {
    id: i64,
    authority: Arc<FakeAuthority>,
}

async fn waiting(h: &Harness) -> Waiting {
    Waiting {
        id: approved(h).await,
        authority: h.authority.clone(),
    }
}

async fn report(h: &Harness) -> authority_report::Model {
    let report = authority_report::Entity::find().one(&h.backend.database);
    report.await.unwrap().unwrap()
}

on_each_database!(a_refusal_stops_the_channel_once_whichever_statement_fails);
async fn a_refusal_stops_the_channel_once_whichever_statement_fails(h: &Harness) {
    let is_refused = async |backend: &Backend, waiting: &Waiting| {
        waiting
            .authority
            .fail_next_upload(Failure::Refused { code: 5 });
        send_reports(backend).await
    };
    the_database_may_fail(h, waiting, is_refused, async |h, waiting| {
        let channel = authority_channel::find(&h.backend.database).await;
        assert_eq!(channel.unwrap().state, "stopped");
        assert_eq!(application(h, waiting.id).await.status, "submitting");
        assert_eq!(report(h).await.sequence, None);
    })
    .await;
}

/// A report with a character that the interface cannot carry.
async fn not_representable(h: &Harness) -> i64 {
    let id = approved(h).await;
    let with_emoji = Report::CancelAccess(CancelAccessReport {
        access_authority_id: demo::SHOP.access_authority_id,
        reason_code: 1,
        note: Some("😀".to_owned()),
        license_password: None,
    });
    let sealed = h
        .backend
        .cipher
        .seal("authority_report.report", &with_emoji)
        .unwrap();
    authority_report::Entity::update_many()
        .col_expr(
            authority_report::Column::ReportEncrypted,
            Expr::value(sealed),
        )
        .exec(&h.backend.database)
        .await
        .unwrap();
    id
}

async fn sends(backend: &Backend, _: &i64) -> Result<()> {
    send_reports(backend).await
}

on_each_database!(what_cannot_be_packed_is_taken_back_once_whichever_statement_fails);
async fn what_cannot_be_packed_is_taken_back_once_whichever_statement_fails(h: &Harness) {
    the_database_may_fail(h, not_representable, sends, async |h, id| {
        assert_eq!(application(h, *id).await.status, "provider_review");
        assert_eq!(report(h).await.state, "refused");
    })
    .await;
}

/// A filing that was approved before its server was lost.
async fn on_a_lost_server(h: &Harness) -> i64 {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let id = submit_first_license(h, &h.partner().await, &text, "shili.cn").await;
    approve(h, &h.reviewer().await, id).await;
    set_server_state(h, row.server_id, "frozen").await;
    id
}

on_each_database!(what_may_not_be_sent_is_held_back_once_whichever_statement_fails);
async fn what_may_not_be_sent_is_held_back_once_whichever_statement_fails(h: &Harness) {
    the_database_may_fail(h, on_a_lost_server, sends, async |h, id| {
        let held = application(h, *id).await.hold_reason;
        assert_eq!(held.as_deref(), Some("server_gone"));
        assert_eq!(report(h).await.state, "pending");
    })
    .await;
}

async fn unreadable(h: &Harness) -> String {
    let problem = "no archive".to_owned();
    let documents = vec![Document::Unreadable { problem }];
    h.authority.send_as("broken.xml", documents);
    "broken.xml".to_owned()
}

on_each_database!(a_file_is_set_aside_whichever_statement_fails);
async fn a_file_is_set_aside_whichever_statement_fails(h: &Harness) {
    let downloads = async |backend: &Backend, _: &String| download_results(backend).await;
    the_database_may_fail(h, unreadable, downloads, async |h, name| {
        let file = authority_channel::find_download(&h.backend.database, name).await;
        let file = file.unwrap().unwrap();
        assert!(file.problem.is_some() && file.processed_at.is_none());
    })
    .await;
}
