//! The inventory, the reporting channel and the block feed.

use super::rows::walk;
use crate::harness::{Harness, on_each_database};
use backend::error::Error;
use backend::queries::authority_channel::authority_channel;
use backend::queries::blocked_domains::blocked_domains;
use backend::queries::inventory::inventory;
use backend::store::entities::{authority_report, blocked_domain};
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;
use shared::access::Resolution;
use shared::wire::authority_channel::{ChannelState, ReportState};

on_each_database!(the_inventory_lists_every_server_of_every_account);
async fn the_inventory_lists_every_server_of_every_account(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let mut ids = Vec::new();
    for number in 0..60 {
        let owner = if number % 2 == 0 { &holder } else { &partner };
        ids.push(h.eligible_server(owner).await.id);
    }
    let administrator = h.administrator().await;
    let rows =
        walk(async |cursor| inventory(&h.backend, &administrator, cursor).await.unwrap()).await;
    assert_eq!(rows.iter().map(|row| row.id).collect::<Vec<_>>(), ids);
    let refused = inventory(&h.backend, &holder, None).await;
    assert!(matches!(refused, Err(Error::Forbidden)));
}

on_each_database!(the_channel_shows_its_state_and_its_reports);
async fn the_channel_shows_its_state_and_its_reports(h: &Harness) {
    let row = h.draft(&h.partner().await, "FL-20261123-0001").await;
    authority_report::ActiveModel {
        application_id: Set(row.id),
        operation: Set("new_filing".to_owned()),
        state: Set("in_flight".to_owned()),
        sequence: Set(Some(1)),
        keys: Set("[]".to_owned()),
        tries: Set(2),
        created_at: Set(row.created_at),
        last_error: Set(Some("timeout".to_owned())),
        ..Default::default()
    }
    .insert(&h.backend.database)
    .await
    .unwrap();
    let page = authority_channel(&h.backend, &h.administrator().await)
        .await
        .unwrap();
    assert_eq!((page.state, page.problem), (ChannelState::Open, None));
    assert_eq!(page.reports.len(), 1);
    let report = &page.reports[0];
    assert_eq!(
        (report.number.as_str(), report.state),
        ("FL-20261123-0001", ReportState::InFlight)
    );
    assert_eq!((report.tries, report.sequence), (2, Some(1)));
    let refused = authority_channel(&h.backend, &h.reviewer().await).await;
    assert!(matches!(refused, Err(Error::Forbidden)));
}

on_each_database!(the_block_feed_goes_on_after_a_cursor);
async fn the_block_feed_goes_on_after_a_cursor(h: &Harness) {
    let shop = h
        .licensed_website(&h.holder().await, "example-shop.cn")
        .await;
    for (cursor, domain, is_listed) in [(1, "a.cn", true), (2, "b.cn", false), (3, "c.cn", true)] {
        blocked_domain::ActiveModel {
            cursor: Set(cursor),
            domain: Set(domain.to_owned()),
            is_listed: Set(is_listed),
            website_id: Set(shop.id),
            reason: Set("access_canceled".to_owned()),
            resolution: Set("yes".to_owned()),
            changed_at: Set(0),
            ..Default::default()
        }
        .insert(&h.backend.database)
        .await
        .unwrap();
    }
    let first = blocked_domains(&h.backend, 0, 2).await.unwrap();
    assert_eq!(first.len(), 2);
    assert_eq!((first[0].domain.as_str(), first[0].listed), ("a.cn", true));
    assert_eq!(
        (first[0].reason.as_str(), first[0].resolves),
        ("access_canceled", Resolution::Here)
    );
    assert!(!first[1].listed);
    let rest = blocked_domains(&h.backend, first[1].cursor, 2)
        .await
        .unwrap();
    assert_eq!(
        rest.iter()
            .map(|entry| entry.domain.as_str())
            .collect::<Vec<_>>(),
        ["c.cn"]
    );
}
