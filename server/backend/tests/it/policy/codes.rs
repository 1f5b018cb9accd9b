//! `policy.code`.

use crate::harness::{Harness, on_each_database};
use crate::steps::problems;
use backend::backend::Backend;
use backend::caller::Caller;
use backend::commands::codes::apply::apply;
use backend::jobs::expire_codes::expire_codes;
use backend::queries::servers::servers;
use backend::store::entities::authorization_code::{Column, Entity};
use chrono::{DateTime, Duration, Utc};
use sea_orm::{EntityTrait, QueryOrder};
use shared::authorization_code::QuotaRefused;
use shared::problem::Problem;

/// Applies for codes of one server, and says what is left where that is refused.
async fn refusal(backend: &Backend, holder: &Caller, server: i64, count: u32) -> Option<u32> {
    let outcome = apply(backend, holder, server, count, &backend.random_key()).await;
    if outcome.is_ok() {
        return None;
    }
    match problems(outcome).as_slice() {
        [
            Problem::Quota {
                why: QuotaRefused::MoreThanRemaining { remaining },
            },
        ] => Some(*remaining),
        other => panic!("{other:?}"),
    }
}

on_each_database!(s23_a_quota_of_one_refuses_the_second_code);
async fn s23_a_quota_of_one_refuses_the_second_code(h: &Harness) {
    let holder = h.holder().await;
    let server = h.eligible_server(&holder).await.id;
    let one = h.with_settings(|settings| settings.policy.code.quota = 1);
    assert_eq!(refusal(&one, &holder, server, 2).await, Some(1));
    assert_eq!(refusal(&one, &holder, server, 1).await, None);
    assert_eq!(refusal(&one, &holder, server, 1).await, Some(0));
    let row = servers(&one, &holder).await.unwrap().remove(0);
    assert_eq!((row.quota, row.issued, row.remaining), (1, 1, 0));
    // The same server under the default, and under more than the default.
    assert_eq!(refusal(&h.backend, &holder, server, 4).await, None);
    assert_eq!(refusal(&h.backend, &holder, server, 1).await, Some(0));
    let seven = h.with_settings(|settings| settings.policy.code.quota = 7);
    assert_eq!(refusal(&seven, &holder, server, 2).await, None);
    assert_eq!(refusal(&seven, &holder, server, 1).await, Some(0));
    // A quota that was lowered takes nothing away, and leaves nothing.
    let row = servers(&one, &holder).await.unwrap().remove(0);
    assert_eq!((row.quota, row.issued, row.remaining), (1, 7, 0));
}

on_each_database!(s24_a_validity_of_two_years_ends_two_years_later);
async fn s24_a_validity_of_two_years_ends_two_years_later(h: &Harness) {
    let holder = h.holder().await;
    let server = h.eligible_server(&holder).await.id;
    let two = h.with_settings(|settings| settings.policy.code.validity_years = 2);
    for backend in [&h.backend, &two] {
        assert_eq!(refusal(backend, &holder, server, 1).await, None);
    }
    let codes = async || {
        let rows = Entity::find().order_by_asc(Column::Id);
        rows.all(&h.backend.database).await.unwrap()
    };
    let statuses = async || -> Vec<_> { codes().await.into_iter().map(|row| row.status).collect() };
    let ends: Vec<_> = codes().await.iter().map(|row| row.expires_at).collect();
    let end = |text: &str| text.parse::<DateTime<Utc>>().unwrap().timestamp_millis();
    assert_eq!(
        ends,
        [end("2027-11-23T02:00:00Z"), end("2028-11-23T02:00:00Z")]
    );
    // 2028 has a leap day.
    for (days, expected) in [
        (365, ["invalid", "unused"]),
        (365, ["invalid", "unused"]),
        (1, ["invalid", "invalid"]),
    ] {
        h.clock.advance(Duration::days(days));
        expire_codes(&h.backend).await.unwrap();
        assert_eq!(statuses().await, expected);
    }
    h.run_jobs().await;
}
