//! First license and new access, from `Verify` to the license numbers.

use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, approve, authority_approves, authority_rejects, code, codes_of, issue_code,
    new_access_form, set_server_state, submit_first_license, verify_code,
};
use backend::commands::applications::{
    save_step::{SavingPage, save_step},
    submit::submit,
    verify_product::verify_product,
    withdraw::withdraw,
};
use backend::jobs::{expire_drafts::expire_drafts, hold_applications::hold_applications};
use backend::store::entities::{entity, website};
use chrono::Duration;
use ports::authority::demo;
use sea_orm::EntityTrait;
use shared::wire::application::VerifyProductInput;

on_each_database!(s33_a_first_license_brings_numbers_and_uses_its_code);
async fn s33_a_first_license_brings_numbers_and_uses_its_code(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    approve(h, &h.reviewer().await, id).await;
    authority_approves(h).await;
    let filing = application(h, id).await;
    assert_eq!(filing.status, "completed");
    assert_eq!(code(h, row.id).await.status, "used");
    let entity = entity::Entity::find()
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(entity.state, "licensed");
    assert!(
        entity
            .license_number
            .is_some_and(|number| number.contains("ICP备"))
    );
    let website = website::Entity::find()
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(website.state, "active");
    assert!(
        website
            .license_number
            .is_some_and(|number| number.ends_with("-1"))
    );
    // Submitting, handing over and issuing were told; the approval came with its numbers.
    assert_eq!(h.mailer.sent().len(), 3);
}

on_each_database!(a_new_access_needs_the_license_password);
async fn a_new_access_needs_the_license_password(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = verify_product(&h.backend, &partner, verify_code("new_access", "a", &text))
        .await
        .unwrap();
    let form = new_access_form();
    let version = application(h, id).await.version;
    let left = save_step(
        &h.backend,
        &partner,
        id,
        SavingPage::opened_at(version),
        form.clone(),
        None,
    )
    .await
    .unwrap();
    assert_eq!(left.len(), 1, "{left:?}");
    let mut version = version + 1;
    for (password, expected) in [
        ("wrong", Some("license_password_wrong")),
        (demo::PARTNER.license_password, None),
    ] {
        let password = Some(password.to_owned());
        save_step(
            &h.backend,
            &partner,
            id,
            SavingPage::opened_at(version),
            form.clone(),
            password,
        )
        .await
        .unwrap();
        version += 1;
        let outcome = submit(&h.backend, &partner, id, version).await;
        match expected {
            Some(code) => assert_eq!(codes_of(outcome), [code]),
            None => outcome.unwrap(),
        }
    }
    approve(h, &h.reviewer().await, id).await;
    authority_approves(h).await;
    assert_eq!(application(h, id).await.status, "completed");
    let website = website::Entity::find()
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        website.license_number.as_deref(),
        Some(demo::PARTNER_SITE.license_number)
    );
}

on_each_database!(a_domain_that_is_licensed_already_is_refused);
async fn a_domain_that_is_licensed_already_is_refused(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = verify_product(
        &h.backend,
        &partner,
        verify_code("first_license", "a", &text),
    )
    .await
    .unwrap();
    let form = crate::steps::first_license_form(demo::PARTNER_SITE.domain);
    let version = application(h, id).await.version;
    save_step(
        &h.backend,
        &partner,
        id,
        SavingPage::opened_at(version),
        form,
        None,
    )
    .await
    .unwrap();
    let outcome = submit(&h.backend, &partner, id, version + 1).await;
    assert_eq!(codes_of(outcome), ["domain_already_filed"]);
    assert_eq!(application(h, id).await.status, "draft");
}

on_each_database!(an_own_server_carries_a_filing_without_a_code);
async fn an_own_server_carries_a_filing_without_a_code(h: &Harness) {
    let partner = h.partner().await;
    let server = h.eligible_server(&partner).await;
    let input = VerifyProductInput {
        kind: "first_license".to_owned(),
        request_key: "a".to_owned(),
        product: "server".to_owned(),
        server: Some(server.id),
        ..VerifyProductInput::default()
    };
    let id = verify_product(&h.backend, &partner, input.clone())
        .await
        .unwrap();
    let row = application(h, id).await;
    assert_eq!((row.server_id, row.code_id), (Some(server.id), None));
    // Changing to a code and back gives the code back.
    let (text, issued) = issue_code(h, &h.holder().await).await;
    let by_code = VerifyProductInput {
        application_id: id,
        ..verify_code("first_license", "b", &text)
    };
    verify_product(&h.backend, &partner, by_code).await.unwrap();
    assert_eq!(code(h, issued.id).await.status, "licensing");
    let back = VerifyProductInput {
        application_id: id,
        ..input
    };
    verify_product(&h.backend, &partner, back).await.unwrap();
    assert_eq!(code(h, issued.id).await.status, "unused");
}

