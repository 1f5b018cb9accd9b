//! What the authority's files say is carried out whole or not at all.

use super::leaves_nothing;
use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, approve, code, fill_in_new_access, issue_code, new_access_form, submit,
    submit_cancellation, submit_first_license,
};
use backend::commands::authority::process_download::process_download;
use backend::instant::to_millis;
use backend::jobs::send_reports::send_reports;
use backend::store::entities::authority_download::{ActiveModel, Model};
use backend::store::entities::{authority_report, website};
use ports::authority::{
    AccessRow, Authority, CanceledRecord, CancellationKind, CodeTableRow, Document, FilingRow,
    Operation, RecordResult, ResultLine, WebsiteRow, demo,
};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, EntityTrait};

/// The authority's next file, stored and confirmed.
async fn fetched(h: &Harness) -> Model {
    let file = h.authority.download().await.unwrap().unwrap();
    h.authority.acknowledge(&file.file_name).await.unwrap();
    let cipher = &h.backend.cipher;
    let content = cipher.encrypt("authority_download.content", &file.xml);
    let documents = cipher.seal("authority_download.documents", &file.documents);
    ActiveModel {
        file_name: Set(file.file_name),
        content_encrypted: Set(content.unwrap()),
        documents_encrypted: Set(documents.unwrap()),
        received_at: Set(to_millis(h.backend.now())),
        acknowledged_at: Set(None),
        processed_at: Set(None),
        ..Default::default()
    }
    .insert(&h.backend.database)
    .await
    .unwrap()
}

async fn next_file_is_carried_out_whole_or_not_at_all(h: &Harness) {
    let file = fetched(h).await;
    leaves_nothing(h, async |backend| process_download(backend, &file).await).await;
    h.jobs_may_be_left();
}

/// Approves an application here and hands it over.
async fn hand_over(h: &Harness, id: i64) {
    approve(h, &h.reviewer().await, id).await;
    send_reports(&h.backend).await.unwrap();
    assert_eq!(application(h, id).await.status, "authority_review");
}

async fn cancellation_at_the_authority(h: &Harness) -> i64 {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let id = submit_cancellation(h, &holder, shop.id, "k").await;
    hand_over(h, id).await;
    id
}

on_each_database!(an_approved_cancellation);
async fn an_approved_cancellation(h: &Harness) {
    let id = cancellation_at_the_authority(h).await;
    assert!(h.authority.approve(1));
    next_file_is_carried_out_whole_or_not_at_all(h).await;
    assert_eq!(application(h, id).await.status, "completed");
}

on_each_database!(an_approved_first_license_and_its_numbers);
async fn an_approved_first_license_and_its_numbers(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let id = submit_first_license(h, &h.partner().await, &text, "shili.cn").await;
    hand_over(h, id).await;
    assert!(h.authority.approve(1));
    next_file_is_carried_out_whole_or_not_at_all(h).await;
    assert_eq!(application(h, id).await.status, "completed");
    assert_eq!(code(h, row.id).await.status, "used");
    assert_eq!(only_website(h).await.license_number, None);
    next_file_is_carried_out_whole_or_not_at_all(h).await;
    assert_ne!(only_website(h).await.license_number, None);
}

on_each_database!(an_approved_new_access_and_its_numbers);
async fn an_approved_new_access_and_its_numbers(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = fill_in_new_access(h, &partner, &text, new_access_form()).await;
    submit(h, &partner, id).await.unwrap();
    hand_over(h, id).await;
    assert!(h.authority.approve(1));
    next_file_is_carried_out_whole_or_not_at_all(h).await;
    assert_eq!(application(h, id).await.status, "completed");
    assert_eq!(code(h, row.id).await.status, "used");
    assert_eq!(only_website(h).await.authority_id, None);
    next_file_is_carried_out_whole_or_not_at_all(h).await;
    let authority_id = only_website(h).await.authority_id;
    assert_eq!(authority_id, Some(demo::PARTNER_SITE.website_authority_id));
}

async fn only_website(h: &Harness) -> website::Model {
    let websites = website::Entity::find().all(&h.backend.database).await;
    let [website] = <[_; 1]>::try_from(websites.unwrap()).unwrap();
    website
}

on_each_database!(a_rejection);
async fn a_rejection(h: &Harness) {
    let id = cancellation_at_the_authority(h).await;
    assert!(h.authority.reject(1, "资料不全"));
    next_file_is_carried_out_whole_or_not_at_all(h).await;
    assert_eq!(application(h, id).await.status, "authority_rejected");
}

fn result(operation: Option<Operation>, code: i32) -> Document {
    let result = RecordResult {
        operation,
        key: Some(demo::SHOP.access_authority_id.to_string()),
        lines: vec![ResultLine { code, text: None }],
    };
    Document::Results {
        results: vec![result],
        opinions: Vec::new(),
    }
}

