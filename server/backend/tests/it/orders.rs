//! Orders of one account: forms sent again, clicks sent twice, orders that wait for others.

use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, cancellation, codes_of, fill_in_new_access, first_license_form, issue_code,
    new_access_form, problems, set_server_state, submit, submit_cancellation, submit_first_license,
    verify_code,
};
use backend::commands::applications::{
    save_step::{SavingPage, save_step},
    submit as submit_filing,
    verify_product::verify_product,
    withdraw::withdraw,
};
use backend::commands::{cancel_access, license_password};
use backend::error::Error;
use backend::store::entities::{application as applications, audit_event};
use ports::authority::demo;
use ports::authority::fake::Call;
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use shared::application::WaitsFor;
use shared::problem::Problem;
use shared::role::Action;
use shared::wire::application::{TimelineEvent, VerifyProductInput};

fn by_server(key: &str, server: i64) -> VerifyProductInput {
    VerifyProductInput {
        kind: "first_license".to_owned(),
        request_key: key.to_owned(),
        product: "server".to_owned(),
        server: Some(server),
        ..VerifyProductInput::default()
    }
}

on_each_database!(an_old_form_sent_again_changes_nothing);
async fn an_old_form_sent_again_changes_nothing(h: &Harness) {
    let holder = h.holder().await;
    let (text, _) = issue_code(h, &holder).await;
    let partner = h.partner().await;
    let own = h.eligible_server(&partner).await.id;
    // The key of its first form is the domain.
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    let before = application(h, id).await;
    let again = verify_product(&h.backend, &partner, by_server("shili.cn", own)).await;
    assert_eq!(again.unwrap(), id);
    assert_eq!(application(h, id).await, before);

    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let cancellation = submit_cancellation(h, &holder, shop.id, "k").await;
    let before = application(h, cancellation).await;
    let input = verify_code("new_access", "k", &issue_code(h, &holder).await.0);
    let again = verify_product(&h.backend, &holder, input).await;
    assert_eq!(again.unwrap(), cancellation);
    assert_eq!(application(h, cancellation).await, before);
    h.run_jobs().await;
}

on_each_database!(a_filing_submitted_twice_at_once_is_submitted_once);
async fn a_filing_submitted_twice_at_once_is_submitted_once(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = fill_in_new_access(h, &partner, &text, new_access_form()).await;
    let version = application(h, id).await.version;
    let second = h.second_process();
    let (one, two) = tokio::join!(
        submit_filing::submit(&h.backend, &partner, id, version),
        submit_filing::submit(&second, &partner, id, version),
    );
    one.unwrap();
    two.unwrap();
    let submitted = audit_event::Entity::find()
        .filter(audit_event::Column::Kind.eq(TimelineEvent::Submitted.code()))
        .count(&h.backend.database)
        .await
        .unwrap();
    assert_eq!(submitted, 1);
    h.run_jobs().await;
}

on_each_database!(s11_the_right_password_never_locks);
async fn s11_the_right_password_never_locks(h: &Harness) {
    let number = demo::PARTNER.license_number;
    let partner = h.partner().await;
    let permit = partner.permit(Action::FileApplication).unwrap();
    for _ in 0..6 {
        license_password::confirm(&h.backend, &permit, number, demo::PARTNER.license_password)
            .await
            .unwrap();
    }
}

on_each_database!(a_refusal_known_before_costs_no_password_check);
async fn a_refusal_known_before_costs_no_password_check(h: &Harness) {
    let holder = h.holder().await;
    let partner = h.partner().await;
    let (first, _) = issue_code(h, &holder).await;
    let running = submit_first_license(h, &partner, &first, "shili.cn").await;
    let (text, code) = issue_code(h, &holder).await;
    let id = fill_in_new_access(h, &partner, &text, new_access_form()).await;
    for _ in 0..6 {
        let waits = waits_for(submit(h, &partner, id).await);
        assert_eq!(waits, WaitsFor::AnyOrder);
    }
    withdraw(&h.backend, &partner, running).await.unwrap();
    set_server_state(h, code.server_id, "frozen").await;
    for _ in 0..6 {
        assert_eq!(
            codes_of(submit(h, &partner, id).await),
            ["server_not_eligible"]
        );
    }
    assert_eq!(password_checks(h), 0);
    set_server_state(h, code.server_id, "running").await;
    submit(h, &partner, id).await.unwrap();
    assert_eq!(password_checks(h), 1);
    h.run_jobs().await;
}

/// Why the order has to wait.
fn waits_for<T: std::fmt::Debug>(outcome: Result<T, Error>) -> WaitsFor {
    match problems(outcome).as_slice() {
        [Problem::OrderInProgress { why, .. }] => *why,
        other => panic!("{other:?}"),
    }
}

fn password_checks(h: &Harness) -> usize {
    let calls = h.authority.calls();
    calls
        .iter()
        .filter(|call| matches!(call, Call::VerifyPassword { .. }))
        .count()
}

on_each_database!(s9_policy_may_let_several_orders_run_but_one_about_one_thing);
async fn s9_policy_may_let_several_orders_run_but_one_about_one_thing(h: &Harness) {
    let several = h.with_settings(|settings| settings.policy.entity.one_order_at_a_time = false);
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let blog = h.licensed_website(&holder, "example-blog.cn").await;
    for (website, key) in [(shop.id, "a"), (blog.id, "b")] {
        cancel_access::submit::submit(&several, &holder, cancellation(website, key))
            .await
            .unwrap();
    }
    let again = cancel_access::submit::submit(&several, &holder, cancellation(shop.id, "c")).await;
    assert_eq!(waits_for(again), WaitsFor::SameWebsite);
    let running = applications::Entity::find()
        .filter(applications::Column::Status.eq("provider_review"))
        .count(&h.backend.database)
        .await
        .unwrap();
    assert_eq!(running, 2);
    h.run_jobs().await;
}

on_each_database!(s9_one_account_files_one_first_license_at_a_time);
async fn s9_one_account_files_one_first_license_at_a_time(h: &Harness) {
    let several = h.with_settings(|settings| settings.policy.entity.one_order_at_a_time = false);
    let partner = h.partner().await;
    let server = h.eligible_server(&partner).await.id;
    let mut outcomes = Vec::new();
    for domain in ["one.cn", "two.cn"] {
        let id = verify_product(&several, &partner, by_server(domain, server))
            .await
            .unwrap();
        let version = application(h, id).await.version;
        let form = first_license_form(domain);
        save_step(
            &several,
            &partner,
            id,
            SavingPage::opened_at(version),
            form,
            None,
        )
        .await
        .unwrap();
        let version = application(h, id).await.version;
        outcomes.push(submit_filing::submit(&several, &partner, id, version).await);
    }
    assert_eq!(waits_for(outcomes.pop().unwrap()), WaitsFor::FirstLicense);
    outcomes.pop().unwrap().unwrap();
    // Another kind need not wait.
    let (text, _) = issue_code(h, &h.holder().await).await;
    let id = fill_in_new_access(h, &partner, &text, new_access_form()).await;
    let version = application(h, id).await.version;
    submit_filing::submit(&several, &partner, id, version)
        .await
        .unwrap();
    h.run_jobs().await;
}
