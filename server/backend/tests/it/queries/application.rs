//! An application's page as its holder sees it.

use super::rows::filing_form;
use crate::harness::{Harness, on_each_database};
use backend::error::Error;
use backend::forms::{CancellationForm, StoredRejection};
use backend::instant::{from_millis, to_millis};
use backend::queries::application::application;
use chrono::Duration;
use sea_orm::ActiveValue::Set;
use shared::application::{Actor, ApplicationKind};
use shared::cancel_access::BuiltInReason;
use shared::field::Field;
use shared::policy::OnAbandon;
use shared::review::FieldReason;
use shared::wire::application::{CodeFate, TimelineEvent};

on_each_database!(somebody_else_s_application_is_not_found);
async fn somebody_else_s_application_is_not_found(h: &Harness) {
    let row = h.draft(&h.partner().await, "FL-20261123-0001").await;
    let refused = application(&h.backend, &h.holder().await, row.id).await;
    assert!(matches!(refused, Err(Error::NotFound)));
    let refused = application(&h.backend, &h.reviewer().await, row.id).await;
    assert!(matches!(refused, Err(Error::Forbidden)));
}

on_each_database!(personal_data_is_masked_and_the_lifecycle_gives_the_actions);
async fn personal_data_is_masked_and_the_lifecycle_gives_the_actions(h: &Harness) {
    let partner = h.partner().await;
    let row = h.draft(&partner, "FL-20261123-0001").await;
    let page = application(&h.backend, &partner, row.id).await.unwrap();
    assert_eq!(page.website_name, "Partner Shop");
    assert_eq!(page.next_step.actor, Actor::Holder);
    // R-2, policy `draft.expire_after_days`.
    let end = from_millis(row.updated_at) + Duration::days(45);
    assert_eq!(page.ends_alone_at, Some(end));
    let filing = page.filing.unwrap();
    assert_ne!(filing, filing_form());
    assert_eq!(filing.entity.principal.mobile, "138****0000");
    assert_eq!(
        filing.entity.principal.document_number,
        "110105********002X"
    );
    let actions = page.actions;
    assert!(actions.edit && actions.submit && actions.abandon && !actions.withdraw);

    let waiting = h
        .waiting(&partner, "FL-20261123-0002", h.backend.now())
        .await;
    let page = application(&h.backend, &partner, waiting.id).await.unwrap();
    assert_eq!(page.next_step.actor, Actor::Provider);
    assert_eq!(page.next_step.due_at, Some(h.backend.now()));
    assert_eq!(page.ends_alone_at, None);
    let actions = page.actions;
    assert!(!actions.edit && !actions.submit && actions.abandon && actions.withdraw);
}

on_each_database!(the_authority_has_twenty_working_days);
async fn the_authority_has_twenty_working_days(h: &Harness) {
    let partner = h.partner().await;
    let row = h
        .application(
            &partner,
            ApplicationKind::FirstLicense,
            "FL-20261123-0001",
            |row| {
                row.status = Set("authority_review".to_owned());
            },
        )
        .await;
    let next = application(&h.backend, &partner, row.id)
        .await
        .unwrap()
        .next_step;
    assert_eq!(next.actor, Actor::Authority);
    assert_eq!(
        next.due_at.unwrap().to_rfc3339(),
        "2026-12-21T16:00:00+00:00"
    );
}

on_each_database!(the_timeline_tells_the_holder_what_is_meant_for_the_holder);
async fn the_timeline_tells_the_holder_what_is_meant_for_the_holder(h: &Harness) {
    let (partner, reviewer) = (h.partner().await, h.reviewer().await);
    let row = h.draft(&partner, "FL-20261123-0001").await;
    h.event(&row, TimelineEvent::Created, Some(&partner), None)
        .await;
    h.event(&row, TimelineEvent::Claimed, Some(&reviewer), None)
        .await;
    h.event(
        &row,
        TimelineEvent::ProviderRejected,
        Some(&reviewer),
        Some("The name is too general."),
    )
    .await;
    h.event(&row, TimelineEvent::TakenBack, None, Some("code 1030"))
        .await;
    let timeline = application(&h.backend, &partner, row.id)
        .await
        .unwrap()
        .timeline;
    let told: Vec<_> = timeline
        .iter()
        .map(|entry| (entry.event, entry.note.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            (TimelineEvent::Created, None),
            (
                TimelineEvent::ProviderRejected,
                Some("The name is too general.")
            ),
            (TimelineEvent::TakenBack, None),
        ]
    );
    assert!(timeline.iter().all(|entry| entry.actor.is_none()));
}