on_each_database!(a_failure_that_the_provider_has_to_look_at);
async fn a_failure_that_the_provider_has_to_look_at(h: &Harness) {
    let id = cancellation_at_the_authority(h).await;
    let failed = result(Some(Operation::CancelAccess), 1999);
    h.authority.send(vec![failed]);
    next_file_is_carried_out_whole_or_not_at_all(h).await;
    assert_eq!(application(h, id).await.status, "provider_review");
}

on_each_database!(an_answer_that_fits_two_reports);
async fn an_answer_that_fits_two_reports(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let filing = submit_first_license(h, &h.partner().await, &text, "shili.cn").await;
    hand_over(h, filing).await;
    let cancellation = cancellation_at_the_authority(h).await;
    let key = demo::SHOP.access_authority_id;
    authority_report::Entity::update_many()
        .col_expr(
            authority_report::Column::Keys,
            Expr::value(format!("[\"{key}\"]")),
        )
        .exec(&h.backend.database)
        .await
        .unwrap();
    h.authority.send(vec![result(None, 1001)]);
    next_file_is_carried_out_whole_or_not_at_all(h).await;
    for id in [filing, cancellation] {
        assert_eq!(application(h, id).await.status, "authority_review");
    }
}

/// The register has the shop and its entity under other names and numbers.
fn renamed() -> FilingRow {
    FilingRow {
        entity_id: None,
        entity_authority_id: demo::HOLDER.entity_authority_id,
        entity_name: "上海示例科技有限公司".to_owned(),
        entity_nature_code: Some(4),
        entity_license_number: Some("沪ICP备20269999号".to_owned()),
        websites: vec![WebsiteRow {
            website_id: None,
            website_authority_id: demo::SHOP.website_authority_id,
            name: demo::SHOP.name.to_owned(),
            license_number: Some("沪ICP备20269999号-1".to_owned()),
            home_url: None,
            domains: Vec::new(),
            accesses: vec![AccessRow {
                access_id: None,
                access_authority_id: 77,
                provider_id: demo::OTHER_PROVIDER_ID,
                ips: Vec::new(),
            }],
        }],
    }
}

on_each_database!(data_of_the_register_that_changes_names);
async fn data_of_the_register_that_changes_names(h: &Harness) {
    h.licensed_website(&h.holder().await, "example-shop.cn")
        .await;
    let filings = vec![renamed()];
    h.authority.send(vec![Document::Filings { filings }]);
    next_file_is_carried_out_whole_or_not_at_all(h).await;
    let number = only_website(h).await.license_number;
    assert_eq!(number.as_deref(), Some("沪ICP备20269999号-1"));
}

on_each_database!(a_cancellation_of_a_website_by_the_authority);
async fn a_cancellation_of_a_website_by_the_authority(h: &Harness) {
    canceled_by_the_authority(h, CancellationKind::Website).await;
}

on_each_database!(a_cancellation_of_an_entity_by_the_authority);
async fn a_cancellation_of_an_entity_by_the_authority(h: &Harness) {
    canceled_by_the_authority(h, CancellationKind::Entity).await;
}

/// With a cancellation of the holder's under review.
async fn canceled_by_the_authority(h: &Harness, kind: CancellationKind) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let id = submit_cancellation(h, &holder, shop.id, "k").await;
    let record_id = match kind {
        CancellationKind::Entity => demo::HOLDER.entity_authority_id,
        _ => demo::SHOP.website_authority_id,
    };
    let records = vec![CanceledRecord {
        kind,
        record_id,
        note: None,
    }];
    h.authority.send(vec![Document::Cancellations { records }]);
    next_file_is_carried_out_whole_or_not_at_all(h).await;
    assert_eq!(only_website(h).await.state, "archived");
    assert_eq!(application(h, id).await.status, "withdrawn");
}

on_each_database!(a_cancellation_by_the_authority_and_a_table_of_reasons);
async fn a_cancellation_by_the_authority_and_a_table_of_reasons(h: &Harness) {
    h.licensed_website(&h.holder().await, "example-shop.cn")
        .await;
    let records = vec![CanceledRecord {
        kind: CancellationKind::Access,
        record_id: demo::SHOP.access_authority_id,
        note: None,
    }];
    let rows = vec![CodeTableRow {
        table: "Zxly_xx".to_owned(),
        code: 7,
        text: "迁移".to_owned(),
        class: None,
        valid: true,
    }];
    h.authority.send(vec![
        Document::Cancellations { records },
        Document::CodeTables { rows },
    ]);
    next_file_is_carried_out_whole_or_not_at_all(h).await;
    assert_eq!(only_website(h).await.state, "archived");
}
