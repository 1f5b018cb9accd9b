//! Claims and decisions of the provider's reviewers.

use crate::harness::{Harness, on_each_database};
use crate::steps::{application, codes_of, problems, submit_cancellation};
use backend::commands::review::{
    approve::approve, claim::claim, reassign::reassign, reject::reject, release::release,
    reveal::reveal,
};
use backend::error::Error;
use backend::queries::application::application as shown;
use backend::store::entities::{audit_event, authority_report};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};
use shared::field::Field;
use shared::problem::Problem;
use shared::review::FieldReason;
use shared::wire::application::TimelineEvent;
use shared::wire::review::RejectInput;

async fn waiting(h: &Harness) -> i64 {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let id = submit_cancellation(h, &holder, shop.id, "k").await;
    h.run_jobs().await;
    id
}

on_each_database!(two_reviewers_at_once_one_wins_and_the_other_sees_who);
async fn two_reviewers_at_once_one_wins_and_the_other_sees_who(h: &Harness) {
    let id = waiting(h).await;
    let (one, two) = (h.reviewer().await, h.second_reviewer().await);
    let version = application(h, id).await.version;
    let rejection = RejectInput {
        application_id: id,
        version,
        reason: "no".to_owned(),
        ..RejectInput::default()
    };
    let second = h.second_process();
    let (approved, rejected) = tokio::join!(
        approve(&h.backend, &one, id, version),
        reject(&second, &two, rejection.clone()),
    );
    assert_eq!(approved.is_ok(), rejected.is_err());
    let (late, name) = if approved.is_ok() {
        (reject(&h.backend, &two, rejection).await, one.display_name)
    } else {
        (
            approve(&h.backend, &one, id, version).await,
            two.display_name,
        )
    };
    let found = problems(late);
    assert!(
        matches!(found.as_slice(), [Problem::AlreadyDecided { by, .. }] if *by == name),
        "{found:?}"
    );
    h.run_jobs().await;
}

on_each_database!(a_double_click_reports_once);
async fn a_double_click_reports_once(h: &Harness) {
    let id = waiting(h).await;
    let reviewer = h.reviewer().await;
    let version = application(h, id).await.version;
    let second = h.second_process();
    let (one, two) = tokio::join!(
        approve(&h.backend, &reviewer, id, version),
        approve(&second, &reviewer, id, version),
    );
    one.unwrap();
    two.unwrap();
    assert_eq!(
        authority_report::Entity::find()
            .count(&h.backend.database)
            .await
            .unwrap(),
        1
    );
    let rejection = RejectInput {
        application_id: id,
        version,
        reason: "no".to_owned(),
        ..RejectInput::default()
    };
    let other_decision = reject(&h.backend, &reviewer, rejection).await;
    assert_eq!(codes_of(other_decision), ["already_decided"]);
}

on_each_database!(a_double_click_rejects_once);
async fn a_double_click_rejects_once(h: &Harness) {
    let id = waiting(h).await;
    let reviewer = h.reviewer().await;
    let rejection = RejectInput {
        application_id: id,
        version: application(h, id).await.version,
        reason: "no".to_owned(),
        ..RejectInput::default()
    };
    let second = h.second_process();
    let (one, two) = tokio::join!(
        reject(&h.backend, &reviewer, rejection.clone()),
        reject(&second, &reviewer, rejection),
    );
    one.unwrap();
    two.unwrap();
    let rejections = audit_event::Entity::find()
        .filter(audit_event::Column::Kind.eq(TimelineEvent::ProviderRejected.code()))
        .count(&h.backend.database)
        .await
        .unwrap();
    assert_eq!(rejections, 1);
    h.run_jobs().await;
}

