//! Fails every statement of every command once: nothing is half done, and the same
//! request succeeds afterwards.

use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, approve, authority_approves, cancellation, issue_code, submit_cancellation,
    submit_first_license, verify_code,
};
use backend::backend::Backend;
use backend::commands::applications::{abandon, verify_product, withdraw};
use backend::commands::{cancel_access, codes, review};
use backend::error::Result;
use backend::jobs::{download_results::download_results, send_reports::send_reports};
use backend::store::entities::{
    application as applications, audit_event, authority_report, authorization_code, job, message,
};
use backend::transaction::Faults;
use sea_orm::{EntityTrait, PaginatorTrait};
use std::sync::Arc;

/// Rows of every table that commands write; equal before and after a failed command.
async fn fingerprint(h: &Harness) -> Vec<String> {
    let database = &h.backend.database;
    let codes = authorization_code::Entity::find()
        .all(database)
        .await
        .unwrap();
    let rows = applications::Entity::find().all(database).await.unwrap();
    vec![
        format!(
            "{:?}",
            codes
                .iter()
                .map(|row| (&row.status, row.version))
                .collect::<Vec<_>>()
        ),
        format!(
            "{:?}",
            rows.iter()
                .map(|row| (&row.status, row.version))
                .collect::<Vec<_>>()
        ),
        audit_event::Entity::find()
            .count(database)
            .await
            .unwrap()
            .to_string(),
        message::Entity::find()
            .count(database)
            .await
            .unwrap()
            .to_string(),
        job::Entity::find()
            .count(database)
            .await
            .unwrap()
            .to_string(),
        authority_report::Entity::find()
            .count(database)
            .await
            .unwrap()
            .to_string(),
    ]
}

/// Runs `command` with a fault at statement 0, 1, 2 … until it gets through without one.
/// `leaves_nothing` is false for commands of several transactions, which may stop between
/// two of them; they must still succeed when tried again.
async fn fail_each_statement<F, Fut>(h: &Harness, leaves_nothing: bool, command: F) -> u32
where
    F: Fn(Backend) -> Fut,
    Fut: Future<Output = Result<()>>,
{
    for statement in 0.. {
        assert!(statement < 500, "the command never gets through");
        let faults = Faults::at(statement);
        let mut backend = h.backend.clone();
        backend.faults = Some(Arc::clone(&faults));
        let before = fingerprint(h).await;
        let outcome = command(backend).await;
        if !faults.has_struck() {
            outcome.unwrap();
            return statement;
        }
        if leaves_nothing {
            assert!(
                outcome.is_err(),
                "a fault at statement {statement} went unnoticed"
            );
            assert_eq!(fingerprint(h).await, before, "statement {statement}");
        }
    }
    0
}

on_each_database!(codes_are_applied_for_whole_or_not_at_all);
async fn codes_are_applied_for_whole_or_not_at_all(h: &Harness) {
    let holder = h.holder().await;
    let server = h.eligible_server(&holder).await;
    let statements = fail_each_statement(h, true, |backend| {
        let holder = holder.clone();
        async move { codes::apply::apply(&backend, &holder, server.id, 2, "k").await }
    })
    .await;
    assert!(statements > 4);
    assert_eq!(
        authorization_code::Entity::find()
            .count(&h.backend.database)
            .await
            .unwrap(),
        2
    );
}

on_each_database!(a_product_is_verified_whole_or_not_at_all);
async fn a_product_is_verified_whole_or_not_at_all(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    fail_each_statement(h, true, |backend| {
        let (partner, input) = (partner.clone(), verify_code("first_license", "a", &text));
        async move {
            verify_product::verify_product(&backend, &partner, input)
                .await
                .map(|_| ())
        }
    })
    .await;
}

on_each_database!(a_filing_is_withdrawn_and_abandoned_whole_or_not_at_all);
async fn a_filing_is_withdrawn_and_abandoned_whole_or_not_at_all(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    fail_each_statement(h, true, |backend| {
        let partner = partner.clone();
        async move { withdraw::withdraw(&backend, &partner, id).await }
    })
    .await;
    fail_each_statement(h, true, |backend| {
        let partner = partner.clone();
        async move { abandon::abandon(&backend, &partner, id).await }
    })
    .await;
    h.run_jobs().await;
}

