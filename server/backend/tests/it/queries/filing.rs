//! The wizard of a filing.

use super::rows::filing_form;
use crate::harness::{Harness, on_each_database};
use crate::steps::{fill_in_new_access, issue_code, new_access_form, submit, submit_cancellation};
use backend::caller::Caller;
use backend::commands::codes::disable_by_staff::disable_by_staff;
use backend::error::Error;
use backend::queries::filing::filing;
use backend::queries::licenses::order_in_the_way;
use ports::authority::demo;
use sea_orm::ActiveValue::Set;
use shared::application::{ApplicationKind, EntityForm, FilingStep};
use shared::field::Field;
use shared::problem::{Problem, Violation};
use shared::wire::application::FilingPage;

on_each_database!(the_form_is_in_clear_for_its_holder_only);
async fn the_form_is_in_clear_for_its_holder_only(h: &Harness) {
    let partner = h.partner().await;
    let row = h.draft(&partner, "FL-20261123-0001").await;
    let page = filing(&h.backend, &partner, row.id).await.unwrap();
    assert_eq!(page.form, filing_form());
    assert!(!page.has_license_password);
    let refused = filing(&h.backend, &h.holder().await, row.id).await;
    assert!(matches!(refused, Err(Error::NotFound)));
}

on_each_database!(a_cancellation_has_no_wizard);
async fn a_cancellation_has_no_wizard(h: &Harness) {
    let holder = h.holder().await;
    let kind = ApplicationKind::CancelAccess;
    let row = h
        .application(&holder, kind, "CA-20261123-0001", |_| ())
        .await;
    assert!(matches!(
        filing(&h.backend, &holder, row.id).await,
        Err(Error::NotFound)
    ));
}

on_each_database!(everything_that_is_missing_is_told_at_once);
async fn everything_that_is_missing_is_told_at_once(h: &Harness) {
    let holder = h.holder().await;
    let server = h.eligible_server(&holder).await;
    let unverified = h.draft(&holder, "FL-20261123-0001").await;
    let page = filing(&h.backend, &holder, unverified.id).await.unwrap();
    assert_eq!(page.product, None);
    assert_eq!(page.servers.len(), 1);
    assert_eq!(page.first_open_step, FilingStep::Verify);
    let missing = Violation::general(Problem::ProductNotVerified);
    assert!(page.violations.contains(&missing));
    assert!(
        page.violations
            .iter()
            .any(|violation| violation.field == Some(Field::EntityAddress))
    );

    let kind = ApplicationKind::FirstLicense;
    let verified = h
        .application(&holder, kind, "FL-20261123-0002", |row| {
            row.server_id = Set(Some(server.id));
            row.public_ip = Set(server.public_ip.clone());
        })
        .await;
    let page = filing(&h.backend, &holder, verified.id).await.unwrap();
    assert_eq!(page.product.unwrap().server_name, server.name);
    assert!(!page.violations.contains(&missing));
    assert_eq!(page.first_open_step, FilingStep::Entity);
}

on_each_database!(what_submit_would_refuse_is_told_before);
async fn what_submit_would_refuse_is_told_before(h: &Harness) {
    let (text, code) = issue_code(h, &h.partner().await).await;
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let mut form = new_access_form();
    form.entity = EntityForm::default();
    form.website.license_number = format!("{}-9", demo::HOLDER.license_number);
    let id = fill_in_new_access(h, &holder, &text, form).await;
    let page = |h| filing_of(h, &holder, id);
    assert_eq!(page(h).await.violations, []);
    assert_eq!(order_in_the_way(&h.backend, &holder).await.unwrap(), None);

    let running = submit_cancellation(h, &holder, shop.id, "k").await;
    disable_by_staff(&h.backend, &h.supervisor().await, code.id, "resold")
        .await
        .unwrap();
    let told = page(h).await;
    assert_eq!(told.first_open_step, FilingStep::Verify);
    let refused = match submit(h, &holder, id).await {
        Err(Error::Refused(violations)) => violations,
        other => panic!("{other:?}"),
    };
    assert_eq!(told.violations, refused);
    let fields: Vec<_> = refused.iter().map(|found| found.field).collect();
    assert_eq!(fields, [Some(Field::AuthorizationCode), None]);
    let other = order_in_the_way(&h.backend, &holder).await.unwrap();
    assert_eq!(other.unwrap().application_id, running);
    h.run_jobs().await;
}

async fn filing_of(h: &Harness, holder: &Caller, id: i64) -> FilingPage {
    filing(&h.backend, holder, id).await.unwrap()
}

on_each_database!(the_server_behind_somebody_else_s_code_stays_unnamed);
async fn the_server_behind_somebody_else_s_code_stays_unnamed(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let server = h.eligible_server(&holder).await;
    let (code, text) = h.unused_code(server.id, &holder, h.backend.now()).await;
    let kind = ApplicationKind::FirstLicense;
    let row = h
        .application(&partner, kind, "FL-20261123-0001", |row| {
            row.server_id = Set(Some(server.id));
            row.code_id = Set(Some(code.id));
            row.public_ip = Set(server.public_ip.clone());
        })
        .await;
    let product = filing(&h.backend, &partner, row.id)
        .await
        .unwrap()
        .product
        .unwrap();
    assert_eq!(product.server_name, "");
    assert_eq!(
        (Some(product.public_ip), product.code),
        (server.public_ip, Some(text.to_string()))
    );
}

on_each_database!(new_access_offers_the_own_entity);
async fn new_access_offers_the_own_entity(h: &Harness) {
    let holder = h.holder().await;
    h.licensed_entity(&holder).await;
    let first = h.draft(&holder, "FL-20261123-0001").await;
    assert_eq!(
        filing(&h.backend, &holder, first.id).await.unwrap().entity,
        None
    );
    let kind = ApplicationKind::NewAccess;
    let access = h
        .application(&holder, kind, "NA-20261123-0001", |_| ())
        .await;
    let entity = filing(&h.backend, &holder, access.id)
        .await
        .unwrap()
        .entity
        .unwrap();
    assert_eq!(entity.license_number, "京ICP备20260001号");
}
