//! What staff see: applications that were submitted, as they were submitted, without names of
//! persons.

mod names;

use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, codes_of, fill_in_first_license, first_license_form, issue_code, submit,
};
use backend::commands::applications::{
    save_step::{SavingPage, save_step},
    withdraw::withdraw,
};
use backend::commands::review::approve::approve;
use backend::commands::review::claim::claim;
use backend::commands::review::reassign::reassign;
use backend::commands::review::reject::reject;
use backend::commands::review::reveal::reveal;
use backend::commands::service_tokens::{authenticate::authenticate, create::create};
use backend::error::{Error, Result};
use backend::jobs::follow_events::follow_events;
use backend::queries::all_codes::all_codes;
use backend::queries::audit::audit;
use backend::queries::export_audit::export_audit;
use backend::queries::machine::application_status::application_status;
use backend::queries::review_application::review_application;
use backend::queries::review_queue::review_queue;
use backend::queries::spreadsheet::ExportFormat;
use backend::service_token::{Scope, ServiceCaller};
use backend::store::entities::audit_event;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::application::ApplicationStatus;
use shared::wire::audit::AuditFilter;
use shared::wire::code::CodeFilter;
use shared::wire::review::{QueueFilter, RejectInput};

fn is_not_found<T: std::fmt::Debug>(outcome: Result<T>) {
    assert!(matches!(outcome, Err(Error::NotFound)), "{outcome:?}");
}

async fn machine(h: &Harness) -> ServiceCaller {
    let scopes = [Scope::ReadApplications];
    let token = create(&h.backend, &h.administrator().await, "gateway", &scopes).await;
    authenticate(&h.backend, &token.unwrap()).await.unwrap()
}

/// The domains that the queue shows for a search.
async fn found(h: &Harness, search: &str) -> Vec<String> {
    let filter = QueueFilter {
        search: Some(search.to_owned()),
        ..QueueFilter::default()
    };
    let page = review_queue(&h.backend, &h.reviewer().await, filter)
        .await
        .unwrap();
    page.rows.items.into_iter().map(|row| row.domain).collect()
}

