//! `Apply for Authorization Code`, `Manage Authorization Code`, all codes, and the export.

use super::rows::walk;
use crate::harness::{Harness, on_each_database};
use backend::caller::Caller;
use backend::commands::codes::note::note;
use backend::error::Error;
use backend::queries::all_codes::all_codes;
use backend::queries::codes::codes;
use backend::queries::export_codes::export_codes;
use backend::queries::servers::servers;
use backend::queries::spreadsheet::ExportFormat;
use backend::store::entities::cloud_server;
use chrono::Duration;
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;
use shared::authorization_code::InvalidReason;
use shared::cloud_server::Ineligibility;
use shared::wire::code::{CodeFilter, CodeStatusView};

on_each_database!(s22_every_server_is_listed_with_what_is_wrong);
async fn s22_every_server_is_listed_with_what_is_wrong(h: &Harness) {
    let holder = h.holder().await;
    let good = h.eligible_server(&holder).await;
    let mut bare = cloud_server::ActiveModel::from(h.eligible_server(&holder).await);
    bare.public_ip = Set(None);
    bare.codes_issued = Set(4);
    bare.update(&h.backend.database).await.unwrap();

    let rows = servers(&h.backend, &holder).await.unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!(
        (rows[0].id, rows[0].term_months, rows[0].remaining),
        (good.id, 12, 5)
    );
    assert!(rows[0].failed.is_empty());
    assert_eq!(rows[1].failed, [Ineligibility::NoPublicIp]);
    assert_eq!(
        (rows[1].issued, rows[1].quota, rows[1].remaining),
        (4, 5, 1)
    );
    assert!(
        servers(&h.backend, &h.partner().await)
            .await
            .unwrap()
            .is_empty()
    );
}

on_each_database!(codes_are_shown_to_their_owner_only);
async fn codes_are_shown_to_their_owner_only(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let server = h.eligible_server(&holder).await;
    let (_, text) = h.unused_code(server.id, &holder, h.backend.now()).await;

    let own = codes(&h.backend, &holder, CodeFilter::default())
        .await
        .unwrap();
    assert_eq!(own.codes.items[0].code, text.to_string());
    assert_eq!(own.codes.items[0].owner, None);
    assert_eq!(own.servers, [(server.id, server.name)]);

    let others = codes(&h.backend, &partner, CodeFilter::default())
        .await
        .unwrap();
    assert!(others.codes.items.is_empty() && others.servers.is_empty());
    let by_code = CodeFilter {
        search: Some(text.to_string()),
        ..CodeFilter::default()
    };
    let others = codes(&h.backend, &partner, by_code).await.unwrap();
    assert!(others.codes.items.is_empty());

    let all = all_codes(&h.backend, &h.reviewer().await, CodeFilter::default())
        .await
        .unwrap();
    assert_eq!(all.codes.items[0].code, text.masked());
    let shown = all.codes.items[0].owner.as_deref().unwrap();
    assert!(shown.starts_with("hol•••@example.com #"), "{shown}");
    let refused = all_codes(&h.backend, &holder, CodeFilter::default()).await;
    assert!(matches!(refused, Err(Error::Forbidden)));
}

on_each_database!(all_pages_are_found_forward_and_back);
async fn all_pages_are_found_forward_and_back(h: &Harness) {
    let holder = h.holder().await;
    let server = h.eligible_server(&holder).await;
    let start = h.backend.now();
    let mut ids = Vec::new();
    for number in 0..120 {
        // Batches share their instant.
        let applied_at = start + Duration::minutes(number / 5);
        ids.push(h.unused_code(server.id, &holder, applied_at).await.0.id);
    }
    let soonest_first = walk(async |cursor| {
        let filter = CodeFilter {
            sort: Some("expires".to_owned()),
            cursor,
            ..CodeFilter::default()
        };
        codes(&h.backend, &holder, filter).await.unwrap().codes
    })
    .await;
    assert_eq!(
        soonest_first.iter().map(|row| row.id).collect::<Vec<_>>(),
        ids
    );
    ids.reverse();
    let newest_first = walk(async |cursor| {
        let filter = CodeFilter {
            cursor,
            ..CodeFilter::default()
        };
        codes(&h.backend, &holder, filter).await.unwrap().codes
    })
    .await;
    assert_eq!(
        newest_first.iter().map(|row| row.id).collect::<Vec<_>>(),
        ids
    );

    let nonsense = CodeFilter {
        cursor: Some("nonsense".to_owned()),
        ..CodeFilter::default()
    };
    let first = codes(&h.backend, &holder, nonsense).await.unwrap().codes;
    assert_eq!(first.items[0].id, ids[0]);
    assert_eq!(first.previous, None);
}

