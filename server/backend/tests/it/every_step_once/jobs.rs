//! Work that nobody asks for: expiry, holds, and the queue.

use super::authority::decided;
use super::{leaves_nothing, the_database_may_fail};
use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, code, issue_code, set_server_state, submit_first_license, verify_code,
};
use backend::backend::Backend;
use backend::commands::applications::verify_product::verify_product;
use backend::commands::codes::apply::apply;
use backend::error::Result;
use backend::jobs::check_resolution::queue_checks;
use backend::jobs::clean_up::clean_up;
use backend::jobs::download_results::download_results;
use backend::jobs::end_draft_holds::end_draft_holds;
use backend::jobs::expire_codes::expire_codes;
use backend::jobs::expire_drafts::expire_drafts;
use backend::jobs::hold_applications::hold_applications;
use backend::jobs::runner::run_queued;
use backend::store::attempt;
use backend::store::entities::{
    attempt as attempts, authority_report, authorization_code, mail, session,
};
use backend::store::session::{Created, SessionContent, create};
use chrono::Duration;
use sea_orm::{EntityTrait, PaginatorTrait};
use std::collections::BTreeSet;

on_each_database!(codes_expire_whole_or_not_at_all);
async fn codes_expire_whole_or_not_at_all(h: &Harness) {
    let holder = h.holder().await;
    let (_, one) = issue_code(h, &holder).await;
    let (_, two) = issue_code(h, &holder).await;
    h.clock.advance(Duration::days(365));
    leaves_nothing(h, async |backend| expire_codes(backend).await).await;
    for id in [one.id, two.id] {
        assert_eq!(code(h, id).await.reason.as_deref(), Some("expired"));
    }
    h.run_jobs().await;
}

/// Two drafts that nobody has touched for so many days.
async fn idle_drafts(h: &Harness, days: i64) -> [i64; 2] {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let mut ids = [0; 2];
    for (id, key) in ids.iter_mut().zip(["a", "b"]) {
        let (text, _) = issue_code(h, &holder).await;
        let input = verify_code("first_license", key, &text);
        *id = verify_product(&h.backend, &partner, input).await.unwrap();
    }
    h.clock.advance(Duration::days(days));
    ids
}

async fn looks_at_drafts(backend: &Backend, _: &[i64; 2]) -> Result<()> {
    expire_drafts(backend).await
}

on_each_database!(holders_are_reminded_of_a_draft_once_whichever_statement_fails);
async fn holders_are_reminded_of_a_draft_once_whichever_statement_fails(h: &Harness) {
    let prepare = async |h: &Harness| idle_drafts(h, 7).await;
    the_database_may_fail(h, prepare, looks_at_drafts, async |h, ids| {
        for id in ids {
            assert_eq!(application(h, *id).await.reminded_days, 7);
        }
    })
    .await;
}

on_each_database!(drafts_expire_once_whichever_statement_fails);
async fn drafts_expire_once_whichever_statement_fails(h: &Harness) {
    let prepare = async |h: &Harness| idle_drafts(h, 45).await;
    the_database_may_fail(h, prepare, looks_at_drafts, async |h, ids| {
        for id in ids {
            assert_eq!(application(h, *id).await.status, "abandoned");
        }
    })
    .await;
}

on_each_database!(holds_of_drafts_end_once_whichever_statement_fails);
async fn holds_of_drafts_end_once_whichever_statement_fails(h: &Harness) {
    let command = async |backend: &Backend, _: &[i64; 2]| end_draft_holds(backend).await;
    let prepare = async |h: &Harness| idle_drafts(h, 5).await;
    the_database_may_fail(h, prepare, command, async |h, ids| {
        for id in ids {
            assert!(application(h, *id).await.code_id.is_some());
        }
    })
    .await;
    let prepare = async |h: &Harness| idle_drafts(h, 7).await;
    the_database_may_fail(h, prepare, command, async |h, ids| {
        for id in ids {
            let row = application(h, *id).await;
            assert_eq!((row.status.as_str(), row.code_id), ("draft", None));
        }
    })
    .await;
}

/// A filing in review and an Unused code, both on a server in this state.
async fn on_a_server(h: &Harness, state: &str) -> i64 {
    let holder = h.holder().await;
    let (text, row) = issue_code(h, &holder).await;
    apply(&h.backend, &holder, row.server_id, 1, "another")
        .await
        .unwrap();
    let id = submit_first_license(h, &h.partner().await, &text, "shili.cn").await;
    set_server_state(h, row.server_id, state).await;
    id
}

