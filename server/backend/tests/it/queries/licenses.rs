//! `My Licenses`.

use super::rows::walk;
use crate::harness::{Harness, on_each_database};
use crate::steps::submit_cancellation;
use backend::error::Error;
use backend::instant::to_millis;
use backend::queries::archive::archive;
use backend::queries::licenses::{licenses, order_in_the_way};
use backend::store::entities::{access, account, website, website_domain};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter};
use shared::application::ApplicationKind;
use shared::cancel_access::Unavailable;
use shared::wire::license::ArchiveFilter;
use std::cmp::Reverse;

on_each_database!(websites_are_listed_with_domains_and_addresses);
async fn websites_are_listed_with_domains_and_addresses(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let page = licenses(&h.backend, &holder).await.unwrap();
    assert_eq!(page.entity.unwrap().license_number, "京ICP备20260001号");
    assert_eq!(page.websites.len(), 1);
    let row = &page.websites[0];
    assert_eq!(
        (row.id, row.license_number.as_str()),
        (shop.id, "京ICP备20260001号-1")
    );
    assert_eq!(row.domains, ["example-shop.cn"]);
    assert_eq!(row.ips.len(), 1);
    assert_eq!(row.cancel_unavailable, None);
    assert!(!row.has_other_access);
    assert_eq!(row.resolves_elsewhere_since, None);
    assert!(page.archive.is_empty());

    let others = licenses(&h.backend, &h.partner().await).await.unwrap();
    assert!(others.entity.is_none() && others.websites.is_empty());
}

on_each_database!(a_domain_is_shown_in_its_own_letters_and_since_when_it_is_gone);
async fn a_domain_is_shown_in_its_own_letters_and_since_when_it_is_gone(h: &Harness) {
    let holder = h.holder().await;
    h.licensed_website(&holder, "xn--fsqu00a.xn--fiqs8s").await;
    let domain = website_domain::Entity::find()
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap();
    let mut domain = website_domain::ActiveModel::from(domain);
    domain.resolution = Set("no".to_owned());
    domain.update(&h.backend.database).await.unwrap();
    let page = licenses(&h.backend, &holder).await.unwrap();
    assert_eq!(page.websites[0].domains, ["例子.中国"]);
    assert_eq!(
        page.websites[0].resolves_elsewhere_since,
        Some(h.backend.now())
    );
}

on_each_database!(what_is_under_way_is_shown_before_there_is_a_license);
async fn what_is_under_way_is_shown_before_there_is_a_license(h: &Harness) {
    let partner = h.partner().await;
    let now = h.backend.now();
    h.draft(&partner, "FL-20261123-0001").await;
    h.waiting(&partner, "FL-20261123-0002", now).await;
    let kind = ApplicationKind::FirstLicense;
    h.application(&partner, kind, "FL-20261123-0003", |row| {
        row.status = Set("abandoned".to_owned());
    })
    .await;
    let page = licenses(&h.backend, &partner).await.unwrap();
    assert_eq!(page.entity, None);
    let shown = page.running.iter().map(|row| row.number.as_str());
    let mut shown: Vec<_> = shown.collect();
    shown.sort_unstable();
    assert_eq!(shown, ["FL-20261123-0001", "FL-20261123-0002"]);
    let waiting = page
        .running
        .iter()
        .find(|row| row.status == "provider_review");
    assert_eq!(waiting.unwrap().next_step.due_at, Some(now));
}

on_each_database!(a_website_says_that_its_cancellation_is_in_review);
async fn a_website_says_that_its_cancellation_is_in_review(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let id = submit_cancellation(h, &holder, shop.id, "k").await;
    let page = licenses(&h.backend, &holder).await.unwrap();
    let row = &page.websites[0];
    assert_eq!(
        row.running_cancellation.as_ref().unwrap().application_id,
        id
    );
    assert_eq!(row.open_cancellation, None);
    assert_eq!(page.running[0].id, id);
    h.run_jobs().await;
}

on_each_database!(s9_an_order_in_progress_explains_why_others_wait);
async fn s9_an_order_in_progress_explains_why_others_wait(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let kind = ApplicationKind::CancelAccess;
    let kept = h
        .application(&holder, kind, "CA-20261123-0001", |row| {
            row.website_id = Set(Some(shop.id))
        })
        .await;
    let running = h
        .waiting(&holder, "FL-20261123-0001", h.backend.now())
        .await;
    account::Entity::update_many()
        .col_expr(account::Column::OpenApplicationId, running.id.into())
        .filter(account::Column::Id.eq(holder.account_id))
        .exec(&h.backend.database)
        .await
        .unwrap();
    let page = licenses(&h.backend, &holder).await.unwrap();
    let row = &page.websites[0];
    let waits = Unavailable::OrderInProgress {
        application_id: running.id,
    };
    assert_eq!(row.cancel_unavailable, Some(waits));
    assert_eq!(row.open_cancellation.as_ref().unwrap().number, kept.number);
    let order = order_in_the_way(&h.backend, &holder)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        (order.application_id, order.number),
        (running.id, running.number)
    );
}

