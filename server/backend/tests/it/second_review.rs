//! What a reviewer sees of an application that comes back changed.

use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, approve, cancellation, first_license_form, issue_code, submit,
    submit_cancellation, submit_first_license,
};
use backend::commands::applications::{
    save_step::{SavingPage, save_step},
    withdraw::withdraw,
};
use backend::commands::cancel_access::submit::submit as submit_cancel_access;
use backend::commands::review::reject::reject as try_to_reject;
use backend::queries::review_application::review_application;
use backend::store::entities::application;
use sea_orm::ActiveModelTrait;
use sea_orm::ActiveValue::Set;
use shared::application::FilingForm;
use shared::field::Field;
use shared::wire::license::CancelAccessInput;
use shared::wire::review::{AnswerChange, RejectInput};

async fn reject(h: &Harness, id: i64) {
    let input = RejectInput {
        application_id: id,
        version: application(h, id).await.version,
        reason: "not readable".to_owned(),
        ..RejectInput::default()
    };
    let reviewer = h.reviewer().await;
    try_to_reject(&h.backend, &reviewer, input).await.unwrap();
}

async fn changes(h: &Harness, id: i64) -> Vec<AnswerChange> {
    let reviewer = h.second_reviewer().await;
    let page = review_application(&h.backend, &reviewer, id).await.unwrap();
    page.changes
}

fn change(field: Field, before: &str, after: &str) -> AnswerChange {
    AnswerChange {
        field,
        before: before.to_owned(),
        after: after.to_owned(),
    }
}

async fn modify(h: &Harness, id: i64, form: FilingForm) {
    let (partner, version) = (h.partner().await, application(h, id).await.version);
    let left = save_step(
        &h.backend,
        &partner,
        id,
        SavingPage::opened_at(version),
        form,
        None,
    )
    .await;
    assert_eq!(left.unwrap(), []);
}

async fn submitted(h: &Harness) -> i64 {
    h.jobs_may_be_left();
    let (text, _) = issue_code(h, &h.holder().await).await;
    submit_first_license(h, &h.partner().await, &text, "shili.cn").await
}

fn corrected_form() -> FilingForm {
    let mut form = first_license_form("shili.cn");
    form.website.name = "示例科技".to_owned();
    form.entity.principal.mobile = "13811110000".to_owned();
    form.entity.principal.email = "lisi@example.cn".to_owned();
    form
}

on_each_database!(what_came_back_is_compared_with_what_was_rejected);
async fn what_came_back_is_compared_with_what_was_rejected(h: &Harness) {
    let id = submitted(h).await;
    assert_eq!(changes(h, id).await, []);
    reject(h, id).await;
    modify(h, id, corrected_form()).await;
    assert_eq!(changes(h, id).await, [], "its holder is still at it");
    submit(h, &h.partner().await, id).await.unwrap();
    let expected = [
        // Masked, so that they read alike.
        change(Field::EntityPrincipalMobile, "138****0000", "138****0000"),
        change(
            Field::EntityPrincipalEmail,
            "zha•••@example.cn",
            "lis•••@example.cn",
        ),
        change(Field::WebsiteName, "示例科技官方网站", "示例科技"),
    ];
    assert_eq!(changes(h, id).await, expected);
    reject(h, id).await;
    submit(h, &h.partner().await, id).await.unwrap();
    assert_eq!(changes(h, id).await, [], "nothing changed this time");
}

on_each_database!(what_was_withdrawn_in_between_is_compared_with_the_last_decision);
async fn what_was_withdrawn_in_between_is_compared_with_the_last_decision(h: &Harness) {
    let id = submitted(h).await;
    let partner = h.partner().await;
    withdraw(&h.backend, &partner, id).await.unwrap();
    modify(h, id, corrected_form()).await;
    submit(h, &partner, id).await.unwrap();
    assert_eq!(changes(h, id).await, [], "nobody has decided yet");
    approve(h, &h.reviewer().await, id).await;
    for name in ["示例", "示例网"] {
        withdraw(&h.backend, &partner, id).await.unwrap();
        let mut form = corrected_form();
        form.website.name = name.to_owned();
        modify(h, id, form).await;
        submit(h, &partner, id).await.unwrap();
        let expected = [change(Field::WebsiteName, "示例科技", name)];
        assert_eq!(changes(h, id).await, expected);
    }
}

on_each_database!(another_address_is_a_change);
async fn another_address_is_a_change(h: &Harness) {
    let id = submitted(h).await;
    let before = application(h, id).await.public_ip.unwrap();
    reject(h, id).await;
    submit(h, &h.partner().await, id).await.unwrap();
    let mut row = application::ActiveModel::from(application(h, id).await);
    row.public_ip = Set(Some("203.0.113.99".to_owned()));
    row.submitted_public_ip = row.public_ip.clone();
    row.update(&h.backend.database).await.unwrap();
    let expected = [change(Field::Server, &before, "203.0.113.99")];
    assert_eq!(changes(h, id).await, expected);
}

on_each_database!(a_cancellation_says_which_of_its_reasons_changed);
async fn a_cancellation_says_which_of_its_reasons_changed(h: &Harness) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let id = submit_cancellation(h, &holder, shop.id, "one").await;
    reject(h, id).await;
    let input = CancelAccessInput {
        cancel_reason: "2".to_owned(),
        note: "it is closed".to_owned(),
        ..cancellation(shop.id, "two")
    };
    submit_cancel_access(&h.backend, &holder, input)
        .await
        .unwrap();
    let expected = [
        change(
            Field::CancelReason,
            "moved_to_another_provider",
            "website_closed",
        ),
        change(Field::CancelNote, "moving", "it is closed"),
    ];
    assert_eq!(changes(h, id).await, expected);
}
