//! The commands on authorization codes.

use super::leaves_nothing;
use crate::harness::{Harness, on_each_database};
use crate::steps::{application, code, fill_in_first_license, issue_code, submit_first_license};
use backend::commands::codes::{
    apply::apply, disable::disable, disable_by_staff::disable_by_staff, note::note,
    restore::restore, take_back::take_back,
};
use backend::store::authorization_code::note as note_of;
use backend::store::entities::authorization_code;
use sea_orm::{EntityTrait, PaginatorTrait};
use shared::role::Role;

on_each_database!(codes_are_applied_for_whole_or_not_at_all);
async fn codes_are_applied_for_whole_or_not_at_all(h: &Harness) {
    let holder = h.holder().await;
    let server = h.eligible_server(&holder).await;
    leaves_nothing(h, async |backend| {
        apply(backend, &holder, server.id, 2, "k").await
    })
    .await;
    let issued = authorization_code::Entity::find()
        .count(&h.backend.database)
        .await
        .unwrap();
    assert_eq!(issued, 2);
}

on_each_database!(a_note_is_written_whole_or_not_at_all);
async fn a_note_is_written_whole_or_not_at_all(h: &Harness) {
    let holder = h.holder().await;
    let (_, row) = issue_code(h, &holder).await;
    leaves_nothing(h, async |backend| {
        note(backend, &holder, row.id, "for Partner Ltd").await
    })
    .await;
    let noted = note_of(&h.backend.cipher, &code(h, row.id).await);
    assert_eq!(noted.unwrap(), "for Partner Ltd");
}

on_each_database!(an_owner_disables_a_code_whole_or_not_at_all);
async fn an_owner_disables_a_code_whole_or_not_at_all(h: &Harness) {
    let holder = h.holder().await;
    let (_, row) = issue_code(h, &holder).await;
    leaves_nothing(h, async |backend| disable(backend, &holder, row.id).await).await;
    assert_eq!(code(h, row.id).await.status, "invalid");
}

on_each_database!(staff_disable_a_code_in_use_and_restore_it_whole_or_not_at_all);
async fn staff_disable_a_code_in_use_and_restore_it_whole_or_not_at_all(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let id = submit_first_license(h, &h.partner().await, &text, "shili.cn").await;
    let supervisor = h.supervisor().await;
    leaves_nothing(h, async |backend| {
        disable_by_staff(backend, &supervisor, row.id, "resold").await
    })
    .await;
    assert_eq!(code(h, row.id).await.status, "invalid");
    let held = application(h, id).await.hold_reason;
    assert_eq!(held.as_deref(), Some("code_disabled"));

    let second = h.caller("supervisor2@example.com", Role::Supervisor).await;
    leaves_nothing(h, async |backend| restore(backend, &second, row.id).await).await;
    assert_eq!(code(h, row.id).await.status, "licensing");
    assert_eq!(application(h, id).await.hold_reason, None);
    h.run_jobs().await;
}

on_each_database!(a_code_is_taken_back_whole_or_not_at_all);
async fn a_code_is_taken_back_whole_or_not_at_all(h: &Harness) {
    let holder = h.holder().await;
    let (text, row) = issue_code(h, &holder).await;
    let id = fill_in_first_license(h, &h.partner().await, &text, "shili.cn").await;
    let version = code(h, row.id).await.version;
    leaves_nothing(h, async |backend| {
        take_back(backend, &holder, row.id, version).await
    })
    .await;
    assert_eq!(code(h, row.id).await.status, "unused");
    assert_eq!(application(h, id).await.code_id, None);
    h.run_jobs().await;
}