on_each_database!(s17_an_access_that_has_ended_stays_in_the_archive);
async fn s17_an_access_that_has_ended_stays_in_the_archive(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let now = to_millis(h.backend.now());
    let access = access::Entity::find()
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap();
    let access_id = access.id;
    let mut access = access::ActiveModel::from(access);
    access.state = Set("canceled".to_owned());
    access.canceled_at = Set(Some(now));
    access.update(&h.backend.database).await.unwrap();
    let mut archived = website::ActiveModel::from(shop.clone());
    archived.state = Set("archived".to_owned());
    archived.archived_at = Set(Some(now));
    archived.update(&h.backend.database).await.unwrap();
    let kind = ApplicationKind::CancelAccess;
    let done = h
        .application(&holder, kind, "CA-20261123-0001", |row| {
            row.website_id = Set(Some(shop.id));
            row.access_id = Set(Some(access_id));
            row.status = Set("completed".to_owned());
        })
        .await;
    let page = licenses(&h.backend, &holder).await.unwrap();
    assert!(page.websites.is_empty());
    let row = &page.archive[0];
    assert_eq!((row.id, row.canceled_at), (shop.id, h.backend.now()));
    assert_eq!(row.application_id, Some(done.id));
    assert_eq!(row.license_number, "京ICP备20260001号-1");

    // It gets access here again: a new one beside the one that has ended.
    access::ActiveModel {
        website_id: Set(shop.id),
        state: Set("live".to_owned()),
        created_at: Set(now),
        version: Set(1),
        ..Default::default()
    }
    .insert(&h.backend.database)
    .await
    .unwrap();
    let mut active = website::ActiveModel::from(shop.clone());
    active.state = Set("active".to_owned());
    active.archived_at = Set(None);
    active.update(&h.backend.database).await.unwrap();
    let again = licenses(&h.backend, &holder).await.unwrap();
    assert_eq!(again.websites.len(), 1);
    assert_eq!(again.archive, page.archive);

    let staff = archive(&h.backend, &h.reviewer().await, ArchiveFilter::default())
        .await
        .unwrap();
    let row = &staff.items[0];
    assert_eq!(
        (row.domains.join(" "), row.license_number.as_str()),
        ("example-shop.cn".to_owned(), "京ICP备20260001号-1")
    );
    assert_eq!(row.canceled_at, h.backend.now());
    assert_eq!(row.cancellation.as_ref().unwrap().number, done.number);
    assert!(row.holder.contains("•••"), "{}", row.holder);
    let refused = archive(&h.backend, &holder, ArchiveFilter::default()).await;
    assert!(matches!(refused, Err(Error::Forbidden)));
}

on_each_database!(staff_finds_an_ended_access_by_domain_or_number);
async fn staff_finds_an_ended_access_by_domain_or_number(h: &Harness) {
    let holder = h.holder().await;
    for number in 0..60 {
        h.licensed_website(&holder, &format!("shop-{number:02}.cn"))
            .await;
    }
    access::Entity::update_many()
        .col_expr(access::Column::State, "canceled".into())
        .col_expr(
            access::Column::CanceledAt,
            to_millis(h.backend.now()).into(),
        )
        .filter(access::Column::Id.gt(0))
        .exec(&h.backend.database)
        .await
        .unwrap();
    let auditor = h.auditor().await;
    let find = async |search: Option<&str>| {
        walk(async |cursor| {
            let filter = ArchiveFilter {
                search: search.map(str::to_owned),
                cursor,
            };
            archive(&h.backend, &auditor, filter).await.unwrap()
        })
        .await
    };
    let all = find(None).await;
    assert_eq!(all.len(), 60);
    assert!(all.is_sorted_by_key(|row| Reverse(row.id)));
    let by_domain = find(Some(" SHOP-07.cn")).await;
    assert_eq!(by_domain.len(), 1);
    assert_eq!(by_domain[0].domains, ["shop-07.cn"]);
    assert_eq!(find(Some("shop_07")).await.len(), 0);
    let number = by_domain[0].license_number.to_lowercase();
    assert!(find(Some(&number)).await.contains(&by_domain[0]));
}
