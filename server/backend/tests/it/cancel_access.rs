//! S1 to S17 through the commands, from `Next` to the block feed.

mod effects;
mod ended_by_authority;

use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, approve, authority_approves, authority_rejects, cancellation, codes_of, exchange,
    newest_application, problems, submit_cancellation,
};
use backend::caller::Caller;
use backend::commands::applications::{abandon::abandon, withdraw::withdraw};
use backend::commands::cancel_access::submit::submit;
use backend::commands::review::reject::reject;
use backend::error::Error;
use backend::jobs::add_access_reminder::add_access_reminder;
use backend::queries;
use backend::queries::application::application as page_of;
use backend::queries::messages::messages;
use backend::store::entities::{
    access, application as applications, blocked_domain, message, website,
};
use chrono::Duration;
use ports::authority::fake::Failure;
use ports::authority::{CanceledRecord, CancellationKind, Document, demo};
use sea_orm::ActiveValue::Set;
use sea_orm::{ActiveModelTrait, EntityTrait, PaginatorTrait};
use shared::cancel_access::BuiltInReason;
use shared::problem::Problem;
use shared::wire::license::{CancelAccessInput, CancelAccessOutcome};
use shared::wire::message::Notice;
use shared::wire::review::RejectInput;

on_each_database!(s17_the_whole_way_of_a_cancellation);
async fn s17_the_whole_way_of_a_cancellation(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let id = submit_cancellation(h, &holder, shop.id, "k").await;
    assert_eq!(application(h, id).await.status, "provider_review");
    approve(h, &h.reviewer().await, id).await;
    assert_eq!(application(h, id).await.status, "submitting");
    exchange(h, &h.backend).await;
    assert_eq!(application(h, id).await.status, "authority_review");
    // S3: not before completion.
    assert_eq!(
        blocked_domain::Entity::find()
            .count(&h.backend.database)
            .await
            .unwrap(),
        0
    );
    authority_approves(h).await;
    let row = application(h, id).await;
    assert_eq!(row.status, "completed");
    assert_eq!(
        row.license_password_encrypted, None,
        "S11: the password is erased"
    );
    let website = website::Entity::find_by_id(shop.id)
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(website.state, "archived");
    assert_eq!(
        website.license_number, shop.license_number,
        "S2: numbers are untouched"
    );
    let access = access::Entity::find()
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(access.state, "canceled");
    let blocked = blocked_domain::Entity::find()
        .all(&h.backend.database)
        .await
        .unwrap();
    assert_eq!(blocked.len(), 1);
    assert_eq!(
        (blocked[0].domain.as_str(), blocked[0].is_listed),
        ("example-shop.cn", true)
    );
    // Submitted, handed over, canceled.
    assert_eq!(
        message::Entity::find()
            .count(&h.backend.database)
            .await
            .unwrap(),
        3
    );
    assert_eq!(h.mailer.sent().len(), 3);
    // S5: reminders wait for their days.
    h.jobs_may_be_left();
    h.clock.advance(Duration::days(31));
    h.run_jobs().await;
    assert_eq!(
        message::Entity::find()
            .count(&h.backend.database)
            .await
            .unwrap(),
        6
    );
}

on_each_database!(s11_a_wrong_password_makes_no_order_and_five_lock);
async fn s11_a_wrong_password_makes_no_order_and_five_lock(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let wrong = CancelAccessInput {
        license_password: "wrong".to_owned(),
        ..cancellation(shop.id, "k")
    };
    for tries_left in [4, 3, 2, 1] {
        let found = problems(submit(&h.backend, &holder, wrong.clone()).await);
        assert_eq!(found, [Problem::LicensePasswordWrong { tries_left }]);
    }
    let until = h.backend.now() + Duration::hours(24);
    let found = problems(submit(&h.backend, &holder, wrong).await);
    assert_eq!(found, [Problem::LicensePasswordLocked { until }]);
    // Even the right one is not asked for while the lock lasts.
    let calls = h.authority.calls().len();
    let right = submit(&h.backend, &holder, cancellation(shop.id, "k")).await;
    assert_eq!(codes_of(right), ["license_password_locked"]);
    assert_eq!(h.authority.calls().len(), calls);
    assert_eq!(
        applications::Entity::find()
            .count(&h.backend.database)
            .await
            .unwrap(),
        0
    );
    h.clock.advance(Duration::hours(25));
    submit_cancellation(h, &holder, shop.id, "k").await;
    h.run_jobs().await;
}

