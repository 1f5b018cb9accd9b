//! A row of `Manage Authorization Code`: which codes it is asked for, and all it holds.

use crate::harness::{Harness, on_each_database};
use crate::steps::{codes_of, issue_code, submit_first_license, verify_code};
use backend::caller::Caller;
use backend::commands::applications::{abandon::abandon, verify_product::verify_product};
use backend::commands::codes::note::note;
use backend::queries::codes::codes;
use backend::queries::export_codes::export_codes;
use backend::queries::spreadsheet::ExportFormat;
use backend::store::entities::cloud_server;
use chrono::{DateTime, Utc};
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::{Set, Unchanged};
use shared::authorization_code::InvalidReason;
use shared::role::Role;
use shared::wire::code::{CodeFilter, CodeRow, CodeStatusView, CodeUse};

async fn listed(h: &Harness, holder: &Caller, filter: CodeFilter) -> Vec<CodeRow> {
    codes(&h.backend, holder, filter).await.unwrap().codes.items
}

/// The holder's only code as the page shows it.
async fn only_row(h: &Harness, holder: &Caller) -> CodeRow {
    let mut rows = listed(h, holder, CodeFilter::default()).await;
    assert_eq!(rows.len(), 1);
    rows.remove(0)
}

/// The holder's only code as the file has it.
async fn only_line(h: &Harness, holder: &Caller) -> String {
    let filter = CodeFilter::default();
    let file = export_codes(&h.backend, holder, filter, ExportFormat::Csv)
        .await
        .unwrap();
    let file = String::from_utf8(file).unwrap();
    let lines: Vec<_> = file.lines().collect();
    assert_eq!(lines.len(), 2, "{file}");
    lines[1].to_owned()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

on_each_database!(s27_view_shows_the_codes_of_one_server_and_the_menu_those_of_all);
async fn s27_view_shows_the_codes_of_one_server_and_the_menu_those_of_all(h: &Harness) {
    let holder = h.holder().await;
    let (_, first) = issue_code(h, &holder).await;
    let (_, second) = issue_code(h, &holder).await;
    let shown = async |server_id| {
        let filter = CodeFilter {
            server_id,
            ..CodeFilter::default()
        };
        let rows = listed(h, &holder, filter).await;
        rows.iter().map(|row| row.id).collect::<Vec<_>>()
    };
    assert_eq!(shown(Some(first.server_id)).await, [first.id]);
    assert_eq!(shown(Some(second.server_id)).await, [second.id]);
    assert_eq!(shown(None).await, [second.id, first.id]);
}

on_each_database!(s28_a_row_holds_the_code_its_server_and_its_dates);
async fn s28_a_row_holds_the_code_its_server_and_its_dates(h: &Harness) {
    let holder = h.holder().await;
    let (text, code) = issue_code(h, &holder).await;
    note(&h.backend, &holder, code.id, "for Partner Ltd")
        .await
        .unwrap();
    let expected = CodeRow {
        id: code.id,
        code: text.clone(),
        server_id: code.server_id,
        server_name: "vm-0".to_owned(),
        public_ip: Some("203.0.113.10".to_owned()),
        applied_at: at("2026-11-23T02:00:00Z"),
        expires_at: at("2027-11-23T02:00:00Z"),
        status: CodeStatusView::Unused,
        note: "for Partner Ltd".to_owned(),
        owner: None,
        disabled_by_reader: false,
        version: 2,
    };
    assert_eq!(only_row(h, &holder).await, expected);
    let dates = "2026-11-23 10:00,2027-11-23 10:00";
    assert_eq!(
        only_line(h, &holder).await,
        format!("{text},vm-0,203.0.113.10,{dates},Unused,,,,,,,,for Partner Ltd")
    );
}

on_each_database!(s28_the_status_says_who_uses_a_code_and_why_it_is_invalid);
async fn s28_the_status_says_who_uses_a_code_and_why_it_is_invalid(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let (text, _) = issue_code(h, &holder).await;
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    let CodeStatusView::Licensing(by) = only_row(h, &holder).await.status else {
        panic!("not in use");
    };
    let tag = by.user.strip_prefix("par•••@example.com #").unwrap();
    assert_eq!(tag.len(), 6, "{tag}");
    let expected = CodeUse {
        user: by.user.clone(),
        order: "FL-••••-0001".to_owned(),
        domain: "shili.cn".to_owned(),
        application_status: "provider_review".to_owned(),
        since: h.backend.now(),
        reserved_until: None,
    };
    assert_eq!(by, expected);
    let line = only_line(h, &holder).await;
    let who = format!(
        ",Licensing,,shili.cn,{},FL-••••-0001,In review by the provider,2026-11-23 10:00,,",
        by.user
    );
    assert!(line.contains(&who), "{line}");

    abandon(&h.backend, &partner, id).await.unwrap();
    let abandoned = CodeStatusView::Invalid {
        reason: InvalidReason::Abandoned,
        at: h.backend.now(),
        words: None,
        held_by: None,
    };
    assert_eq!(only_row(h, &holder).await.status, abandoned);
    let line = only_line(h, &holder).await;
    let why = ",Invalid,Application abandoned,,,,,,,";
    assert!(line.contains(why), "{line}");
    h.run_jobs().await;
}

on_each_database!(s31_a_new_code_is_unused_until_a_verification_succeeds);
async fn s31_a_new_code_is_unused_until_a_verification_succeeds(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let (text, code) = issue_code(h, &holder).await;
    assert_eq!(only_row(h, &holder).await.status, CodeStatusView::Unused);
    let set_server = async |state: &str| {
        let change = cloud_server::ActiveModel {
            id: Unchanged(code.server_id),
            state: Set(state.to_owned()),
            ..Default::default()
        };
        change.update(&h.backend.database).await.unwrap();
    };
    let verify = async || {
        let input = verify_code("first_license", "a", &text);
        verify_product(&h.backend, &partner, input).await
    };
    set_server("frozen").await;
    assert_eq!(codes_of(verify().await), ["code_refused"]);
    assert_eq!(only_row(h, &holder).await.status, CodeStatusView::Unused);
    set_server("running").await;
    verify().await.unwrap();
    let status = only_row(h, &holder).await.status;
    assert!(matches!(status, CodeStatusView::Licensing(_)), "{status:?}");
}

on_each_database!(s28_two_accounts_never_look_alike);
async fn s28_two_accounts_never_look_alike(h: &Harness) {
    let holder = h.holder().await;
    let partners = [
        h.partner().await,
        h.caller("partner2@example.com", Role::Holder).await,
    ];
    let mut users = Vec::new();
    for partner in &partners {
        for key in ["a", "b"] {
            let (text, _) = issue_code(h, &holder).await;
            let input = verify_code("first_license", key, &text);
            verify_product(&h.backend, partner, input).await.unwrap();
            let newest = listed(h, &holder, CodeFilter::default()).await.remove(0);
            users.push(newest.status.code_use().unwrap().user.clone());
        }
    }
    assert!(
        users
            .iter()
            .all(|user| user.starts_with("par•••@example.com #"))
    );
    assert_eq!((&users[0], &users[2]), (&users[1], &users[3]));
    assert_ne!(users[0], users[2]);
}

on_each_database!(r2_a_row_says_until_when_a_draft_holds_the_code);
async fn r2_a_row_says_until_when_a_draft_holds_the_code(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let (text, _) = issue_code(h, &holder).await;
    let input = verify_code("first_license", "a", &text);
    verify_product(&h.backend, &partner, input).await.unwrap();
    let row = only_row(h, &holder).await;
    let by = row.status.code_use().unwrap();
    assert_eq!(by.reserved_until, Some(at("2026-11-30T02:00:00Z")));
    assert_eq!(
        (by.domain.as_str(), by.application_status.as_str()),
        ("", "draft")
    );
    assert!(row.can_owner_take_back());
}
