//! `policy.cancel`: how often a license password may be wrong, and for how long it locks.

use crate::harness::{Harness, on_each_database};
use crate::steps::{cancellation, codes_of, problems, submit_cancellation};
use backend::backend::Backend;
use backend::caller::Caller;
use backend::commands::cancel_access::submit::submit;
use backend::queries::cancel_access::cancel_access;
use chrono::{DateTime, Duration, Utc};
use ports::authority::fake::PASSWORD_TRIES;
use shared::problem::Problem;
use shared::wire::license::CancelAccessInput;

/// The problem of a wrong password.
async fn wrong(backend: &Backend, holder: &Caller, website_id: i64) -> Problem {
    let input = CancelAccessInput {
        license_password: "wrong".to_owned(),
        ..cancellation(website_id, "k")
    };
    problems(submit(backend, holder, input).await).remove(0)
}

async fn locked_until(
    backend: &Backend,
    holder: &Caller,
    website_id: i64,
) -> Option<DateTime<Utc>> {
    let page = cancel_access(backend, holder, website_id).await;
    page.unwrap().locked_until
}

on_each_database!(s11_two_wrong_passwords_lock_where_policy_says_two);
async fn s11_two_wrong_passwords_lock_where_policy_says_two(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await.id;
    let two = h.with_settings(|settings| settings.policy.cancel.password_tries = 2);
    let first = wrong(&two, &holder, shop).await;
    assert_eq!(first, Problem::LicensePasswordWrong { tries_left: 1 });
    assert_eq!(locked_until(&two, &holder, shop).await, None);
    let until = h.backend.now() + Duration::hours(24);
    let second = wrong(&two, &holder, shop).await;
    assert_eq!(second, Problem::LicensePasswordLocked { until });
    assert_eq!(locked_until(&two, &holder, shop).await, Some(until));
    let right = submit(&two, &holder, cancellation(shop, "k")).await;
    assert_eq!(codes_of(right), ["license_password_locked"]);
    // Five tries would not be used up.
    assert_eq!(locked_until(&h.backend, &holder, shop).await, None);
    submit_cancellation(h, &holder, shop, "k").await;
    h.run_jobs().await;
}

on_each_database!(s11_the_lock_lasts_for_the_hours_of_policy);
async fn s11_the_lock_lasts_for_the_hours_of_policy(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await.id;
    let short = h.with_settings(|settings| settings.policy.cancel.lock_hours = 2);
    for _ in 0..4 {
        wrong(&short, &holder, shop).await;
    }
    let until = h.backend.now() + Duration::hours(2);
    let fifth = wrong(&short, &holder, shop).await;
    assert_eq!(fifth, Problem::LicensePasswordLocked { until });
    h.clock.advance(Duration::minutes(119));
    assert_eq!(locked_until(&short, &holder, shop).await, Some(until));
    let early = submit(&short, &holder, cancellation(shop, "k")).await;
    assert_eq!(codes_of(early), ["license_password_locked"]);
    h.clock.advance(Duration::minutes(1));
    assert_eq!(locked_until(&short, &holder, shop).await, None);
    submit(&short, &holder, cancellation(shop, "k"))
        .await
        .unwrap();
    h.run_jobs().await;
}

on_each_database!(s11_an_authority_that_stopped_checking_uses_up_no_try);
async fn s11_an_authority_that_stopped_checking_uses_up_no_try(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await.id;
    // More than the authority answers before msg_code 22.
    let patient = h.with_settings(|settings| {
        settings.policy.cancel.password_tries = PASSWORD_TRIES + 2;
    });
    for _ in 0..PASSWORD_TRIES {
        let problem = wrong(&patient, &holder, shop).await;
        assert!(matches!(problem, Problem::LicensePasswordWrong { .. }));
    }
    for _ in 0..3 {
        let problem = wrong(&patient, &holder, shop).await;
        assert_eq!(problem, Problem::LicensePasswordTriedTooOften);
    }
    assert_eq!(locked_until(&patient, &holder, shop).await, None);
}
