//! The consequences of canceling access.

use crate::harness::{Harness, on_each_database};
use backend::commands::license_password::tries_key;
use backend::error::Error;
use backend::forms::{CancellationForm, StoredRejection};
use backend::instant::to_millis;
use backend::queries::cancel_access::cancel_access;
use backend::queries::licenses::licenses;
use backend::store::entities::{access, attempt, base_code, holiday_year};
use chrono::Duration;
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;
use shared::access::Resolution;
use shared::application::ApplicationKind;
use shared::cancel_access::Unavailable;

on_each_database!(the_page_shows_the_facts_of_this_case);
async fn the_page_shows_the_facts_of_this_case(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let page = cancel_access(&h.backend, &holder, shop.id).await.unwrap();
    assert_eq!(page.entity_license_number, "京ICP备20260001号");
    assert_eq!(page.website_license_number, "京ICP备20260001号-1");
    let domain = &page.domains[0];
    assert_eq!(
        (domain.domain.as_str(), domain.resolution),
        ("example-shop.cn", Resolution::Here)
    );
    assert_eq!(domain.seen.as_ref().unwrap().1, h.backend.now());
    assert!(page.only_access);
    assert_eq!(page.reasons.len(), 4);
    assert!(page.reasons.iter().all(|reason| reason.built_in.is_some()));
    // S15: Monday the 23rd; due at the end of Tuesday in Shanghai.
    assert_eq!(
        page.review_due_at,
        "2026-11-24T16:00:00Z"
            .parse::<chrono::DateTime<chrono::Utc>>()
            .unwrap()
    );
    assert!(!page.review_due_is_provisional);
    assert_eq!(
        (page.locked_until, page.unavailable, page.resumed),
        (None, None, None)
    );
    let again = cancel_access(&h.backend, &holder, shop.id).await.unwrap();
    assert_ne!(page.request_key, again.request_key);
}

on_each_database!(somebody_else_s_website_is_not_found);
async fn somebody_else_s_website_is_not_found(h: &Harness) {
    let shop = h
        .licensed_website(&h.holder().await, "example-shop.cn")
        .await;
    let partner = h.partner().await;
    let refused = cancel_access(&h.backend, &partner, shop.id).await;
    assert!(matches!(refused, Err(Error::NotFound)));
    let refused = cancel_access(&h.backend, &h.reviewer().await, shop.id).await;
    assert!(matches!(refused, Err(Error::Forbidden)));
}

on_each_database!(s6_another_provider_s_access_is_no_only_access);
async fn s6_another_provider_s_access_is_no_only_access(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    access::ActiveModel {
        website_id: Set(shop.id),
        state: Set("live".to_owned()),
        provider_id: Set(Some(110_000_000_001)),
        created_at: Set(0),
        version: Set(1),
        ..Default::default()
    }
    .insert(&h.backend.database)
    .await
    .unwrap();
    assert!(
        !cancel_access(&h.backend, &holder, shop.id)
            .await
            .unwrap()
            .only_access
    );
    let page = licenses(&h.backend, &holder).await.unwrap();
    let row = &page.websites[0];
    assert!(row.has_other_access && row.cancel_unavailable.is_none());
    assert_eq!(row.ips.len(), 1);
}

on_each_database!(the_authority_s_valid_reasons_replace_the_built_in_ones);
async fn the_authority_s_valid_reasons_replace_the_built_in_ones(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    for (code, text, is_valid) in [(7, "更换接入商", true), (8, "旧原因", false)] {
        base_code::ActiveModel {
            table_name: Set("Zxly_xx".to_owned()),
            code: Set(code),
            text: Set(text.to_owned()),
            class: Set(None),
            is_valid: Set(is_valid),
            updated_at: Set(0),
        }
        .insert(&h.backend.database)
        .await
        .unwrap();
    }
    let reasons = cancel_access(&h.backend, &holder, shop.id)
        .await
        .unwrap()
        .reasons;
    assert_eq!(reasons.len(), 1);
    assert_eq!(
        (reasons[0].code, reasons[0].text.as_deref()),
        (7, Some("更换接入商"))
    );
}

on_each_database!(an_entered_holiday_year_moves_the_due_time);
async fn an_entered_holiday_year_moves_the_due_time(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let supervisor = h.supervisor().await;
    let days = r#"{"year":2026,"source":"test","days_off":["2026-11-24"],"make_up_days":[]}"#;
    holiday_year::ActiveModel {
        year: Set(2026),
        source: Set("test".to_owned()),
        days: Set(days.to_owned()),
        updated_by: Set(supervisor.account_id),
        updated_at: Set(0),
    }
    .insert(&h.backend.database)
    .await
    .unwrap();
    let page = cancel_access(&h.backend, &holder, shop.id).await.unwrap();
    assert_eq!(page.review_due_at.to_rfc3339(), "2026-11-25T16:00:00+00:00");
}

on_each_database!(s11_wrong_passwords_lock_the_confirmation);
async fn s11_wrong_passwords_lock_the_confirmation(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let until = h.backend.now() + Duration::hours(24);
    attempt::ActiveModel {
        lock_told_at: Set(None),
        key: Set(tries_key("京ICP备20260001号")),
        count: Set(5),
        resets_at: Set(to_millis(until)),
    }
    .insert(&h.backend.database)
    .await
    .unwrap();
    let page = cancel_access(&h.backend, &holder, shop.id).await.unwrap();
    assert_eq!(page.locked_until, Some(until));
    h.clock.advance(Duration::hours(24));
    let page = cancel_access(&h.backend, &holder, shop.id).await.unwrap();
    assert_eq!(page.locked_until, None);
}

on_each_database!(a_request_that_came_back_is_gone_on_with);
async fn a_request_that_came_back_is_gone_on_with(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let form = CancellationForm {
        reason_code: Some(2),
        note: "Closed".to_owned(),
        ..CancellationForm::default()
    };
    let sealed = h.backend.cipher.seal("application.form", &form).unwrap();
    let rejection = StoredRejection {
        by_authority: false,
        reason: "Say where you move.".to_owned(),
        fields: Vec::new(),
        at: h.backend.now(),
    };
    let why = h.backend.cipher.seal("application.rejection", &rejection);
    let kept = h
        .application(
            &holder,
            ApplicationKind::CancelAccess,
            "CA-20261123-0001",
            |row| {
                row.website_id = Set(Some(shop.id));
                row.status = Set("provider_rejected".to_owned());
                row.form_encrypted = Set(sealed);
                row.rejection_encrypted = Set(Some(why.unwrap()));
            },
        )
        .await;
    let resumed = cancel_access(&h.backend, &holder, shop.id)
        .await
        .unwrap()
        .resumed
        .unwrap();
    assert_eq!(
        (resumed.application_id, resumed.reason_code),
        (kept.id, Some(2))
    );
    assert_eq!(resumed.note, "Closed");
    assert_eq!(resumed.rejection.unwrap().reason, "Say where you move.");
}

on_each_database!(s9_without_live_access_there_is_nothing_to_cancel);
async fn s9_without_live_access_there_is_nothing_to_cancel(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    access_ended(h).await;
    let page = cancel_access(&h.backend, &holder, shop.id).await.unwrap();
    assert_eq!(page.unavailable, Some(Unavailable::NoLiveAccess));
}

async fn access_ended(h: &Harness) {
    use sea_orm::EntityTrait;
    let access = access::Entity::find()
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap();
    let mut access = access::ActiveModel::from(access);
    access.state = Set("canceled".to_owned());
    access.canceled_at = Set(Some(to_millis(h.backend.now())));
    access.update(&h.backend.database).await.unwrap();
}
