//! Cancellations, until they are with the reviewers or withdrawn.

use super::{Fault, leaves_nothing, refused, round, statements_may_fail, the_database_may_fail};
use crate::harness::{Harness, on_each_database};
use crate::steps::{application, approve, cancellation, newest_application, submit_cancellation};
use backend::backend::Backend;
use backend::caller::Caller;
use backend::commands::applications::withdraw::withdraw;
use backend::commands::cancel_access::submit::submit;
use backend::commands::review::reject::reject;
use backend::error::Result;
use backend::store::entities::{application as applications, audit_event};
use ports::authority::fake::{Failure, FakeAuthority, PASSWORD_TRIES};
use ports::authority::{Authority, demo};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use shared::wire::application::TimelineEvent;
use shared::wire::license::CancelAccessOutcome;
use shared::wire::review::RejectInput;
use std::sync::Arc;

/// A holder and the website whose access is to be canceled.
struct Shop {
    holder: Caller,
    website_id: i64,
    authority: Arc<FakeAuthority>,
}

async fn shop(h: &Harness) -> Shop {
    let holder = h.holder().await;
    let website_id = h.licensed_website(&holder, "example-shop.cn").await.id;
    Shop {
        holder,
        website_id,
        authority: h.authority.clone(),
    }
}

async fn submits(backend: &Backend, shop: &Shop) -> Result<CancelAccessOutcome> {
    submit(backend, &shop.holder, cancellation(shop.website_id, "k")).await
}

async fn is_in_review(h: &Harness, _: &Shop) {
    assert_eq!(newest_application(h).await.status, "provider_review");
}

on_each_database!(a_cancellation_is_submitted_once_whichever_statement_fails);
async fn a_cancellation_is_submitted_once_whichever_statement_fails(h: &Harness) {
    the_database_may_fail(h, shop, submits, is_in_review).await;
}

/// The authority does not answer.
async fn is_kept(backend: &Backend, shop: &Shop) -> Result<()> {
    shop.authority.fail_next(Failure::Unreachable);
    let outcome = submits(backend, shop).await?;
    let CancelAccessOutcome::KeptUnsubmitted { .. } = outcome else {
        panic!("{outcome:?}")
    };
    Ok(())
}

on_each_database!(a_cancellation_is_kept_once_whichever_statement_fails);
async fn a_cancellation_is_kept_once_whichever_statement_fails(h: &Harness) {
    statements_may_fail(h, shop, is_kept, async |h, _| {
        assert_eq!(newest_application(h).await.status, "draft");
        assert_eq!(count(h, TimelineEvent::KeptUnsubmitted).await, 1);
    })
    .await;
}

on_each_database!(a_cancellation_is_submitted_once_however_its_call_fails);
async fn a_cancellation_is_submitted_once_however_its_call_fails(h: &Harness) {
    let shop = shop(h).await;
    let failures = [
        Failure::Unreachable,
        Failure::AnswerLost,
        Failure::TryLater { code: 901 },
        Failure::Refused { code: 5 },
    ];
    // Holders are told that it was kept, each time.
    for (kept, failure) in (1..).zip(failures) {
        h.authority.fail_next(failure);
        submits(&h.backend, &shop).await.unwrap();
        assert_eq!(newest_application(h).await.status, "draft");
        assert_eq!(count(h, TimelineEvent::KeptUnsubmitted).await, kept);
    }
    submits(&h.backend, &shop).await.unwrap();
    is_in_review(h, &shop).await;
    assert_eq!(count(h, TimelineEvent::Created).await, 1);
    assert_eq!(count(h, TimelineEvent::Submitted).await, 1);
    let kept = applications::Entity::find();
    assert_eq!(kept.count(&h.backend.database).await.unwrap(), 1);
    h.run_jobs().await;
}

async fn count(h: &Harness, event: TimelineEvent) -> u64 {
    audit_event::Entity::find()
        .filter(audit_event::Column::Kind.eq(event.code()))
        .count(&h.backend.database)
        .await
        .unwrap()
}

