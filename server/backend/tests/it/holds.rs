//! R-3 and `code.disable`: what keeps a filing from the authority, and what ends that.

use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, approve, authority_approves, code, codes_of, exchange, issue_code, problems,
    set_server_state, submit, submit_first_license, verify_code,
};
use backend::caller::Caller;
use backend::commands::applications::{
    abandon::abandon, verify_product::verify_product, withdraw::withdraw,
};
use backend::commands::codes::{disable_by_staff::disable_by_staff, restore::restore};
use backend::commands::review;
use backend::jobs::hold_applications::hold_applications;
use backend::queries;
use backend::store::entities::{application as applications, audit_event};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use shared::application::HoldReason;
use shared::authorization_code::{InvalidReason, VerifyRefusal};
use shared::problem::Problem;
use shared::role::Role;
use shared::wire::application::{ApplicationRow, TimelineEntry, TimelineEvent, VerifyProductInput};
use shared::wire::review::RejectInput;

async fn second_supervisor(h: &Harness) -> Caller {
    h.caller("supervisor2@example.com", Role::Supervisor).await
}

async fn disable(h: &Harness, code_id: i64) {
    disable_by_staff(&h.backend, &h.supervisor().await, code_id, "resold")
        .await
        .unwrap();
}

on_each_database!(withdrawing_does_not_free_a_disabled_code);
async fn withdrawing_does_not_free_a_disabled_code(h: &Harness) {
    let holder = h.holder().await;
    let (text, row) = issue_code(h, &holder).await;
    let partner = h.partner().await;
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    disable(h, row.id).await;
    withdraw(&h.backend, &partner, id).await.unwrap();
    let held = application(h, id).await.hold_reason;
    assert_eq!(held.as_deref(), Some(HoldReason::CodeDisabled.code()));
    let why = VerifyRefusal::Disabled {
        reason: InvalidReason::DisabledByStaff,
    };
    assert_eq!(
        problems(submit(h, &partner, id).await),
        [Problem::CodeRefused { why }]
    );
    // Another product ends the hold.
    let (other, _) = issue_code(h, &holder).await;
    let verify = VerifyProductInput {
        application_id: id,
        ..verify_code("first_license", "other", &other)
    };
    verify_product(&h.backend, &partner, verify).await.unwrap();
    assert_eq!(application(h, id).await.hold_reason, None);
    submit(h, &partner, id).await.unwrap();
    approve(h, &h.reviewer().await, id).await;
    h.run_jobs().await;
}

on_each_database!(a_hold_promises_no_date_and_gives_staff_the_reason);
async fn a_hold_promises_no_date_and_gives_staff_the_reason(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    let list = |h| applications_of(h, &partner);
    assert!(list(h).await[0].next_step.due_at.is_some());
    assert_eq!(list(h).await[0].hold, None);
    disable(h, row.id).await;
    let held = &list(h).await[0];
    assert_eq!(held.hold, Some(HoldReason::CodeDisabled));
    assert_eq!(held.next_step.due_at, None);
    let page = queries::application::application(&h.backend, &partner, id)
        .await
        .unwrap();
    assert_eq!(page.next_step.due_at, None);
    let words = |timeline: &[TimelineEntry]| {
        let held = |entry: &&TimelineEntry| entry.event == TimelineEvent::Held;
        timeline.iter().find(held).unwrap().note.clone()
    };
    assert_eq!(words(&page.timeline), None);
    let review =
        queries::review_application::review_application(&h.backend, &h.reviewer().await, id)
            .await
            .unwrap();
    assert!(review.due_at.is_some());
    assert_eq!(words(&review.timeline).as_deref(), Some("resold"));
    h.run_jobs().await;
}

async fn applications_of(h: &Harness, holder: &Caller) -> Vec<ApplicationRow> {
    let page = queries::applications::applications(&h.backend, holder, None).await;
    page.unwrap().items
}

