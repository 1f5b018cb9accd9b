//! S3 and S4: where a domain points decides what the block feed says of it.

use crate::harness::{Harness, on_each_database};
use crate::steps::{approve, authority_approves, submit_cancellation};
use backend::jobs::check_resolution::queue_checks;
use backend::store::entities::{blocked_domain, website_domain};
use chrono::Duration;
use sea_orm::EntityTrait;

async fn canceled(h: &Harness) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let id = submit_cancellation(h, &holder, shop.id, "k").await;
    approve(h, &h.reviewer().await, id).await;
    authority_approves(h).await;
}

async fn entry(h: &Harness) -> blocked_domain::Model {
    let rows = blocked_domain::Entity::find()
        .all(&h.backend.database)
        .await
        .unwrap();
    let [row] = rows.as_slice() else {
        panic!("{rows:?}")
    };
    row.clone()
}

on_each_database!(the_feed_follows_where_the_domain_points);
async fn the_feed_follows_where_the_domain_points(h: &Harness) {
    h.resolver.point("example-shop.cn", "203.0.113.10");
    canceled(h).await;
    let here = entry(h).await;
    assert_eq!(here.resolution, "yes");

    h.resolver.point("example-shop.cn", "198.51.100.7");
    h.clock.advance(Duration::hours(7));
    queue_checks(&h.backend).await.unwrap();
    h.run_jobs().await;
    let elsewhere = entry(h).await;
    assert_eq!(
        (elsewhere.resolution.as_str(), elsewhere.is_listed),
        ("no", true)
    );
    assert!(
        elsewhere.cursor > here.cursor,
        "a reader of the feed must see the change"
    );

    h.clock.advance(Duration::hours(7));
    queue_checks(&h.backend).await.unwrap();
    h.run_jobs().await;
    let same = entry(h).await;
    assert_eq!(
        same.cursor, elsewhere.cursor,
        "an unchanged answer moves nothing"
    );
    assert!(same.resolution_seen_at > elsewhere.resolution_seen_at);
}

on_each_database!(silent_name_servers_change_nothing_and_are_asked_again);
async fn silent_name_servers_change_nothing_and_are_asked_again(h: &Harness) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    h.licensed_website(&holder, "example-shop.cn").await;
    h.resolver.silence("example-shop.cn");
    h.clock.advance(Duration::hours(7));
    queue_checks(&h.backend).await.unwrap();
    queue_checks(&h.backend).await.unwrap();
    assert_eq!(h.run_jobs().await, 1, "one job waits per website");
    let domain = website_domain::Entity::find()
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(domain.resolution, "yes");
    h.resolver.point("example-shop.cn", "198.51.100.7");
    h.clock.advance(Duration::minutes(1));
    h.run_jobs().await;
    let domain = website_domain::Entity::find()
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(domain.resolution, "no");
}

on_each_database!(a_check_that_gave_up_does_not_stand_in_the_way_of_the_next);
async fn a_check_that_gave_up_does_not_stand_in_the_way_of_the_next(h: &Harness) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    h.licensed_website(&holder, "example-shop.cn").await;
    h.resolver.silence("example-shop.cn");
    h.clock.advance(Duration::hours(7));
    queue_checks(&h.backend).await.unwrap();
    for _ in 0..12 {
        h.run_jobs().await;
        h.clock.advance(Duration::hours(2));
    }
    assert_eq!(h.run_jobs().await, 0, "it has given up");
    h.resolver.point("example-shop.cn", "198.51.100.7");
    queue_checks(&h.backend).await.unwrap();
    assert_eq!(h.run_jobs().await, 1);
}
