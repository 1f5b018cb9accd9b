//! New access: whose entity, which website, and what the authority's data bring.

use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, approve, authority_approves, authority_rejects, codes_of, exchange,
    fill_in_new_access, issue_code, new_access_form, submit,
};
use backend::commands::applications::save_step::{SavingPage, save_step};
use backend::commands::applications::submit as submit_filing;
use backend::commands::cancel_access;
use backend::commands::review;
use backend::error::Error;
use backend::queries::licenses::licenses;
use backend::store::entities::{access, entity};
use ports::authority::fake::FakeEntity;
use ports::authority::{AccessRow, Document, FilingRow, WebsiteRow, demo};
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, EntityTrait, QueryOrder, Set};
use shared::application::FilingForm;
use shared::cancel_access::Unavailable;
use shared::field::Field;
use shared::problem::{Problem, Violation};
use shared::role::Role;

/// Another account has the entity of `demo::PARTNER`.
async fn license_to_another(h: &Harness) {
    let other = h.caller("partner2@example.com", Role::Holder).await;
    entity::ActiveModel {
        account_id: Set(other.account_id),
        state: Set("licensed".to_owned()),
        name: Set(demo::PARTNER.name.to_owned()),
        license_number: Set(Some(demo::PARTNER.license_number.to_owned())),
        created_at: Set(0),
        version: Set(1),
        ..Default::default()
    }
    .insert(&h.backend.database)
    .await
    .unwrap();
}

on_each_database!(an_entity_belongs_to_one_account);
async fn an_entity_belongs_to_one_account(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = fill_in_new_access(h, &partner, &text, new_access_form()).await;
    license_to_another(h).await;
    let calls = h.authority.calls().len();
    assert_eq!(
        codes_of(submit(h, &partner, id).await),
        ["entity_of_other_account"]
    );
    assert_eq!(h.authority.calls().len(), calls);
}

on_each_database!(of_two_accounts_under_review_one_gets_the_entity);
async fn of_two_accounts_under_review_one_gets_the_entity(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = fill_in_new_access(h, &partner, &text, new_access_form()).await;
    submit(h, &partner, id).await.unwrap();
    license_to_another(h).await;
    let version = application(h, id).await.version;
    let reviewer = h.reviewer().await;
    let outcome = review::approve::approve(&h.backend, &reviewer, id, version).await;
    assert_eq!(codes_of(outcome), ["entity_of_other_account"]);
    h.run_jobs().await;
}

/// A new access for another website of the entity of `demo::PARTNER`.
fn another_website(h: &Harness) -> FilingForm {
    let partner = |entity: &FakeEntity| {
        entity.filing.entity_license_number.as_deref() == Some(demo::PARTNER.license_number)
    };
    let mut entity = h.authority.entities().into_iter().find(partner).unwrap();
    let number = format!("{}-2", demo::PARTNER.license_number);
    let website = &mut entity.filing.websites[0];
    website.website_authority_id += 100;
    website.license_number = Some(number.clone());
    website.domains[0].name = "partner-two.cn".to_owned();
    website.accesses.clear();
    h.authority.know(entity);
    let mut form = new_access_form();
    form.website.license_number = number;
    form.website.domain = "partner-two.cn".to_owned();
    form
}

async fn entity_states(h: &Harness) -> Vec<String> {
    let entities = entity::Entity::find()
        .order_by_asc(entity::Column::Id)
        .all(&h.backend.database)
        .await;
    entities.unwrap().into_iter().map(|row| row.state).collect()
}

on_each_database!(an_entity_that_is_with_the_authority_is_not_approved_for_another_account);
async fn an_entity_that_is_with_the_authority_is_not_approved_for_another_account(h: &Harness) {
    h.jobs_may_be_left();
    let (holder, reviewer) = (h.holder().await, h.reviewer().await);
    let (partner, other) = (
        h.partner().await,
        h.caller("partner2@example.com", Role::Holder).await,
    );
    let (one, two) = (
        issue_code(h, &holder).await.0,
        issue_code(h, &holder).await.0,
    );
    let first = fill_in_new_access(h, &partner, &one, new_access_form()).await;
    let second = fill_in_new_access(h, &other, &two, another_website(h)).await;
    submit(h, &partner, first).await.unwrap();
    submit(h, &other, second).await.unwrap();
    approve(h, &reviewer, first).await;
    let try_second = async || {
        let version = application(h, second).await.version;
        review::approve::approve(&h.backend, &reviewer, second, version).await
    };
    assert_eq!(codes_of(try_second().await), ["entity_of_other_account"]);
    exchange(h, &h.backend).await;
    assert_eq!(codes_of(try_second().await), ["entity_of_other_account"]);
    // A refusal drops what was proposed, and the entity is free again.
    authority_rejects(h, "资料不全").await;
    assert_eq!(entity_states(h).await, ["dropped"]);
    try_second().await.unwrap();
    authority_approves(h).await;
    assert_eq!(entity_states(h).await, ["dropped", "licensed"]);
}