on_each_database!(a_cancellation_is_submitted_once_whatever_fails);
async fn a_cancellation_is_submitted_once_whatever_fails(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let mut backend = h.backend.clone();
    // Every failed attempt counts as a try before the authority answers; none may lock.
    let mut settings = backend::settings::Settings::clone(&backend.settings);
    settings.policy.cancel.password_tries = 1000;
    backend.settings = Arc::new(settings);
    let settings = backend.settings.clone();
    fail_each_statement(h, false, |mut backend| {
        backend.settings = settings.clone();
        let (holder, input) = (holder.clone(), cancellation(shop.id, "k"));
        async move {
            cancel_access::submit::submit(&backend, &holder, input)
                .await
                .map(|_| ())
        }
    })
    .await;
    assert_eq!(
        applications::Entity::find()
            .count(&h.backend.database)
            .await
            .unwrap(),
        1
    );
    assert_eq!(
        message::Entity::find()
            .count(&h.backend.database)
            .await
            .unwrap(),
        1
    );
    h.run_jobs().await;
}

on_each_database!(an_approval_reports_once_whatever_fails);
async fn an_approval_reports_once_whatever_fails(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let id = submit_first_license(h, &h.partner().await, &text, "shili.cn").await;
    let reviewer = h.reviewer().await;
    let version = application(h, id).await.version;
    fail_each_statement(h, true, |backend| {
        let reviewer = reviewer.clone();
        async move { review::approve::approve(&backend, &reviewer, id, version).await }
    })
    .await;
    assert_eq!(
        authority_report::Entity::find()
            .count(&h.backend.database)
            .await
            .unwrap(),
        1
    );
    h.run_jobs().await;
}

on_each_database!(a_report_is_handed_over_once_whatever_fails);
async fn a_report_is_handed_over_once_whatever_fails(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let id = submit_cancellation(h, &holder, shop.id, "k").await;
    approve(h, &h.reviewer().await, id).await;
    fail_each_statement(h, false, |backend| async move {
        // A process that died keeps its lease until it ends.
        let outcome = send_reports(&backend).await;
        if backend
            .faults
            .as_ref()
            .is_some_and(|faults| faults.has_struck())
        {
            end_lease(&backend).await;
        }
        outcome
    })
    .await;
    send_reports(&h.backend).await.unwrap();
    assert_eq!(application(h, id).await.status, "authority_review");
    assert_eq!(h.authority.pending().len(), 1);
    assert_eq!(h.authority.pending()[0].sequence, 1);
    h.run_jobs().await;
}

on_each_database!(a_result_is_applied_once_whatever_fails);
async fn a_result_is_applied_once_whatever_fails(h: &Harness) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let id = submit_cancellation(h, &holder, shop.id, "k").await;
    approve(h, &h.reviewer().await, id).await;
    send_reports(&h.backend).await.unwrap();
    for pending in h.authority.pending() {
        h.authority.approve(pending.sequence);
    }
    fail_each_statement(h, false, |backend| async move {
        download_results(&backend).await
    })
    .await;
    authority_approves(h).await;
    assert_eq!(application(h, id).await.status, "completed");
    // Submitted, handed over, canceled: each told once.
    assert_eq!(
        message::Entity::find()
            .count(&h.backend.database)
            .await
            .unwrap(),
        3
    );
}

async fn end_lease(backend: &Backend) {
    use backend::store::entities::authority_channel::{Column, Entity};
    use sea_orm::sea_query::Expr;
    Entity::update_many()
        .col_expr(Column::LeasedUntilAt, Expr::value(0))
        .exec(&backend.database)
        .await
        .unwrap();
}

on_each_database!(a_note_is_written_whole_or_not_at_all);
async fn a_note_is_written_whole_or_not_at_all(h: &Harness) {
    let holder = h.holder().await;
    let (_, code) = issue_code(h, &holder).await;
    let statements = fail_each_statement(h, true, |backend| {
        let holder = holder.clone();
        async move { codes::note::note(&backend, &holder, code.id, "for Partner Ltd").await }
    })
    .await;
    assert!(statements > 1);
    h.run_jobs().await;
}