on_each_database!(s24_a_code_is_invalid_at_the_instant_it_expires);
async fn s24_a_code_is_invalid_at_the_instant_it_expires(h: &Harness) {
    let holder = h.holder().await;
    let server = h.eligible_server(&holder).await;
    let now = h.backend.now();
    let (fresh, _) = h
        .unused_code(server.id, &holder, now - Duration::days(364))
        .await;
    let (over, _) = h
        .unused_code(server.id, &holder, now - Duration::days(365))
        .await;
    let with_status = async |status: &str| {
        let filter = CodeFilter {
            status: Some(status.to_owned()),
            ..CodeFilter::default()
        };
        codes(&h.backend, &holder, filter)
            .await
            .unwrap()
            .codes
            .items
    };
    let unused = with_status("unused").await;
    assert_eq!(unused.len(), 1);
    assert_eq!(
        (unused[0].id, &unused[0].status),
        (fresh.id, &CodeStatusView::Unused)
    );
    let invalid = with_status("invalid").await;
    assert_eq!(invalid.len(), 1);
    assert_eq!(invalid[0].id, over.id);
    let expired = CodeStatusView::Invalid {
        reason: InvalidReason::Expired,
        at: now,
        words: None,
        held_by: None,
    };
    assert_eq!(invalid[0].status, expired);
    assert!(with_status("used").await.is_empty());
}

on_each_database!(s32_the_owner_sees_who_uses_a_code_masked);
async fn s32_the_owner_sees_who_uses_a_code_masked(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let server = h.eligible_server(&holder).await;
    let (code, _) = h.unused_code(server.id, &holder, h.backend.now()).await;
    let application = h.draft(&partner, "FL-20261123-0001").await;
    h.licensing(code, &application).await;
    let own = codes(&h.backend, &holder, CodeFilter::default())
        .await
        .unwrap();
    let by = own.codes.items[0].status.code_use().unwrap();
    assert!(by.user.starts_with("par•••@example.com #"), "{by:?}");
    assert_eq!(by.order, "FL-••••-0001");
    assert_eq!(by.domain, "partner-shop.cn");
    let staff = all_codes(&h.backend, &h.reviewer().await, CodeFilter::default())
        .await
        .unwrap();
    let by = staff.codes.items[0].status.code_use().unwrap();
    assert_eq!(by.order, "FL-••••-0001", "staff know nothing of a draft");
    assert_eq!(by.domain, "");
}

on_each_database!(a_search_finds_codes_and_beginnings_of_servers);
async fn a_search_finds_codes_and_beginnings_of_servers(h: &Harness) {
    let holder = h.holder().await;
    let first = h.eligible_server(&holder).await;
    let second = h.eligible_server(&holder).await;
    let (wanted, text) = h.unused_code(first.id, &holder, h.backend.now()).await;
    let (other, _) = h.unused_code(second.id, &holder, h.backend.now()).await;
    let found = async |search: &str| -> Vec<i64> {
        let filter = CodeFilter {
            search: Some(search.to_owned()),
            ..CodeFilter::default()
        };
        let page = codes(&h.backend, &holder, filter).await.unwrap();
        page.codes.items.iter().map(|row| row.id).collect()
    };
    assert_eq!(found(&text.to_string().to_lowercase()).await, [wanted.id]);
    assert_eq!(found("VM-0").await, [wanted.id]);
    assert_eq!(found("203.0.113.11").await, [other.id]);
    assert_eq!(found("vm-").await, [other.id, wanted.id]);
    assert!(found("m-0").await.is_empty());
    assert!(found("%").await.is_empty());
    let of_server = CodeFilter {
        server_id: Some(second.id),
        ..CodeFilter::default()
    };
    let page = codes(&h.backend, &holder, of_server).await.unwrap();
    assert_eq!(page.codes.items.len(), 1);
    assert_eq!(page.codes.items[0].id, other.id);
}