on_each_database!(a_cancellation_is_withdrawn_whole_or_not_at_all);
async fn a_cancellation_is_withdrawn_whole_or_not_at_all(h: &Harness) {
    let shop = shop(h).await;
    let holder = &shop.holder;
    let in_review = submit_cancellation(h, holder, shop.website_id, "a").await;
    leaves_nothing(h, async |backend| {
        withdraw(backend, holder, in_review).await
    })
    .await;
    assert_eq!(application(h, in_review).await.status, "withdrawn");

    let approved = submit_cancellation(h, holder, shop.website_id, "b").await;
    approve(h, &h.reviewer().await, approved).await;
    leaves_nothing(h, async |backend| withdraw(backend, holder, approved).await).await;
    assert_eq!(application(h, approved).await.status, "withdrawn");
    h.run_jobs().await;
}

/// A cancellation that came back from the provider.
async fn rejected(h: &Harness) -> Shop {
    let shop = shop(h).await;
    let id = submit_cancellation(h, &shop.holder, shop.website_id, "first").await;
    let input = RejectInput {
        application_id: id,
        version: application(h, id).await.version,
        reason: "See below.".to_owned(),
        ..RejectInput::default()
    };
    reject(&h.backend, &h.reviewer().await, input)
        .await
        .unwrap();
    shop
}

on_each_database!(a_cancellation_is_submitted_again_once_whichever_statement_fails);
async fn a_cancellation_is_submitted_again_once_whichever_statement_fails(h: &Harness) {
    the_database_may_fail(h, rejected, submits, is_in_review).await;
}

/// A wrong license password, which is to be refused in this way.
async fn is_refused(backend: &Backend, shop: &Shop, code: &str) -> Result<()> {
    let mut input = cancellation(shop.website_id, "k");
    input.license_password = "wrong".to_owned();
    refused(submit(backend, &shop.holder, input).await, code)
}

async fn nothing_is_kept(h: &Harness, _: &Shop) {
    let kept = applications::Entity::find();
    assert_eq!(kept.count(&h.backend.database).await.unwrap(), 0);
}

on_each_database!(
    a_password_the_authority_no_longer_checks_leaves_its_event_whichever_statement_fails
);
async fn a_password_the_authority_no_longer_checks_leaves_its_event_whichever_statement_fails(
    h: &Harness,
) {
    let prepare = async |h: &Harness| {
        for _ in 0..PASSWORD_TRIES {
            let number = demo::HOLDER.license_number;
            h.authority.verify_password(number, "wrong").await.unwrap();
        }
        shop(h).await
    };
    let command = async |backend: &Backend, shop: &Shop| {
        is_refused(backend, shop, "license_password_tried_too_often").await
    };
    statements_may_fail(h, prepare, command, nothing_is_kept).await;
}

on_each_database!(a_wrong_password_leaves_its_event_whichever_statement_fails);
async fn a_wrong_password_leaves_its_event_whichever_statement_fails(h: &Harness) {
    let command = async |backend: &Backend, shop: &Shop| {
        is_refused(backend, shop, "license_password_wrong").await
    };
    statements_may_fail(h, shop, command, nothing_is_kept).await;
}

on_each_database!(the_last_wrong_password_locks_whichever_statement_fails);
async fn the_last_wrong_password_locks_whichever_statement_fails(h: &Harness) {
    let prepare = async |h: &Harness| {
        let shop = shop(h).await;
        for _ in 1..h.backend.settings.policy.cancel.password_tries {
            let outcome = is_refused(&h.backend, &shop, "license_password_wrong").await;
            outcome.unwrap();
        }
        shop
    };
    let locks = async |backend: &Backend, shop: &Shop| {
        is_refused(backend, shop, "license_password_locked").await
    };
    let is_locked = async |h: &Harness, shop: &Shop| {
        let right = submits(&h.backend, shop).await;
        refused(right, "license_password_locked").unwrap();
        let locked = audit_event::Entity::find()
            .filter(audit_event::Column::Kind.eq("account.license_password_locked"))
            .count(&h.backend.database);
        assert_eq!(locked.await.unwrap(), 1, "the trail is told once");
    };
    for statement in 0.. {
        let fault = Fault::Statement(statement);
        if !round(h, &prepare, &locks, &is_locked, fault)
            .await
            .has_failed
        {
            assert!(statement > 0);
            return;
        }
    }
}
