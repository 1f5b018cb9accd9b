//! `policy.server`: each condition of S21 under another value.

use crate::harness::{Harness, on_each_database};
use crate::steps::{application, code, issue_code, problems, submit_first_license, verify_code};
use backend::backend::Backend;
use backend::caller::Caller;
use backend::commands::applications::verify_product::verify_product;
use backend::commands::codes::apply::apply;
use backend::jobs::hold_applications::hold_applications;
use backend::queries::servers::servers;
use backend::store::entities::cloud_server::ActiveModel;
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;
use shared::authorization_code::VerifyRefusal;
use shared::cloud_server::Ineligibility;
use shared::policy::{BillingRule, RegionRule, ServerPolicy, TermBasis};
use shared::problem::Problem;

/// A holder whose only server is eligible but for what a test changes of it.
async fn holder_of_server(h: &Harness, change: impl FnOnce(&mut ActiveModel)) -> Caller {
    let holder = h.holder().await;
    let mut server = ActiveModel::from(h.eligible_server(&holder).await);
    change(&mut server);
    server.update(&h.backend.database).await.unwrap();
    holder
}

fn lasts(server: &mut ActiveModel, starts_on: &str, ends_on: &str) {
    server.term_starts_on = Set(Some(starts_on.to_owned()));
    server.term_ends_on = Set(Some(ends_on.to_owned()));
}

fn under(h: &Harness, change: impl FnOnce(&mut ServerPolicy)) -> Backend {
    h.with_settings(|settings| change(&mut settings.policy.server))
}

/// What speaks against the holder's server under a policy. The list and the command have to
/// say the same.
async fn failed(
    h: &Harness,
    holder: &Caller,
    change: impl FnOnce(&mut ServerPolicy),
) -> Vec<Ineligibility> {
    let backend = under(h, change);
    let row = servers(&backend, holder).await.unwrap().remove(0);
    let failed = row.failed;
    let outcome = apply(&backend, holder, row.id, 1, &backend.random_key()).await;
    if failed.is_empty() {
        outcome.unwrap();
    } else {
        let refused = Problem::ServerNotEligible {
            failed: failed.clone(),
        };
        assert_eq!(problems(outcome), [refused]);
    }
    failed
}

const fn too_short(required_months: u32, inclusive: bool) -> [Ineligibility; 1] {
    [Ineligibility::TermTooShort {
        required_months,
        inclusive,
        basis: TermBasis::Total,
    }]
}

on_each_database!(s21_the_term_must_exceed_the_months_of_policy);
async fn s21_the_term_must_exceed_the_months_of_policy(h: &Harness) {
    let six_months = |server: &mut ActiveModel| lasts(server, "2026-11-23", "2027-05-23");
    let holder = holder_of_server(h, six_months).await;
    assert_eq!(failed(h, &holder, |_| ()).await, []);
    let found = failed(h, &holder, |policy| policy.min_term_months = 6).await;
    assert_eq!(found, too_short(6, false));
    let found = failed(h, &holder, |policy| policy.min_term_months = 5).await;
    assert_eq!(found, []);
}

on_each_database!(s21_exactly_the_months_are_enough_where_policy_includes_them);
async fn s21_exactly_the_months_are_enough_where_policy_includes_them(h: &Harness) {
    let three_months = |server: &mut ActiveModel| lasts(server, "2026-11-23", "2027-02-23");
    let holder = holder_of_server(h, three_months).await;
    assert_eq!(failed(h, &holder, |_| ()).await, too_short(3, false));
    let found = failed(h, &holder, |policy| policy.inclusive = true).await;
    assert_eq!(found, []);
    let four = |policy: &mut ServerPolicy| {
        policy.inclusive = true;
        policy.min_term_months = 4;
    };
    assert_eq!(failed(h, &holder, four).await, too_short(4, true));
}