on_each_database!(an_approval_trusts_the_code_itself_not_the_flag);
async fn an_approval_trusts_the_code_itself_not_the_flag(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let id = submit_first_license(h, &h.partner().await, &text, "shili.cn").await;
    disable(h, row.id).await;
    applications::Entity::update_many()
        .col_expr(
            applications::Column::HoldReason,
            Expr::value(Option::<String>::None),
        )
        .exec(&h.backend.database)
        .await
        .unwrap();
    assert_eq!(
        refusal_of_approval(h, id).await,
        [Problem::Held {
            reason: HoldReason::CodeDisabled
        }]
    );
    h.run_jobs().await;
}

on_each_database!(r3_an_approval_looks_at_the_server_as_it_is);
async fn r3_an_approval_looks_at_the_server_as_it_is(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let id = submit_first_license(h, &h.partner().await, &text, "shili.cn").await;
    set_server_state(h, row.server_id, "refunded").await;
    // The job that flags has not come by.
    assert_eq!(application(h, id).await.hold_reason, None);
    assert_eq!(
        refusal_of_approval(h, id).await,
        [Problem::Held {
            reason: HoldReason::ServerGone
        }]
    );
    assert_eq!(application(h, id).await.status, "provider_review");
    h.run_jobs().await;
}

on_each_database!(r3_a_submission_of_what_is_good_again_ends_the_hold);
async fn r3_a_submission_of_what_is_good_again_ends_the_hold(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    set_server_state(h, row.server_id, "frozen").await;
    hold_applications(&h.backend).await.unwrap();
    let input = RejectInput {
        application_id: id,
        version: application(h, id).await.version,
        reason: "Use another server.".to_owned(),
        ..RejectInput::default()
    };
    review::reject::reject(&h.backend, &h.reviewer().await, input)
        .await
        .unwrap();
    assert_eq!(
        codes_of(submit(h, &partner, id).await),
        ["server_not_eligible"]
    );
    set_server_state(h, row.server_id, "running").await;
    submit(h, &partner, id).await.unwrap();
    assert_eq!(application(h, id).await.hold_reason, None);
    let lifted = audit_event::Entity::find()
        .filter(audit_event::Column::Kind.eq(TimelineEvent::HoldLifted.code()))
        .count(&h.backend.database)
        .await
        .unwrap();
    assert_eq!(lifted, 1);
    approve(h, &h.reviewer().await, id).await;
    h.run_jobs().await;
}

async fn refusal_of_approval(h: &Harness, id: i64) -> Vec<Problem> {
    let version = application(h, id).await.version;
    let reviewer = h.reviewer().await;
    problems(review::approve::approve(&h.backend, &reviewer, id, version).await)
}

on_each_database!(s33_a_code_that_was_used_up_while_disabled_is_restored_to_used);
async fn s33_a_code_that_was_used_up_while_disabled_is_restored_to_used(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    approve(h, &h.reviewer().await, id).await;
    exchange(h, &h.backend).await;
    disable(h, row.id).await;
    authority_approves(h).await;
    let done = application(h, id).await;
    assert_eq!(done.status, "completed");
    assert_eq!(
        done.hold_reason, None,
        "nothing holds back what the authority has"
    );
    let second = second_supervisor(h).await;
    restore(&h.backend, &second, row.id).await.unwrap();
    assert_eq!(code(h, row.id).await.status, "used");
    h.run_jobs().await;
}

on_each_database!(r1_a_code_whose_application_was_abandoned_while_disabled_stays_burned);
async fn r1_a_code_whose_application_was_abandoned_while_disabled_stays_burned(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    disable(h, row.id).await;
    abandon(&h.backend, &partner, id).await.unwrap();
    let second = second_supervisor(h).await;
    restore(&h.backend, &second, row.id).await.unwrap();
    let burned = code(h, row.id).await;
    assert_eq!(
        (burned.status.as_str(), burned.reason.as_deref()),
        ("invalid", Some("abandoned"))
    );
    assert_eq!(
        codes_of(restore(&h.backend, &second, row.id).await),
        ["code_not_restored"]
    );
    h.run_jobs().await;
}