on_each_database!(an_owner_finds_a_code_by_everything_that_its_row_shows);
async fn an_owner_finds_a_code_by_everything_that_its_row_shows(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let server = h.eligible_server(&holder).await;
    let (wanted, text) = h.unused_code(server.id, &holder, h.backend.now()).await;
    h.unused_code(server.id, &holder, h.backend.now()).await;
    let application = h.draft(&partner, "FL-20261123-0001").await;
    h.licensing(wanted.clone(), &application).await;
    note(&h.backend, &holder, wanted.id, "für Müller, 合同 12%")
        .await
        .unwrap();
    let found = async |reader: &Caller, search: &str| -> Vec<i64> {
        let filter = CodeFilter {
            search: Some(search.to_owned()),
            ..CodeFilter::default()
        };
        let page = codes(&h.backend, reader, filter).await.unwrap();
        page.codes.items.iter().map(|row| row.id).collect()
    };
    let text = text.to_string();
    let mut searches: Vec<_> = text.split('-').map(str::to_owned).collect();
    searches.extend([
        text[..11].to_lowercase(),
        text[6..].replace('-', " "),
        "müller".to_owned(),
        "合同".to_owned(),
        "12%".to_owned(),
        "Partner-Shop.CN".to_owned(),
        "shop".to_owned(),
    ]);
    for search in &searches {
        assert_eq!(found(&holder, search).await, [wanted.id], "{search}");
        assert!(found(&partner, search).await.is_empty(), "{search}");
    }
    assert_eq!(found(&holder, "\0").await.len(), 2, "that is no search");
    for nothing in ["müllers", "partner-shop.com", "_", "22222"] {
        assert!(found(&holder, nothing).await.is_empty(), "{nothing:?}");
    }
}

on_each_database!(what_is_found_has_pages_forward_and_back);
async fn what_is_found_has_pages_forward_and_back(h: &Harness) {
    let holder = h.holder().await;
    let server = h.eligible_server(&holder).await;
    let mut ids = Vec::new();
    for number in 0..130 {
        let applied_at = h.backend.now() + Duration::minutes(number);
        let (code, _) = h.unused_code(server.id, &holder, applied_at).await;
        // Every third is not found.
        if number % 3 != 0 {
            note(&h.backend, &holder, code.id, "for Partner Ltd")
                .await
                .unwrap();
            ids.push(code.id);
        }
    }
    ids.reverse();
    let found = walk(async |cursor| {
        let filter = CodeFilter {
            search: Some("partner".to_owned()),
            cursor,
            ..CodeFilter::default()
        };
        codes(&h.backend, &holder, filter).await.unwrap().codes
    })
    .await;
    let found: Vec<_> = found.iter().map(|row| row.id).collect();
    assert_eq!(found, ids);
}

on_each_database!(the_export_holds_the_whole_filtered_list);
async fn the_export_holds_the_whole_filtered_list(h: &Harness) {
    let holder = h.holder().await;
    let server = h.eligible_server(&holder).await;
    let other = h.eligible_server(&holder).await;
    for _ in 0..60 {
        h.unused_code(server.id, &holder, h.backend.now()).await;
    }
    let (_, elsewhere) = h.unused_code(other.id, &holder, h.backend.now()).await;
    let filter = CodeFilter {
        server_id: Some(server.id),
        ..CodeFilter::default()
    };
    let file = export_codes(&h.backend, &holder, filter.clone(), ExportFormat::Csv)
        .await
        .unwrap();
    let file = String::from_utf8(file).unwrap();
    assert_eq!(file.lines().count(), 61);
    assert!(
        file.contains("2026-11-23 10:00") && file.contains("Unused"),
        "{file}"
    );
    assert!(!file.contains(&elsewhere.to_string()));
    let workbook = export_codes(&h.backend, &holder, filter, ExportFormat::Xlsx)
        .await
        .unwrap();
    assert!(workbook.starts_with(b"PK"));
    let partner = h.partner().await;
    let empty = export_codes(
        &h.backend,
        &partner,
        CodeFilter::default(),
        ExportFormat::Csv,
    )
    .await
    .unwrap();
    assert_eq!(String::from_utf8(empty).unwrap().lines().count(), 1);
}