on_each_database!(a_lost_server_holds_and_ends_once_whichever_statement_fails);
async fn a_lost_server_holds_and_ends_once_whichever_statement_fails(h: &Harness) {
    let prepare = async |h: &Harness| on_a_server(h, "refunded").await;
    let command = async |backend: &Backend, _: &i64| hold_applications(backend).await;
    the_database_may_fail(h, prepare, command, async |h, id| {
        let held = application(h, *id).await.hold_reason;
        assert_eq!(held.as_deref(), Some("server_gone"));
        let codes = authorization_code::Entity::find()
            .all(&h.backend.database)
            .await
            .unwrap();
        let lost = codes
            .iter()
            .filter(|code| code.reason.as_deref() == Some("server_gone"));
        assert_eq!(lost.count(), 1, "{codes:?}");
    })
    .await;
}

on_each_database!(a_hold_is_lifted_whole_or_not_at_all);
async fn a_hold_is_lifted_whole_or_not_at_all(h: &Harness) {
    let id = on_a_server(h, "frozen").await;
    hold_applications(&h.backend).await.unwrap();
    let row = application(h, id).await;
    assert!(row.hold_reason.is_some());
    set_server_state(h, row.server_id.unwrap(), "running").await;
    leaves_nothing(h, async |backend| hold_applications(backend).await).await;
    assert_eq!(application(h, id).await.hold_reason, None);
    h.run_jobs().await;
}

/// A cancellation was approved yesterday: mails, a look at the name servers and a reminder
/// wait.
async fn full_queue(h: &Harness) {
    decided(h).await;
    download_results(&h.backend).await.unwrap();
    h.clock.advance(Duration::days(1));
}

async fn runs_the_queue(backend: &Backend, _: &()) -> Result<()> {
    run_queued(backend).await.map(|_| ())
}

on_each_database!(the_queue_is_worked_off_whichever_statement_fails);
async fn the_queue_is_worked_off_whichever_statement_fails(h: &Harness) {
    the_database_may_fail(h, full_queue, runs_the_queue, async |h, _| {
        // A mail may go out again when nobody could note that it had: under the same id.
        let ids: BTreeSet<_> = h
            .mailer
            .sent()
            .into_iter()
            .map(|mail| mail.message_id)
            .collect();
        let mails = mail::Entity::find().all(&h.backend.database).await.unwrap();
        assert_eq!((ids.len(), mails.len()), (4, 4));
        assert!(mails.iter().all(|mail| mail.sent_at.is_some()));
    })
    .await;
}

on_each_database!(checks_are_queued_whole_or_not_at_all);
async fn checks_are_queued_whole_or_not_at_all(h: &Harness) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    for domain in ["example-shop.cn", "example-blog.cn"] {
        h.licensed_website(&holder, domain).await;
    }
    h.clock.advance(Duration::hours(7));
    leaves_nothing(h, async |backend| queue_checks(backend).await).await;
}

/// A session and a counter that are over, and a report whose bytes nobody asks for any more.
async fn over(h: &Harness) {
    decided(h).await;
    download_results(&h.backend).await.unwrap();
    let content = SessionContent::default();
    let created = create(&h.backend, "token", &content).await.unwrap();
    assert_eq!(created, Created::Begun);
    let tx = h.backend.begin().await.unwrap();
    let (now, window) = (h.backend.now(), Duration::minutes(15));
    attempt::count(&tx, "key", now, window).await.unwrap();
    tx.commit().await.unwrap();
    h.clock.advance(Duration::days(93));
}

on_each_database!(what_is_over_is_removed_whichever_statement_fails);
async fn what_is_over_is_removed_whichever_statement_fails(h: &Harness) {
    let command = async |backend: &Backend, _: &()| clean_up(backend).await;
    the_database_may_fail(h, over, command, async |h, _| {
        let database = &h.backend.database;
        let sessions = session::Entity::find().count(database).await.unwrap();
        let attempts = attempts::Entity::find().count(database).await.unwrap();
        assert_eq!((sessions, attempts), (0, 0));
        let report = authority_report::Entity::find().one(database).await;
        assert_eq!(report.unwrap().unwrap().package_encrypted, None);
    })
    .await;
}
