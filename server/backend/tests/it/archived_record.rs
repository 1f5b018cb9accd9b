//! S17: the record of an access that has ended, and a new access that is filled in from it.

use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, approve, authority_approves, exchange, first_license_form, issue_code,
    submit_cancellation,
};
use backend::commands::applications::verify_product::verify_product;
use backend::error::Error;
use backend::queries::archived_record::archived_record;
use backend::queries::cancel_access::cancel_access;
use backend::queries::filing::filing;
use backend::queries::licenses::licenses;
use backend::store::entities::website;
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;
use shared::field::Field;
use shared::problem::Problem;
use shared::wire::application::VerifyProductInput;
use shared::wire::license::AccessAgain;

on_each_database!(s17_the_record_stays_whole_and_fills_in_a_new_access);
async fn s17_the_record_stays_whole_and_fills_in_a_new_access(h: &Harness) {
    // Reminders to add access elsewhere.
    h.jobs_may_be_left();
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let filed = first_license_form("example-shop.cn");
    let mut detail = website::ActiveModel::from(shop.clone());
    let sealed = h.backend.cipher.seal("website.detail", &filed).unwrap();
    detail.detail_encrypted = Set(Some(sealed));
    detail.update(&h.backend.database).await.unwrap();

    let id = submit_cancellation(h, &holder, shop.id, "k").await;
    let page = cancel_access(&h.backend, &holder, shop.id).await.unwrap();
    let submitted = page.submitted.unwrap();
    assert_eq!(submitted.order.application_id, id);
    assert_eq!(submitted.status, "provider_review");
    approve(h, &h.reviewer().await, id).await;
    exchange(h, &h.backend).await;
    authority_approves(h).await;
    let page = cancel_access(&h.backend, &holder, shop.id).await.unwrap();
    assert_eq!(page.submitted.unwrap().status, "completed");

    let archive = licenses(&h.backend, &holder).await.unwrap().archive;
    let access_id = archive[0].access_id;
    let record = archived_record(&h.backend, &holder, access_id)
        .await
        .unwrap();
    assert_eq!(
        record.website_license_number,
        shop.license_number.unwrap_or_default()
    );
    assert_eq!(record.ips.len(), 1);
    assert_eq!(record.domains[0].domain, "example-shop.cn");
    let contact = record.filed.unwrap().entity.principal;
    assert_eq!(contact.name, "张三");
    assert_eq!(contact.mobile, "138****0000");
    let history: Vec<_> = record.applications.iter().map(|row| row.id).collect();
    assert_eq!(history, [id]);
    assert_eq!(record.again, AccessAgain::Possible);
    let other = archived_record(&h.backend, &h.partner().await, access_id).await;
    assert!(matches!(other, Err(Error::NotFound)));

    let (_, code) = issue_code(h, &holder).await;
    let input = VerifyProductInput {
        kind: "new_access".to_owned(),
        request_key: "again".to_owned(),
        product: "server".to_owned(),
        server: Some(code.server_id),
        website_id: Some(shop.id),
        ..VerifyProductInput::default()
    };
    let foreign = verify_product(&h.backend, &h.partner().await, input.clone()).await;
    assert!(matches!(foreign, Err(Error::NotFound)));
    let again = verify_product(&h.backend, &holder, input).await.unwrap();
    assert_eq!(application(h, again).await.domain, "example-shop.cn");
    let draft = filing(&h.backend, &holder, again).await.unwrap();
    assert_eq!(draft.form.website.domain, "example-shop.cn");
    assert_eq!(
        draft.form.website.license_number,
        record.website_license_number
    );
    assert_eq!(
        draft.form.entity.license_number,
        record.entity.license_number
    );
    assert_eq!(draft.form.entity.principal, filed.entity.principal);
    let missing: Vec<_> = draft.violations.iter().map(|found| found.field).collect();
    assert_eq!(missing, [Some(Field::LicensePassword)]);
    assert_eq!(draft.violations[0].problem, Problem::Required);
}
