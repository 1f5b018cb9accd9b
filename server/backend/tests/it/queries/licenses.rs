//! `My Licenses`.

use crate::harness::{Harness, on_each_database};
use backend::instant::to_millis;
use backend::queries::licenses::licenses;
use backend::store::entities::{access, account, website, website_domain};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter};
use shared::application::ApplicationKind;
use shared::cancel_access::Unavailable;

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
    let order = page.entity.unwrap().order_in_progress.unwrap();
    assert_eq!(
        (order.application_id, order.number),
        (running.id, running.number)
    );
}

on_each_database!(s17_a_canceled_website_is_in_the_archive_only);
async fn s17_a_canceled_website_is_in_the_archive_only(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let now = to_millis(h.backend.now());
    let access = access::Entity::find()
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap();
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
            row.status = Set("completed".to_owned());
        })
        .await;
    let page = licenses(&h.backend, &holder).await.unwrap();
    assert!(page.websites.is_empty());
    let row = &page.archive[0];
    assert_eq!((row.id, row.canceled_at), (shop.id, h.backend.now()));
    assert_eq!(row.application_id, Some(done.id));
    assert_eq!(row.license_number, "京ICP备20260001号-1");
}