on_each_database!(a_claim_keeps_others_out_until_released_or_reassigned);
async fn a_claim_keeps_others_out_until_released_or_reassigned(h: &Harness) {
    let id = waiting(h).await;
    let (one, two) = (h.reviewer().await, h.second_reviewer().await);
    claim(&h.backend, &one, id).await.unwrap();
    claim(&h.backend, &one, id).await.unwrap();
    assert_eq!(
        codes_of(claim(&h.backend, &two, id).await),
        ["claimed_by_other"]
    );
    let version = application(h, id).await.version;
    assert_eq!(
        codes_of(approve(&h.backend, &two, id, version).await),
        ["claimed_by_other"]
    );
    release(&h.backend, &two, id).await.unwrap();
    assert_eq!(application(h, id).await.claimed_by, Some(one.account_id));
    let supervisor = h.supervisor().await;
    reassign(&h.backend, &supervisor, id, two.account_id)
        .await
        .unwrap();
    let wrong = reassign(&h.backend, &supervisor, id, h.auditor().await.account_id).await;
    assert_eq!(codes_of(wrong), ["not_an_option"]);
    let version = application(h, id).await.version;
    approve(&h.backend, &two, id, version).await.unwrap();
}

on_each_database!(a_page_that_is_out_of_date_decides_nothing);
async fn a_page_that_is_out_of_date_decides_nothing(h: &Harness) {
    let id = waiting(h).await;
    let reviewer = h.reviewer().await;
    let version = application(h, id).await.version;
    claim(&h.backend, &reviewer, id).await.unwrap();
    assert_eq!(
        codes_of(approve(&h.backend, &reviewer, id, version).await),
        ["changed_meanwhile"]
    );
}

on_each_database!(only_reviewers_decide);
async fn only_reviewers_decide(h: &Harness) {
    let id = waiting(h).await;
    for caller in [h.holder().await, h.auditor().await, h.administrator().await] {
        let outcome = approve(&h.backend, &caller, id, 1).await;
        assert!(matches!(outcome, Err(Error::Forbidden)), "{caller:?}");
    }
}

on_each_database!(a_rejection_needs_a_reason);
async fn a_rejection_needs_a_reason(h: &Harness) {
    let id = waiting(h).await;
    let input = RejectInput {
        application_id: id,
        version: 1,
        ..RejectInput::default()
    };
    assert_eq!(
        codes_of(reject(&h.backend, &h.reviewer().await, input).await),
        ["no_reason_given"]
    );
}

on_each_database!(a_field_alone_is_reason_enough_and_one_without_words_is_none);
async fn a_field_alone_is_reason_enough_and_one_without_words_is_none(h: &Harness) {
    let id = waiting(h).await;
    let version = application(h, id).await.version;
    let about = |field, reason: &str| FieldReason {
        field,
        reason: reason.to_owned(),
    };
    let input = |fields| RejectInput {
        application_id: id,
        version,
        fields,
        ..RejectInput::default()
    };
    let blank = input(vec![about(Field::CancelNote, " ")]);
    let reviewer = h.reviewer().await;
    assert_eq!(
        codes_of(reject(&h.backend, &reviewer, blank).await),
        ["no_reason_given"]
    );
    let one = input(vec![
        about(Field::CancelNote, " "),
        about(Field::NewProvider, " Two\nlines "),
    ]);
    reject(&h.backend, &reviewer, one).await.unwrap();
    let page = shown(&h.backend, &h.holder().await, id).await.unwrap();
    assert_eq!(
        page.rejection.unwrap().fields,
        [about(Field::NewProvider, "Two lines")]
    );
    h.run_jobs().await;
}

on_each_database!(revealing_personal_data_is_audited);
async fn revealing_personal_data_is_audited(h: &Harness) {
    let (text, _) = crate::steps::issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = crate::steps::submit_first_license(h, &partner, &text, "shili.cn").await;
    let revealed = reveal(&h.backend, &h.reviewer().await, id, "")
        .await
        .unwrap();
    let form = revealed.filing.unwrap();
    assert_eq!(form.entity.principal.mobile, "13800000000");
    let events = audit_event::Entity::find()
        .filter(audit_event::Column::Kind.eq("personal_data.revealed"))
        .count(&h.backend.database)
        .await
        .unwrap();
    assert_eq!(events, 1);
    assert!(matches!(
        reveal(&h.backend, &h.auditor().await, id, "").await,
        Err(Error::Forbidden)
    ));
    h.run_jobs().await;
}