on_each_database!(an_unreachable_authority_keeps_the_request_unsubmitted);
async fn an_unreachable_authority_keeps_the_request_unsubmitted(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    h.authority.fail_next(Failure::Unreachable);
    let kept = submit(&h.backend, &holder, cancellation(shop.id, "a"))
        .await
        .unwrap();
    let CancelAccessOutcome::KeptUnsubmitted { application_id } = kept else {
        panic!("{kept:?}")
    };
    let row = application(h, application_id).await;
    assert_eq!(
        (row.status.as_str(), row.license_password_encrypted),
        ("draft", None)
    );
    // The next try goes on with the same request.
    assert_eq!(
        submit_cancellation(h, &holder, shop.id, "b").await,
        application_id
    );
    assert_eq!(
        applications::Entity::find()
            .count(&h.backend.database)
            .await
            .unwrap(),
        1
    );
    h.run_jobs().await;
}

on_each_database!(the_same_form_twice_is_one_request);
async fn the_same_form_twice_is_one_request(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let (one, two) = tokio::join!(
        submit(&h.backend, &holder, cancellation(shop.id, "k")),
        submit(&h.backend, &holder, cancellation(shop.id, "k")),
    );
    assert_eq!(one.unwrap(), two.unwrap());
    assert_eq!(
        applications::Entity::find()
            .count(&h.backend.database)
            .await
            .unwrap(),
        1
    );
    h.run_jobs().await;
}

on_each_database!(s9_other_orders_wait_with_the_reason);
async fn s9_other_orders_wait_with_the_reason(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let blog = h.licensed_website(&holder, "example-blog.cn").await;
    let (one, two) = tokio::join!(
        submit(&h.backend, &holder, cancellation(shop.id, "a")),
        submit(&h.backend, &holder, cancellation(blog.id, "b")),
    );
    assert_eq!(one.is_ok(), two.is_err());
    let lost = if one.is_ok() { two } else { one };
    assert_eq!(codes_of(lost), ["order_in_progress"]);
    let id = newest_application(h).await.id;
    withdraw(&h.backend, &holder, id).await.unwrap();
    withdraw(&h.backend, &holder, id).await.unwrap();
    assert_eq!(application(h, id).await.status, "withdrawn");
    submit_cancellation(h, &holder, blog.id, "c").await;
    h.run_jobs().await;
}

on_each_database!(a_rejected_request_can_be_submitted_again);
async fn a_rejected_request_can_be_submitted_again(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let id = submit_cancellation(h, &holder, shop.id, "a").await;
    let input = RejectInput {
        application_id: id,
        version: application(h, id).await.version,
        reason: "Say where you move.".to_owned(),
        ..RejectInput::default()
    };
    reject(&h.backend, &h.reviewer().await, input)
        .await
        .unwrap();
    let row = application(h, id).await;
    assert_eq!(
        (row.status.as_str(), row.license_password_encrypted),
        ("provider_rejected", None)
    );
    assert_eq!(submit_cancellation(h, &holder, shop.id, "b").await, id);
    // The second click on the same form.
    assert_eq!(submit_cancellation(h, &holder, shop.id, "b").await, id);
    approve(h, &h.reviewer().await, id).await;
    authority_rejects(h, "资料不全").await;
    assert_eq!(application(h, id).await.status, "authority_rejected");
    let access = access::Entity::find()
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(
        access.state, "live",
        "an authority's refusal leaves the link"
    );
    assert_eq!(submit_cancellation(h, &holder, shop.id, "c").await, id);
    h.run_jobs().await;
}

