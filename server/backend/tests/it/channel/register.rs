//! What the register's data changes here stands in the audit trail.

use super::count_events;
use crate::harness::{Harness, on_each_database};
use crate::steps::exchange;
use backend::store::entities::{access, audit_event, entity, website};
use backend::store::license::has_other_access;
use ports::authority::{AccessRow, CodeTableRow, Document, FilingRow, WebsiteRow, demo};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::{Value, json};

/// The shop of the demo, with other names and numbers.
fn filing(name: &str, nature_code: Option<i32>, number: &str) -> FilingRow {
    FilingRow {
        entity_id: None,
        entity_authority_id: demo::HOLDER.entity_authority_id,
        entity_name: name.to_owned(),
        entity_nature_code: nature_code,
        entity_license_number: Some(number.to_owned()),
        websites: vec![WebsiteRow {
            website_id: None,
            website_authority_id: demo::SHOP.website_authority_id,
            name: demo::SHOP.name.to_owned(),
            license_number: Some(format!("{number}-1")),
            home_url: Some("https://Mall.example-shop.cn/new".to_owned()),
            domains: Vec::new(),
            accesses: Vec::new(),
        }],
    }
}

async fn arrives(h: &Harness, filing: FilingRow) {
    let filings = vec![filing];
    h.authority.send(vec![Document::Filings { filings }]);
    exchange(h, &h.backend).await;
}

async fn details(h: &Harness, kind: &str) -> Vec<Value> {
    let events = audit_event::Entity::find()
        .filter(audit_event::Column::Kind.eq(kind))
        .order_by_asc(audit_event::Column::Id)
        .all(&h.backend.database)
        .await
        .unwrap();
    let detail = |event: audit_event::Model| serde_json::from_str(&event.detail).unwrap();
    events.into_iter().map(detail).collect()
}

on_each_database!(changed_names_and_numbers_are_recorded);
async fn changed_names_and_numbers_are_recorded(h: &Harness) {
    let holder = h.holder().await;
    h.licensed_website(&holder, "example-shop.cn").await;
    let (old_name, old) = (demo::HOLDER.name, demo::HOLDER.license_number);
    let new = "沪ICP备20269999号";
    for _ in 0..2 {
        arrives(h, filing("上海示例科技有限公司", Some(4), new)).await;
    }
    let number = json!({ "old": old, "new": new });
    assert_eq!(
        details(h, "entity.changed").await,
        [json!({
            "name": { "old": old_name, "new": "上海示例科技有限公司" },
            "number": number,
        })]
    );
    let number = json!({ "old": demo::SHOP.license_number, "new": format!("{new}-1") });
    assert_eq!(
        details(h, "website.changed").await,
        [json!({ "number": number })]
    );
    let event = audit_event::Entity::find()
        .filter(audit_event::Column::Kind.eq("entity.changed"))
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(event.account_id, Some(holder.account_id));
    let website = website::Entity::find().one(&h.backend.database).await;
    let website = website.unwrap().unwrap();
    assert_eq!(website.license_number, Some(format!("{new}-1")));
}

on_each_database!(a_persons_name_is_recorded_masked);
async fn a_persons_name_is_recorded_masked(h: &Harness) {
    h.licensed_entity(&h.holder().await).await;
    let number = demo::HOLDER.license_number;
    arrives(h, filing("李雷", Some(5), number)).await;
    arrives(h, filing("韩梅梅", None, number)).await;
    let first = demo::HOLDER.name.chars().next().unwrap();
    assert_eq!(
        details(h, "entity.changed").await,
        [
            json!({ "name": { "old": format!("{first}••"), "new": "李••" } }),
            json!({ "name": { "old": "李••", "new": "韩••" } }),
        ]
    );
}

on_each_database!(a_name_that_does_not_come_stays);
async fn a_name_that_does_not_come_stays(h: &Harness) {
    h.licensed_entity(&h.holder().await).await;
    arrives(h, filing("", Some(4), demo::HOLDER.license_number)).await;
    let entity = entity::Entity::find().one(&h.backend.database).await;
    assert_eq!(entity.unwrap().unwrap().name, demo::HOLDER.name);
    assert_eq!(count_events(h, "entity.changed").await, 0);
}

on_each_database!(s6_another_providers_access_goes_and_comes_back);
async fn s6_another_providers_access_goes_and_comes_back(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let database = &h.backend.database;
    // A file that says the same as an earlier one would be a repetition of it.
    for (nature, is_present) in [(Some(4), true), (Some(4), false), (None, true)] {
        let mut filing = filing("", nature, demo::HOLDER.license_number);
        let other = AccessRow {
            access_id: None,
            access_authority_id: 77,
            provider_id: demo::OTHER_PROVIDER_ID,
            ips: Vec::new(),
        };
        filing.websites[0].accesses = is_present.then_some(other).into_iter().collect();
        arrives(h, filing).await;
        let is_known = has_other_access(database, shop.id).await.unwrap();
        assert_eq!(is_known, is_present);
    }
    let others = access::Entity::find()
        .filter(access::Column::ProviderId.is_not_null())
        .all(database)
        .await
        .unwrap();
    let [other] = others.as_slice() else {
        panic!("{others:?}")
    };
    assert_eq!(other.canceled_at, None);
}

on_each_database!(a_nature_that_only_the_table_knows_is_kept);
async fn a_nature_that_only_the_table_knows_is_kept(h: &Harness) {
    h.licensed_entity(&h.holder().await).await;
    let row = CodeTableRow {
        table: "Dwxz_xx".to_owned(),
        code: 7,
        text: "民办非企业单位".to_owned(),
        class: None,
        valid: true,
    };
    h.authority
        .send(vec![Document::CodeTables { rows: vec![row] }]);
    exchange(h, &h.backend).await;
    let nature = async || {
        let entity = entity::Entity::find().one(&h.backend.database).await;
        entity.unwrap().unwrap().nature
    };
    arrives(h, filing("", Some(7), demo::HOLDER.license_number)).await;
    assert_eq!(nature().await.as_deref(), Some("7:民办非企业单位"));
    arrives(h, filing("", Some(99), demo::HOLDER.license_number)).await;
    assert_eq!(nature().await.as_deref(), Some("7:民办非企业单位"));
}