on_each_database!(r1_the_fate_of_the_code_is_told_before_abandoning);
async fn r1_the_fate_of_the_code_is_told_before_abandoning(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let server = h.eligible_server(&holder).await;
    let (code, text) = h.unused_code(server.id, &holder, h.backend.now()).await;
    let (other, _) = h.unused_code(server.id, &holder, h.backend.now()).await;
    let kind = ApplicationKind::FirstLicense;
    let submitted = h
        .application(&partner, kind, "FL-20261123-0001", |row| {
            row.code_id = Set(Some(code.id));
            row.was_submitted = Set(true);
        })
        .await;
    let draft = h
        .application(&partner, kind, "FL-20261123-0002", |row| {
            row.code_id = Set(Some(other.id))
        })
        .await;
    // Nobody holds the code yet: it is not in use by this application.
    assert_eq!(
        application(&h.backend, &partner, submitted.id)
            .await
            .unwrap()
            .code,
        None
    );
    h.licensing(code, &submitted).await;
    h.licensing(other, &draft).await;

    let in_use = application(&h.backend, &partner, submitted.id)
        .await
        .unwrap()
        .code
        .unwrap();
    assert_eq!(
        (in_use.code, in_use.fate_on_abandon),
        (text.to_string(), CodeFate::Burned)
    );
    let in_use = application(&h.backend, &partner, draft.id)
        .await
        .unwrap()
        .code
        .unwrap();
    assert_eq!(in_use.fate_on_abandon, CodeFate::Released);
    let releasing =
        h.with_settings(|settings| settings.policy.code.on_abandon = OnAbandon::Release);
    let in_use = application(&releasing, &partner, submitted.id)
        .await
        .unwrap()
        .code
        .unwrap();
    assert_eq!(in_use.fate_on_abandon, CodeFate::Released);
}

on_each_database!(a_rejected_cancellation_shows_its_reason_and_its_facts);
async fn a_rejected_cancellation_shows_its_reason_and_its_facts(h: &Harness) {
    let holder = h.holder().await;
    let shop = h.licensed_website(&holder, "example-shop.cn").await;
    let cipher = &h.backend.cipher;
    let form = CancellationForm {
        reason_code: Some(2),
        only_access: true,
        ..CancellationForm::default()
    };
    let rejection = StoredRejection {
        by_authority: true,
        reason: "材料不符".to_owned(),
        fields: vec![FieldReason {
            field: Field::CancelReason,
            reason: "选错".to_owned(),
        }],
        at: h.backend.now(),
    };
    let form = cipher.seal("application.form", &form).unwrap();
    let sealed = cipher.seal("application.rejection", &rejection).unwrap();
    let now = to_millis(h.backend.now());
    let row = h
        .application(
            &holder,
            ApplicationKind::CancelAccess,
            "CA-20261123-0001",
            |row| {
                row.status = Set("authority_rejected".to_owned());
                row.entity_id = Set(Some(shop.entity_id));
                row.website_id = Set(Some(shop.id));
                row.form_encrypted = Set(form);
                row.rejection_encrypted = Set(Some(sealed));
                row.password_accepted_at = Set(Some(now));
            },
        )
        .await;
    let page = application(&h.backend, &holder, row.id).await.unwrap();
    assert_eq!(
        page.entity_license_number.as_deref(),
        Some("京ICP备20260001号")
    );
    assert_eq!(
        page.website_license_number.as_deref(),
        Some("京ICP备20260001号-1")
    );
    let shown = page.rejection.unwrap();
    assert!(shown.by_authority);
    assert_eq!(
        (shown.reason, shown.fields),
        (rejection.reason, rejection.fields)
    );
    let cancellation = page.cancellation.unwrap();
    assert_eq!(
        cancellation.reason.built_in,
        Some(BuiltInReason::WebsiteClosed)
    );
    assert_eq!(cancellation.domains.len(), 1);
    assert_eq!(cancellation.password_accepted_at, Some(h.backend.now()));
    assert!(cancellation.only_access && page.filing.is_none());
}