on_each_database!(what_was_approved_and_not_sent_can_be_withdrawn);
async fn what_was_approved_and_not_sent_can_be_withdrawn(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let id = submit_cancellation(h, &holder, shop.id, "a").await;
    approve(h, &h.reviewer().await, id).await;
    let page = page_of(&h.backend, &holder, id).await.unwrap();
    assert!(page.actions.withdraw);
    withdraw(&h.backend, &holder, id).await.unwrap();
    withdraw(&h.backend, &holder, id).await.unwrap();
    let row = application(h, id).await;
    assert_eq!(
        (row.status.as_str(), row.license_password_encrypted),
        ("withdrawn", None)
    );
    exchange(h, &h.backend).await;
    assert!(h.authority.pending().is_empty());
    // Its place is free again.
    submit_cancellation(h, &holder, shop.id, "b").await;
    h.run_jobs().await;
}

on_each_database!(what_may_have_arrived_cannot_be_withdrawn);
async fn what_may_have_arrived_cannot_be_withdrawn(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let id = submit_cancellation(h, &holder, shop.id, "a").await;
    approve(h, &h.reviewer().await, id).await;
    h.authority.fail_next_upload(Failure::Unreachable);
    exchange(h, &h.backend).await;
    assert_eq!(application(h, id).await.status, "submitting");
    let page = page_of(&h.backend, &holder, id).await.unwrap();
    assert!(!page.actions.withdraw);
    assert_eq!(
        codes_of(withdraw(&h.backend, &holder, id).await),
        ["not_possible_now"]
    );
}

on_each_database!(s5_reminders_count_from_the_last_end_of_access);
async fn s5_reminders_count_from_the_last_end_of_access(h: &Harness) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let canceled_by_authority = |record_id| {
        h.authority.send(vec![Document::Cancellations {
            records: vec![CanceledRecord {
                kind: CancellationKind::Access,
                record_id,
                note: None,
            }],
        }]);
    };
    canceled_by_authority(demo::SHOP.access_authority_id);
    exchange(h, &h.backend).await;
    h.clock.advance(Duration::days(10));
    exchange(h, &h.backend).await;
    assert_eq!(reminders(h, &holder).await, 2, "after 1 and 7 days");

    // Access again, and its end.
    access::ActiveModel {
        website_id: Set(shop.id),
        state: Set("live".to_owned()),
        authority_id: Set(Some(4711)),
        created_at: Set(0),
        version: Set(1),
        ..Default::default()
    }
    .insert(&h.backend.database)
    .await
    .unwrap();
    canceled_by_authority(4711);
    exchange(h, &h.backend).await;
    h.clock.advance(Duration::days(20));
    h.run_jobs().await;
    assert_eq!(
        reminders(h, &holder).await,
        4,
        "those of the second end, and not the third of the first"
    );
    h.clock.advance(Duration::days(10));
    h.run_jobs().await;
    assert_eq!(reminders(h, &holder).await, 5);
}

async fn reminders(h: &Harness, holder: &Caller) -> usize {
    let page = messages(&h.backend, holder, None).await.unwrap();
    let notices = page.items.iter().map(|item| &item.notice);
    notices
        .filter(|notice| matches!(notice, Notice::AddAccessReminder { .. }))
        .count()
}

on_each_database!(a_reminder_whose_job_runs_twice_is_told_once);
async fn a_reminder_whose_job_runs_twice_is_told_once(h: &Harness) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let id = submit_cancellation(h, &holder, shop.id, "k").await;
    approve(h, &h.reviewer().await, id).await;
    authority_approves(h).await;
    let access_id = application(h, id).await.access_id.unwrap();
    for _ in 0..2 {
        add_access_reminder(&h.backend, access_id, 1).await.unwrap();
    }
    assert_eq!(reminders(h, &holder).await, 1);
    h.run_jobs().await;
    let mails = h.mailer.sent_to(&holder.email);
    let of_reminders = mails
        .iter()
        .filter(|mail| mail.subject.starts_with("Please add access"));
    assert_eq!(of_reminders.count(), 1);
}