on_each_database!(two_orders_at_once_are_about_one_entity);
async fn two_orders_at_once_are_about_one_entity(h: &Harness) {
    h.jobs_may_be_left();
    let (holder, reviewer) = (h.holder().await, h.reviewer().await);
    let partner = h.partner().await;
    let several = h.with_settings(|settings| settings.policy.entity.one_order_at_a_time = false);
    let mut ids = Vec::new();
    for form in [new_access_form(), another_website(h)] {
        let (text, _) = issue_code(h, &holder).await;
        let id = fill_in_new_access(h, &partner, &text, form).await;
        let version = application(h, id).await.version;
        submit_filing::submit(&several, &partner, id, version)
            .await
            .unwrap();
        approve(h, &reviewer, id).await;
        ids.push(id);
    }
    exchange(h, &h.backend).await;
    // The refusal of one leaves the other its entity.
    assert!(h.authority.reject(1, "资料不全"));
    exchange(h, &h.backend).await;
    assert_eq!(entity_states(h).await, ["proposed"]);
    authority_approves(h).await;
    assert_eq!(application(h, ids[1]).await.status, "completed");
    assert_eq!(entity_states(h).await, ["licensed"]);
}

on_each_database!(the_website_must_be_the_domains);
async fn the_website_must_be_the_domains(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let mut form = new_access_form();
    form.website.license_number = format!("{}-2", demo::PARTNER.license_number);
    let id = fill_in_new_access(h, &partner, &text, form).await;
    let Err(Error::Refused(violations)) = submit(h, &partner, id).await else {
        panic!("not refused")
    };
    let license_number = demo::PARTNER_SITE.license_number.to_owned();
    assert_eq!(
        violations,
        [Violation::on(
            Field::WebsiteLicenseNumber,
            Problem::DomainFiledElsewhere { license_number }
        )]
    );
}

async fn only_access(h: &Harness) -> access::Model {
    access::Entity::find()
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap()
}

on_each_database!(an_access_learns_its_id_by_its_own_key);
async fn an_access_learns_its_id_by_its_own_key(h: &Harness) {
    let holder = h.holder().await;
    let (text, _) = issue_code(h, &holder).await;
    let partner = h.partner().await;
    let id = fill_in_new_access(h, &partner, &text, new_access_form()).await;
    submit(h, &partner, id).await.unwrap();
    approve(h, &h.reviewer().await, id).await;
    exchange(h, &h.backend).await;
    // The other provider's id of the entity is one that another entity has here.
    let taken = h.licensed_entity(&holder).await.id;
    let access = only_access(h).await;
    let filing = FilingRow {
        entity_id: Some(taken),
        entity_authority_id: 42,
        entity_name: demo::PARTNER.name.to_owned(),
        entity_nature_code: None,
        entity_license_number: None,
        websites: vec![WebsiteRow {
            website_id: None,
            website_authority_id: 43,
            name: demo::PARTNER_SITE.name.to_owned(),
            license_number: None,
            home_url: None,
            domains: Vec::new(),
            accesses: vec![AccessRow {
                access_id: Some(access.id),
                access_authority_id: 44,
                provider_id: demo::PROVIDER_ID,
                ips: Vec::new(),
            }],
        }],
    };
    let filings = vec![filing];
    h.authority.send(vec![Document::Filings { filings }]);
    exchange(h, &h.backend).await;
    assert_eq!(only_access(h).await.authority_id, Some(44));
}

on_each_database!(an_access_without_the_authoritys_id_cannot_be_canceled_yet);
async fn an_access_without_the_authoritys_id_cannot_be_canceled_yet(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    access::Entity::update_many()
        .col_expr(
            access::Column::AuthorityId,
            Expr::value(Option::<i64>::None),
        )
        .exec(&h.backend.database)
        .await
        .unwrap();
    let input = crate::steps::cancellation(shop.id, "k");
    let outcome = cancel_access::submit::submit(&h.backend, &holder, input).await;
    assert_eq!(codes_of(outcome), ["authority_data_pending"]);
    let pending = Some(Unavailable::AuthorityDataPending);
    let page = licenses(&h.backend, &holder).await.unwrap();
    assert_eq!(page.websites[0].cancel_unavailable, pending);
    let page = backend::queries::cancel_access::cancel_access(&h.backend, &holder, shop.id)
        .await
        .unwrap();
    assert_eq!(page.unavailable, pending);
}

on_each_database!(s11_a_password_that_the_authority_cannot_be_asked_about_is_not_kept);
async fn s11_a_password_that_the_authority_cannot_be_asked_about_is_not_kept(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = fill_in_new_access(h, &partner, &text, new_access_form()).await;
    let calls = h.authority.calls().len();
    let character = '😀';
    for (password, problem) in [
        ("Lic-😀".to_owned(), Problem::NotRepresentable { character }),
        ("x".repeat(65), Problem::TooLong { max: 64 }),
    ] {
        let version = application(h, id).await.version;
        let form = new_access_form();
        let left = save_step(
            &h.backend,
            &partner,
            id,
            SavingPage::opened_at(version),
            form,
            Some(password),
        )
        .await;
        let expected = Violation::on(Field::LicensePassword, problem);
        assert_eq!(left.unwrap(), [expected]);
        let row = application(h, id).await;
        assert_eq!(row.license_password_encrypted, None);
    }
    assert_eq!(codes_of(submit(h, &partner, id).await), ["required"]);
    assert_eq!(h.authority.calls().len(), calls);
}
