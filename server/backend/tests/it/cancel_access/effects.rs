//! What `Next` sets going, and what a completed cancellation changes and leaves as it is.

use crate::harness::{Harness, on_each_database};
use crate::steps::{application, approve, authority_approves, exchange, submit_cancellation};
use backend::caller::Caller;
use backend::queries::licenses::licenses;
use backend::queries::review_queue::review_queue;
use backend::store::entities::{access, website};
use ports::authority::{Report, demo};
use sea_orm::EntityTrait;
use shared::wire::review::QueueFilter;

/// The websites of `My Licenses`.
async fn active(h: &Harness, holder: &Caller) -> Vec<i64> {
    let page = licenses(&h.backend, holder).await.unwrap();
    page.websites.iter().map(|row| row.id).collect()
}

/// What waits for the provider's decision.
async fn waiting(h: &Harness) -> Vec<i64> {
    let reviewer = h.reviewer().await;
    let page = review_queue(&h.backend, &reviewer, QueueFilter::default()).await;
    page.unwrap().rows.items.iter().map(|row| row.id).collect()
}

on_each_database!(s1_only_the_canceled_website_leaves_the_list_and_not_before_completion);
async fn s1_only_the_canceled_website_leaves_the_list_and_not_before_completion(h: &Harness) {
    // Reminders to add access elsewhere wait for their days.
    h.jobs_may_be_left();
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let blog = h.licensed_website(&holder, "example-blog.cn").await;
    let id = submit_cancellation(h, &holder, shop.id, "k").await;
    approve(h, &h.reviewer().await, id).await;
    exchange(h, &h.backend).await;
    assert_eq!(application(h, id).await.status, "authority_review");
    assert_eq!(active(h, &holder).await, [shop.id, blog.id]);
    authority_approves(h).await;
    assert_eq!(active(h, &holder).await, [blog.id]);
}

on_each_database!(s2_both_numbers_stay_and_only_the_link_ends);
async fn s2_both_numbers_stay_and_only_the_link_ends(h: &Harness) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let entity = h.licensed_entity(&holder).await;
    let id = submit_cancellation(h, &holder, shop.id, "k").await;
    approve(h, &h.reviewer().await, id).await;
    exchange(h, &h.backend).await;
    // The report names the link, and neither the website nor the entity.
    let pending = h.authority.pending();
    let Report::CancelAccess(report) = &pending[0].report else {
        panic!("{pending:?}")
    };
    assert_eq!(report.access_authority_id, demo::SHOP.access_authority_id);
    authority_approves(h).await;

    assert_eq!(h.licensed_entity(&holder).await, entity);
    let after = website::Entity::find_by_id(shop.id)
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(after.license_number, shop.license_number);
    let link = access::Entity::find()
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (link.website_id, link.state.as_str()),
        (shop.id, "canceled")
    );
    // The holder goes on reading both.
    let page = licenses(&h.backend, &holder).await.unwrap();
    assert_eq!(
        page.entity.unwrap().license_number,
        demo::HOLDER.license_number
    );
    assert_eq!(page.archive[0].license_number, demo::SHOP.license_number);
}

on_each_database!(s14_next_submits_to_the_provider_and_not_to_the_authority);
async fn s14_next_submits_to_the_provider_and_not_to_the_authority(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    assert!(waiting(h).await.is_empty());
    let id = submit_cancellation(h, &holder, shop.id, "k").await;
    assert_eq!(waiting(h).await, [id]);
    // However often the channel runs, nothing passes the provider by.
    exchange(h, &h.backend).await;
    assert!(h.authority.pending().is_empty());
    assert_eq!(application(h, id).await.status, "provider_review");
}