on_each_database!(s21_what_is_left_of_the_term_counts_where_policy_says_so);
async fn s21_what_is_left_of_the_term_counts_where_policy_says_so(h: &Harness) {
    let nearly_over = |server: &mut ActiveModel| lasts(server, "2026-01-23", "2027-01-23");
    let holder = holder_of_server(h, nearly_over).await;
    assert_eq!(failed(h, &holder, |_| ()).await, []);
    let found = failed(h, &holder, |policy| policy.basis = TermBasis::Remaining).await;
    let too_little_left = Ineligibility::TermTooShort {
        required_months: 3,
        inclusive: false,
        basis: TermBasis::Remaining,
    };
    assert_eq!(found, [too_little_left]);
}

on_each_database!(s21_so_many_days_must_be_left_as_policy_says);
async fn s21_so_many_days_must_be_left_as_policy_says(h: &Harness) {
    // 30 days from today.
    let nearly_over = |server: &mut ActiveModel| lasts(server, "2025-12-23", "2026-12-23");
    let holder = holder_of_server(h, nearly_over).await;
    for (days, expected) in [
        (0, vec![]),
        (30, vec![]),
        (
            31,
            vec![Ineligibility::TooFewDaysLeft { required_days: 31 }],
        ),
    ] {
        let found = failed(h, &holder, |policy| policy.min_remaining_days = days).await;
        assert_eq!(found, expected, "{days}");
    }
}

on_each_database!(s21_any_billing_and_any_region_will_do_where_policy_says_so);
async fn s21_any_billing_and_any_region_will_do_where_policy_says_so(h: &Harness) {
    let abroad_and_unpaid = |server: &mut ActiveModel| {
        server.billing = Set("pay_as_you_go".to_owned());
        server.term_starts_on = Set(None);
        server.term_ends_on = Set(None);
        server.mainland = Set(false);
    };
    let holder = holder_of_server(h, abroad_and_unpaid).await;
    let any_billing = |policy: &mut ServerPolicy| policy.billing = BillingRule::Any;
    let any_region = |policy: &mut ServerPolicy| policy.regions = RegionRule::Any;
    let both = |policy: &mut ServerPolicy| {
        any_billing(policy);
        any_region(policy);
    };
    let (unpaid, abroad) = (Ineligibility::NotPrepaid, Ineligibility::NotMainland);
    let [short] = too_short(3, false);
    assert_eq!(failed(h, &holder, |_| ()).await, [unpaid, short, abroad]);
    assert_eq!(failed(h, &holder, any_billing).await, [abroad]);
    assert_eq!(failed(h, &holder, any_region).await, [unpaid, short]);
    assert_eq!(failed(h, &holder, both).await, []);
}

on_each_database!(s29_a_code_is_verified_under_the_policy_in_force);
async fn s29_a_code_is_verified_under_the_policy_in_force(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let strict = under(h, |policy| policy.min_remaining_days = 400);
    let verify = async |backend: &Backend| {
        let input = verify_code("first_license", "a", &text);
        verify_product(backend, &partner, input).await
    };
    let failed = vec![Ineligibility::TooFewDaysLeft { required_days: 400 }];
    let why = VerifyRefusal::ServerNotEligible { failed };
    assert_eq!(
        problems(verify(&strict).await),
        [Problem::CodeRefused { why }]
    );
    assert_eq!(code(h, row.id).await.status, "unused");
    verify(&h.backend).await.unwrap();
    assert_eq!(code(h, row.id).await.status, "licensing");
}

on_each_database!(r3_an_application_is_held_under_the_policy_in_force);
async fn r3_an_application_is_held_under_the_policy_in_force(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let id = submit_first_license(h, &h.partner().await, &text, "shili.cn").await;
    let strict = under(h, |policy| policy.min_term_months = 24);
    for (backend, expected) in [(&strict, Some("server_gone")), (&h.backend, None)] {
        hold_applications(backend).await.unwrap();
        assert_eq!(application(h, id).await.hold_reason.as_deref(), expected);
    }
    h.run_jobs().await;
}