on_each_database!(a_draft_is_its_holder_s_alone);
async fn a_draft_is_its_holder_s_alone(h: &Harness) {
    let (code, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    follow_events(&h.backend).await.unwrap();
    let (mut changes, _) = h.backend.live.subscribe();
    let mut heard = async || {
        follow_events(&h.backend).await.unwrap();
        let mut of_application = Vec::new();
        while let Ok(change) = changes.try_recv() {
            of_application.extend(change.application_id.map(|_| change.of_draft));
        }
        of_application
    };
    let id = fill_in_first_license(h, &partner, &code, "shili.cn").await;
    assert_eq!(heard().await, [true; 2]);
    let row = application(h, id).await;
    let (reviewer, supervisor) = (h.reviewer().await, h.supervisor().await);
    let backend = &h.backend;

    is_not_found(review_application(backend, &reviewer, id).await);
    is_not_found(reveal(backend, &reviewer, id, "A complaint.").await);
    is_not_found(claim(backend, &reviewer, id).await);
    is_not_found(reassign(backend, &supervisor, id, reviewer.account_id).await);
    is_not_found(approve(backend, &reviewer, id, row.version).await);
    let rejection = RejectInput {
        application_id: id,
        version: row.version,
        reason: "No.".to_owned(),
        ..RejectInput::default()
    };
    is_not_found(reject(backend, &reviewer, rejection).await);
    let gateway = machine(h).await;
    is_not_found(application_status(backend, &gateway, &row.number).await);
    for search in [row.number.as_str(), "shili.cn", "杭州示例"] {
        assert_eq!(found(h, search).await, [""; 0], "{search}");
    }
    for status in ApplicationStatus::CODES {
        let filter = QueueFilter {
            status: Some(status.to_owned()),
            ..QueueFilter::default()
        };
        let page = review_queue(backend, &reviewer, filter).await.unwrap();
        assert_eq!(page.rows.items, [], "{status}");
    }

    // Its code's events stay, and do not name it.
    let filter = AuditFilter::default;
    let events = audit(backend, &supervisor, filter()).await.unwrap().items;
    assert!(
        events.iter().any(|event| event.kind == "code.reserved"),
        "{events:?}"
    );
    let names_it = |event: &&shared::wire::audit::AuditRow| {
        event.subject == "application" || event.application_id.is_some()
    };
    assert_eq!(events.iter().find(names_it), None);
    let file = export_audit(backend, &supervisor, filter(), ExportFormat::Csv).await;
    let file = String::from_utf8(file.unwrap()).unwrap();
    assert!(!file.contains("application."), "{file}");
    assert!(!file.contains(&row.number), "{file}");
    for application in [row.number.clone(), id.to_string()] {
        let of_it = AuditFilter {
            application: Some(application),
            ..AuditFilter::default()
        };
        let events = audit(backend, &supervisor, of_it).await.unwrap();
        assert_eq!(events.items, []);
    }

    let codes = all_codes(backend, &supervisor, CodeFilter::default()).await;
    let codes = format!("{codes:?}");
    assert!(codes.contains("Licensing"), "{codes}");
    for unseen in [row.number.as_str(), "shili.cn"] {
        assert!(!codes.contains(unseen), "{codes}");
    }

    submit(h, &partner, id).await.unwrap();
    assert!(heard().await.ends_with(&[false]));
    review_application(backend, &reviewer, id).await.unwrap();
    assert_eq!(found(h, "shili.cn").await, ["shili.cn"]);
    let events = audit(backend, &supervisor, filter()).await.unwrap().items;
    let kinds: Vec<_> = events.iter().map(|event| event.kind.as_str()).collect();
    assert!(kinds.contains(&"application.created"), "{kinds:?}");
    let found = application_status(backend, &gateway, &row.number).await;
    assert_eq!(found.unwrap().domain, "shili.cn");
    h.run_jobs().await;
}

on_each_database!(what_is_typed_after_a_withdrawal_is_seen_once_it_is_submitted);
async fn what_is_typed_after_a_withdrawal_is_seen_once_it_is_submitted(h: &Harness) {
    let (code, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = fill_in_first_license(h, &partner, &code, "shili.cn").await;
    submit(h, &partner, id).await.unwrap();
    withdraw(&h.backend, &partner, id).await.unwrap();
    let mut form = first_license_form("another.cn");
    form.entity.name = "宁波示例科技有限公司".to_owned();
    form.entity.principal.mobile = "13900000000".to_owned();
    let version = application(h, id).await.version;
    save_step(
        &h.backend,
        &partner,
        id,
        SavingPage::opened_at(version),
        form,
        None,
    )
    .await
    .unwrap();

    let reviewer = h.reviewer().await;
    let seen = async || {
        let page = review_application(&h.backend, &reviewer, id).await.unwrap();
        let form = page.application.filing.unwrap();
        let revealed = reveal(&h.backend, &reviewer, id, "A complaint.").await;
        let revealed = revealed.unwrap().filing.unwrap();
        [
            page.application.domain,
            page.entity_name,
            form.website.domain,
            form.entity.principal.mobile,
            revealed.entity.principal.mobile,
        ]
    };
    let before = [
        "shili.cn",
        "杭州示例科技有限公司",
        "shili.cn",
        "138****0000",
        "13800000000",
    ];
    let after = [
        "another.cn",
        "宁波示例科技有限公司",
        "another.cn",
        "139****0000",
        "13900000000",
    ];
    assert_eq!(seen().await, before);
    assert_eq!(found(h, "another.cn").await, [""; 0]);
    assert_eq!(found(h, "宁波").await, [""; 0]);
    assert_eq!(found(h, "shili.cn").await, ["shili.cn"]);
    submit(h, &partner, id).await.unwrap();
    assert_eq!(seen().await, after);
    assert_eq!(found(h, "宁波").await, ["another.cn"]);
    assert_eq!(found(h, "shili.cn").await, [""; 0]);
    h.run_jobs().await;
}

on_each_database!(outside_of_a_review_personal_data_is_revealed_for_a_reason);
async fn outside_of_a_review_personal_data_is_revealed_for_a_reason(h: &Harness) {
    let (code, _) = issue_code(h, &h.holder().await).await;
    let (partner, reviewer) = (h.partner().await, h.reviewer().await);
    let id = fill_in_first_license(h, &partner, &code, "shili.cn").await;
    submit(h, &partner, id).await.unwrap();
    let page = review_application(&h.backend, &reviewer, id).await.unwrap();
    assert!(page.actions.reveal && !page.actions.reveal_needs_reason);
    reveal(&h.backend, &reviewer, id, "").await.unwrap();
    withdraw(&h.backend, &partner, id).await.unwrap();
    let page = review_application(&h.backend, &reviewer, id).await.unwrap();
    assert!(page.actions.reveal && page.actions.reveal_needs_reason);
    let without = reveal(&h.backend, &reviewer, id, " ").await;
    assert_eq!(codes_of(without), ["required"]);
    let endless = reveal(&h.backend, &reviewer, id, &"x".repeat(501)).await;
    assert_eq!(codes_of(endless), ["too_long"]);
    reveal(&h.backend, &reviewer, id, " Case 12 ")
        .await
        .unwrap();
    let events = audit_event::Entity::find()
        .filter(audit_event::Column::Kind.eq("personal_data.revealed"))
        .order_by_asc(audit_event::Column::Id)
        .all(&h.backend.database)
        .await
        .unwrap();
    let reason = |event: &audit_event::Model| {
        let note = event.note_encrypted.as_deref();
        note.map(|note| h.backend.cipher.decrypt("audit_event.note", note).unwrap())
    };
    let reasons: Vec<_> = events.iter().map(reason).collect();
    assert_eq!(reasons, [None, Some("Case 12".to_owned())]);
    h.run_jobs().await;
}