on_each_database!(two_windows_cannot_overwrite_each_other);
async fn two_windows_cannot_overwrite_each_other(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = verify_product(
        &h.backend,
        &partner,
        verify_code("first_license", "a", &text),
    )
    .await
    .unwrap();
    let version = application(h, id).await.version;
    let form = crate::steps::first_license_form("one.cn");
    save_step(
        &h.backend,
        &partner,
        id,
        SavingPage::opened_at(version),
        form,
        None,
    )
    .await
    .unwrap();
    let late = crate::steps::first_license_form("two.cn");
    let outcome = save_step(
        &h.backend,
        &partner,
        id,
        SavingPage::opened_at(version),
        late,
        None,
    )
    .await;
    assert_eq!(codes_of(outcome), ["changed_meanwhile"]);
    assert_eq!(application(h, id).await.domain, "one.cn");
}

on_each_database!(the_last_value_wins_of_what_one_page_saves_again_and_again);
async fn the_last_value_wins_of_what_one_page_saves_again_and_again(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let code = verify_code("first_license", "a", &text);
    let id = verify_product(&h.backend, &partner, code).await.unwrap();
    let version = application(h, id).await.version;
    let save = |key: &str, number, domain: &str| {
        let page = SavingPage {
            version,
            key: key.to_owned(),
            number,
        };
        let form = crate::steps::first_license_form(domain);
        let (backend, partner) = (h.backend.clone(), partner.clone());
        async move { save_step(&backend, &partner, id, page, form, None).await }
    };
    save("typing", 1, "one.cn").await.unwrap();
    save("typing", 3, "three.cn").await.unwrap();
    // Overtaken on its way, and sent twice.
    save("typing", 2, "two.cn").await.unwrap();
    save("typing", 3, "again.cn").await.unwrap();
    assert_eq!(application(h, id).await.domain, "three.cn");
    // Another window does not know of it.
    let other = save("other", 1, "other.cn").await;
    assert_eq!(codes_of(other), ["changed_meanwhile"]);
    let (fourth, fifth) = tokio::join!(save("typing", 4, "four.cn"), save("typing", 5, "five.cn"));
    fourth.unwrap();
    fifth.unwrap();
    assert_eq!(application(h, id).await.domain, "five.cn");
}

on_each_database!(a_withdrawn_filing_keeps_its_code_and_can_be_submitted_again);
async fn a_withdrawn_filing_keeps_its_code_and_can_be_submitted_again(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    withdraw(&h.backend, &partner, id).await.unwrap();
    assert_eq!(application(h, id).await.status, "draft");
    assert_eq!(code(h, row.id).await.status, "licensing");
    let version = application(h, id).await.version;
    submit(&h.backend, &partner, id, version).await.unwrap();
    submit(&h.backend, &partner, id, version).await.unwrap();
    assert_eq!(application(h, id).await.status, "provider_review");
    h.run_jobs().await;
}

on_each_database!(a_filing_that_was_not_sent_yet_can_be_withdrawn_after_its_approval);
async fn a_filing_that_was_not_sent_yet_can_be_withdrawn_after_its_approval(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let (partner, reviewer) = (h.partner().await, h.reviewer().await);
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    approve(h, &reviewer, id).await;
    withdraw(&h.backend, &partner, id).await.unwrap();
    let withdrawn = application(h, id).await;
    assert_eq!(withdrawn.status, "draft");
    assert_eq!(code(h, row.id).await.status, "licensing");
    let dropped = website::Entity::find_by_id(withdrawn.website_id.unwrap())
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(dropped.state, "dropped");
    submit(&h.backend, &partner, id, withdrawn.version)
        .await
        .unwrap();
    approve(h, &reviewer, id).await;
    authority_approves(h).await;
    assert_eq!(application(h, id).await.status, "completed");
    assert_eq!(h.authority.entities().len(), entities_before() + 1);
}

