//! Standing work passes over a row that is broken, and ends no round because of it.

use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, code, fill_in_first_license, issue_code, set_server_state, submit_first_license,
};
use backend::jobs::expire_codes::expire_codes;
use backend::jobs::expire_drafts::expire_drafts;
use backend::jobs::hold_applications::hold_applications;
use backend::store::entities::{authorization_code, cloud_server};
use chrono::Duration;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// Gives a code a holder that its status does not fit, or takes it away.
async fn break_code(h: &Harness, id: i64) {
    let row = code(h, id).await;
    let since = row.held_since_at.is_none().then_some(0);
    authorization_code::Entity::update_many()
        .col_expr(authorization_code::Column::HeldSinceAt, Expr::value(since))
        .filter(authorization_code::Column::Id.eq(id))
        .exec(&h.backend.database)
        .await
        .unwrap();
}

on_each_database!(a_broken_code_does_not_keep_others_from_expiring);
async fn a_broken_code_does_not_keep_others_from_expiring(h: &Harness) {
    let holder = h.holder().await;
    let (_, broken) = issue_code(h, &holder).await;
    let (_, whole) = issue_code(h, &holder).await;
    break_code(h, broken.id).await;
    h.clock.advance(Duration::days(365));
    expire_codes(&h.backend).await.unwrap();
    assert_eq!(code(h, broken.id).await.status, "unused");
    assert_eq!(code(h, whole.id).await.status, "invalid");
    h.run_jobs().await;
}

on_each_database!(a_broken_draft_does_not_keep_others_from_expiring);
async fn a_broken_draft_does_not_keep_others_from_expiring(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let (broken, lost) = issue_code(h, &holder).await;
    let (whole, _) = issue_code(h, &holder).await;
    let broken = fill_in_first_license(h, &partner, &broken, "a.cn").await;
    let whole = fill_in_first_license(h, &partner, &whole, "b.cn").await;
    break_code(h, lost.id).await;
    h.clock.advance(Duration::days(45));
    expire_drafts(&h.backend).await.unwrap();
    assert_eq!(application(h, broken).await.status, "draft");
    assert_eq!(application(h, whole).await.status, "abandoned");
    h.run_jobs().await;
}

on_each_database!(a_broken_server_does_not_keep_others_from_being_watched);
async fn a_broken_server_does_not_keep_others_from_being_watched(h: &Harness) {
    let holder = h.holder().await;
    let broken = h.eligible_server(&holder).await;
    cloud_server::Entity::update_many()
        .col_expr(cloud_server::Column::TermEndsOn, Expr::value("soon"))
        .filter(cloud_server::Column::Id.eq(broken.id))
        .exec(&h.backend.database)
        .await
        .unwrap();
    let (text, row) = issue_code(h, &holder).await;
    let id = submit_first_license(h, &h.partner().await, &text, "shili.cn").await;
    set_server_state(h, row.server_id, "frozen").await;
    hold_applications(&h.backend).await.unwrap();
    let held = application(h, id).await.hold_reason;
    assert_eq!(held.as_deref(), Some("server_gone"));
    h.run_jobs().await;
}
