//! S3 and S4: where a domain points decides what the block feed says of it.

use crate::harness::{Harness, on_each_database};
use crate::steps::{approve, authority_approves, submit_cancellation, waiting_transactions};
use backend::jobs::check_resolution::{check_resolution, queue_checks};
use backend::jobs::download_results::download_results;
use backend::queries::blocked_domains::blocked_domains;
use backend::store::blocked_domain::{set_listed, take_place};
use backend::store::entities::{blocked_domain, website, website_domain};
use chrono::Duration;
use ports::authority::{CanceledRecord, CancellationKind, Document, demo};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

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

on_each_database!(a_website_is_here_while_one_of_its_names_points_here);
async fn a_website_is_here_while_one_of_its_names_points_here(h: &Harness) {
    canceled(h).await;
    assert_eq!(entry(h).await.resolution, "no", "nothing has an address");
    let website_id = entry(h).await.website_id;
    let look = async || {
        check_resolution(&h.backend, website_id).await.unwrap();
        entry(h).await.resolution
    };
    h.resolver.point("www.example-shop.cn", "203.0.113.10");
    assert_eq!(look().await, "yes");
    h.resolver.point("www.example-shop.cn", "198.51.100.7");
    assert_eq!(look().await, "no");

    h.resolver.point("shop.example-shop.cn", "203.0.113.10");
    assert_eq!(look().await, "no", "nobody said that this name is its");
    let home_is = async |host: &str| {
        website::Entity::update_many()
            .col_expr(website::Column::HomeHost, Expr::value(host))
            .filter(website::Column::Id.eq(website_id))
            .exec(&h.backend.database)
            .await
            .unwrap();
    };
    home_is("shop.example-shop.cn").await;
    assert_eq!(look().await, "yes");
    let domain = website_domain::Entity::find()
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(domain.resolved_ip.as_deref(), Some("203.0.113.10"));
    h.resolver.point("elsewhere.cn", "203.0.113.10");
    home_is("elsewhere.cn").await;
    assert_eq!(look().await, "no", "a home page on another domain");

    h.resolver.silence("www.example-shop.cn");
    assert!(check_resolution(&h.backend, website_id).await.is_err());
    h.resolver.point("example-shop.cn", "203.0.113.10");
    assert_eq!(look().await, "yes", "one name that points here is enough");
}

/// A reader that has seen the later entry would never see the earlier one.
#[tokio::test]
async fn entries_of_the_feed_become_visible_in_their_order() {
    let Some(harness) = Harness::on_postgres().await else {
        return;
    };
    harness.run(in_their_order).await;
}

async fn in_their_order(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await.id;
    let blog = h.licensed_website(&holder, "example-blog.cn").await.id;
    let now = h.backend.now();
    let first = h.backend.begin().await.unwrap();
    set_listed(&first, shop, true, now).await.unwrap();
    let backend = h.backend.clone();
    let second = tokio::spawn(async move {
        let tx = backend.begin().await.unwrap();
        set_listed(&tx, blog, true, now).await.unwrap();
        tx.commit().await.unwrap();
    });
    while waiting_transactions(h).await == 0 {
        assert!(!second.is_finished(), "the second did not wait");
    }
    first.commit().await.unwrap();
    second.await.unwrap();
    let entries = blocked_domains(&h.backend, 0, 10).await.unwrap();
    let names: Vec<_> = entries.iter().map(|entry| entry.domain.as_str()).collect();
    assert_eq!(names, ["example-shop.cn", "example-blog.cn"]);
}

/// The answer of a name server comes while the domain gets access again.
#[tokio::test]
async fn a_domain_with_access_is_not_listed_by_a_check() {
    let Some(harness) = Harness::on_postgres().await else {
        return;
    };
    harness.run(not_listed_by_a_check).await;
}

async fn not_listed_by_a_check(h: &Harness) {
    let website = h
        .licensed_website(&h.holder().await, "example-shop.cn")
        .await;
    let now = h.backend.now();
    let tx = h.backend.begin().await.unwrap();
    set_listed(&tx, website.id, true, now).await.unwrap();
    tx.commit().await.unwrap();

    let has_access = h.backend.begin().await.unwrap();
    set_listed(&has_access, website.id, false, now)
        .await
        .unwrap();
    let backend = h.backend.clone();
    let check = tokio::spawn(async move { check_resolution(&backend, website.id).await });
    while waiting_transactions(h).await == 0 {
        assert!(!check.is_finished(), "the check did not wait");
    }
    has_access.commit().await.unwrap();
    check.await.unwrap().unwrap();
    assert!(!entry(h).await.is_listed);
}

/// The answer of a name server comes while an access ends.
#[tokio::test]
async fn the_feed_says_what_was_seen_last() {
    let Some(harness) = Harness::on_postgres().await else {
        return;
    };
    harness.run(says_what_was_seen_last).await;
}

async fn says_what_was_seen_last(h: &Harness) {
    h.jobs_may_be_left();
    h.licensed_website(&h.holder().await, "example-shop.cn")
        .await;
    let check = h.backend.begin().await.unwrap();
    take_place(&check).await.unwrap();
    h.authority.send(vec![Document::Cancellations {
        records: vec![CanceledRecord {
            kind: CancellationKind::Access,
            record_id: demo::SHOP.access_authority_id,
            note: None,
        }],
    }]);
    let backend = h.backend.clone();
    let end = tokio::spawn(async move { download_results(&backend).await });
    while waiting_transactions(h).await == 0 {
        assert!(!end.is_finished(), "the end of the access did not wait");
    }
    website_domain::Entity::update_many()
        .col_expr(website_domain::Column::Resolution, Expr::value("no"))
        .exec(&check)
        .await
        .unwrap();
    check.commit().await.unwrap();
    end.await.unwrap().unwrap();
    let entry = entry(h).await;
    assert_eq!((entry.resolution.as_str(), entry.is_listed), ("no", true));
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