/// What the demo authority knows from the beginning.
fn entities_before() -> usize {
    ports::authority::fake::FakeAuthority::demo()
        .entities()
        .len()
}

on_each_database!(after_the_authoritys_refusal_a_new_report_uses_new_ids);
async fn after_the_authoritys_refusal_a_new_report_uses_new_ids(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let (partner, reviewer) = (h.partner().await, h.reviewer().await);
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    approve(h, &reviewer, id).await;
    authority_rejects(h, "资料不全").await;
    let refused = application(h, id).await;
    assert_eq!(refused.status, "authority_rejected");
    assert_eq!(
        code(h, row.id).await.status,
        "licensing",
        "S32a: a rejection keeps the code"
    );
    submit(&h.backend, &partner, id, refused.version)
        .await
        .unwrap();
    approve(h, &reviewer, id).await;
    assert_ne!(application(h, id).await.access_id, refused.access_id);
    authority_approves(h).await;
    assert_eq!(application(h, id).await.status, "completed");
    assert_eq!(code(h, row.id).await.status, "used");
}

on_each_database!(r3_a_lost_server_holds_the_application_until_cured);
async fn r3_a_lost_server_holds_the_application_until_cured(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    set_server_state(h, row.server_id, "frozen").await;
    hold_applications(&h.backend).await.unwrap();
    hold_applications(&h.backend).await.unwrap();
    assert_eq!(
        application(h, id).await.hold_reason.as_deref(),
        Some("server_gone")
    );
    set_server_state(h, row.server_id, "running").await;
    hold_applications(&h.backend).await.unwrap();
    assert_eq!(application(h, id).await.hold_reason, None);
    approve(h, &h.reviewer().await, id).await;
    h.run_jobs().await;
}

on_each_database!(r2_an_idle_draft_is_reminded_of_and_ends);
async fn r2_an_idle_draft_is_reminded_of_and_ends(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = verify_product(
        &h.backend,
        &partner,
        verify_code("first_license", "a", &text),
    )
    .await
    .unwrap();
    for (days, mails) in [(6, 0), (1, 1), (0, 1), (8, 2), (15, 3), (14, 3)] {
        h.clock.advance(Duration::days(days));
        expire_drafts(&h.backend).await.unwrap();
        h.run_jobs().await;
        assert_eq!(h.mailer.sent().len(), mails, "after {days} more days");
    }
    assert_eq!(application(h, id).await.status, "draft");
    h.clock.advance(Duration::days(1));
    expire_drafts(&h.backend).await.unwrap();
    h.run_jobs().await;
    assert_eq!(application(h, id).await.status, "abandoned");
    assert_eq!(code(h, row.id).await.status, "unused");
    let mail = h.mailer.sent().pop().unwrap();
    assert!(mail.body.contains("is Unused again"), "{}", mail.body);
}

on_each_database!(r2_the_holder_is_told_that_an_idle_filing_took_its_code_along);
async fn r2_the_holder_is_told_that_an_idle_filing_took_its_code_along(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = submit_first_license(h, &partner, &text, "partner-shop.cn").await;
    withdraw(&h.backend, &partner, id).await.unwrap();
    h.clock.advance(Duration::days(45));
    expire_drafts(&h.backend).await.unwrap();
    h.run_jobs().await;
    assert_eq!(code(h, row.id).await.status, "invalid");
    let mail = h.mailer.sent().pop().unwrap();
    assert!(mail.body.contains("is now Invalid"), "{}", mail.body);
}

on_each_database!(the_list_of_applications_is_the_holders_own_last_touched_first);
async fn the_list_of_applications_is_the_holders_own_last_touched_first(h: &Harness) {
    let holder = h.holder().await;
    let partner = h.partner().await;
    let mut ids = Vec::new();
    for key in ["a", "b"] {
        let (text, _) = issue_code(h, &holder).await;
        let input = verify_code("first_license", key, &text);
        ids.insert(
            0,
            verify_product(&h.backend, &partner, input).await.unwrap(),
        );
        h.clock.advance(Duration::minutes(1));
    }
    let page = backend::queries::applications::applications(&h.backend, &partner, None)
        .await
        .unwrap();
    assert_eq!(page.items.iter().map(|row| row.id).collect::<Vec<_>>(), ids);
    let others = backend::queries::applications::applications(&h.backend, &holder, None)
        .await
        .unwrap();
    assert_eq!(others.items, []);
}