on_each_database!(s16_what_the_authority_has_cannot_be_withdrawn_or_abandoned);
async fn s16_what_the_authority_has_cannot_be_withdrawn_or_abandoned(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let id = submit_cancellation(h, &holder, shop.id, "a").await;
    approve(h, &h.reviewer().await, id).await;
    exchange(h, &h.backend).await;
    assert_eq!(
        codes_of(withdraw(&h.backend, &holder, id).await),
        ["not_possible_now"]
    );
    assert_eq!(
        codes_of(abandon(&h.backend, &holder, id).await),
        ["not_possible_now"]
    );
}

on_each_database!(somebody_elses_website_is_not_found);
async fn somebody_elses_website_is_not_found(h: &Harness) {
    let shop = h
        .licensed_website(&h.holder().await, "example-shop.cn")
        .await;
    let outcome = submit(&h.backend, &h.partner().await, cancellation(shop.id, "a")).await;
    assert!(matches!(outcome, Err(Error::NotFound)));
}

on_each_database!(s6_the_tick_box_is_demanded_for_an_only_access);
async fn s6_the_tick_box_is_demanded_for_an_only_access(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let unticked = CancelAccessInput {
        only_access_acknowledged: false,
        cancel_reason: String::new(),
        ..cancellation(shop.id, "a")
    };
    let found = codes_of(submit(&h.backend, &holder, unticked).await);
    assert_eq!(found, ["required", "acknowledgement_required"]);
}

on_each_database!(the_numbers_of_the_built_in_reasons_are_policy);
async fn the_numbers_of_the_built_in_reasons_are_policy(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let numbered = h.with_settings(|settings| {
        settings.policy.cancel.reasons.moved_to_another_provider = 21;
    });
    let page = queries::cancel_access::cancel_access(&numbered, &holder, shop.id)
        .await
        .unwrap();
    let offered: Vec<_> = page.reasons.iter().map(|reason| reason.code).collect();
    assert_eq!(offered, [21, 2, 3, 4]);
    let outcome = submit(&numbered, &holder, cancellation(shop.id, "a")).await;
    assert_eq!(codes_of(outcome), ["not_an_option"]);
    let chosen = CancelAccessInput {
        cancel_reason: "21".to_owned(),
        ..cancellation(shop.id, "a")
    };
    submit(&numbered, &holder, chosen).await.unwrap();
    let id = newest_application(h).await.id;
    let page = queries::application::application(&numbered, &holder, id)
        .await
        .unwrap();
    assert_eq!(
        page.cancellation.unwrap().reason.built_in,
        Some(BuiltInReason::MovedToAnotherProvider)
    );
    h.run_jobs().await;
}

on_each_database!(an_old_form_of_a_request_that_is_over_is_out_of_date);
async fn an_old_form_of_a_request_that_is_over_is_out_of_date(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    h.authority.fail_next(Failure::Unreachable);
    let kept = submit(&h.backend, &holder, cancellation(shop.id, "a")).await;
    let Ok(CancelAccessOutcome::KeptUnsubmitted { application_id }) = kept else {
        panic!("{kept:?}")
    };
    abandon(&h.backend, &holder, application_id).await.unwrap();
    let calls = h.authority.calls().len();
    let again = submit(&h.backend, &holder, cancellation(shop.id, "a")).await;
    assert_eq!(codes_of(again), ["changed_meanwhile"]);
    assert_eq!(h.authority.calls().len(), calls, "no try is used up");
    submit_cancellation(h, &holder, shop.id, "b").await;
    h.run_jobs().await;
}
