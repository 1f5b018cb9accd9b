//! What may happen to a filing between its steps: another draft is approved first, its server
//! gets another address, its password was wrong, nobody goes on with it.

use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, approve, authority_approves, code, codes_of, exchange, fill_in_new_access,
    first_license_form, issue_code, new_access_form, submit, submit_first_license, verify_code,
};
use backend::caller::Caller;
use backend::commands::applications::{save_step, verify_product::verify_product};
use backend::commands::review::reject::reject;
use backend::jobs::{
    clean_up::clean_up, download_results::download_results, expire_drafts::expire_drafts,
    hold_applications::hold_applications,
};
use backend::queries::application::application as shown;
use backend::queries::audit::audit;
use backend::queries::licenses::licenses;
use backend::queries::messages::messages;
use backend::store::entities::{authority_report, cloud_server};
use chrono::Duration;
use ports::authority::{CanceledRecord, CancellationKind, Document, demo};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::field::Field;
use shared::review::FieldReason;
use shared::wire::audit::AuditFilter;
use shared::wire::message::Notice;
use shared::wire::review::RejectInput;

/// A draft of a first license that is complete.
async fn complete_draft(h: &Harness, applicant: &Caller, code: &str, domain: &str) -> i64 {
    let input = verify_code("first_license", domain, code);
    let id = verify_product(&h.backend, applicant, input).await.unwrap();
    let (version, form) = (application(h, id).await.version, first_license_form(domain));
    save_step::save_step(
        &h.backend,
        applicant,
        id,
        save_step::SavingPage::opened_at(version),
        form,
        None,
    )
    .await
    .unwrap();
    id
}

async fn bind(h: &Harness, server_id: i64, address: &str) {
    cloud_server::Entity::update_many()
        .col_expr(cloud_server::Column::PublicIp, Expr::value(address))
        .filter(cloud_server::Column::Id.eq(server_id))
        .exec(&h.backend.database)
        .await
        .unwrap();
}

fn field_reasons(fields: &[(Field, &str)]) -> Vec<FieldReason> {
    let about = |(field, reason): &(Field, &str)| FieldReason {
        field: *field,
        reason: (*reason).to_owned(),
    };
    fields.iter().map(about).collect()
}

async fn send_back(h: &Harness, id: i64, fields: &[(Field, &str)]) {
    let input = RejectInput {
        application_id: id,
        version: application(h, id).await.version,
        fields: field_reasons(fields),
        ..RejectInput::default()
    };
    reject(&h.backend, &h.reviewer().await, input)
        .await
        .unwrap();
}

on_each_database!(a_first_license_is_the_only_one_of_its_account);
async fn a_first_license_is_the_only_one_of_its_account(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let (late, _) = issue_code(h, &holder).await;
    let draft = complete_draft(h, &partner, &late, "later.cn").await;
    let (text, _) = issue_code(h, &holder).await;
    let first = submit_first_license(h, &partner, &text, "shili.cn").await;
    approve(h, &h.reviewer().await, first).await;
    authority_approves(h).await;
    assert_eq!(
        codes_of(submit(h, &partner, draft).await),
        ["entity_exists"]
    );
}

on_each_database!(a_canceled_entity_leaves_its_archive_and_room_for_another);
async fn a_canceled_entity_leaves_its_archive_and_room_for_another(h: &Harness) {
    let holder = h.holder().await;
    for domain in ["example-shop.cn", "example-blog.cn"] {
        h.licensed_website(&holder, domain).await;
    }
    let records = vec![CanceledRecord {
        kind: CancellationKind::Entity,
        record_id: demo::HOLDER.entity_authority_id,
        note: None,
    }];
    h.authority.send(vec![Document::Cancellations { records }]);
    download_results(&h.backend).await.unwrap();
    h.run_jobs().await;
    let page = licenses(&h.backend, &holder).await.unwrap();
    assert_eq!(
        (page.entity, page.websites.len(), page.archive.len()),
        (None, 0, 2)
    );
    let told = messages(&h.backend, &holder, None).await.unwrap().items;
    let [told] = told.as_slice() else {
        panic!("not one message of one event: {told:?}")
    };
    assert!(
        matches!(&told.notice, Notice::AccessEndedByAuthority { further, .. } if further.len() == 1),
        "{:?}",
        told.notice
    );
    assert_eq!(h.mailer.sent().len(), 1);
    let (text, _) = issue_code(h, &h.partner().await).await;
    submit_first_license(h, &holder, &text, "shili.cn").await;
    h.run_jobs().await;
}

on_each_database!(r3_another_address_holds_the_filing_until_it_is_back);
async fn r3_another_address_holds_the_filing_until_it_is_back(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let draft = complete_draft(h, &partner, &text, "shili.cn").await;
    // Before the submission the address follows the server.
    bind(h, row.server_id, "203.0.113.77").await;
    submit(h, &partner, draft).await.unwrap();
    let submitted = application(h, draft).await;
    assert_eq!(submitted.public_ip.as_deref(), Some("203.0.113.77"));
    bind(h, row.server_id, "203.0.113.78").await;
    let reviewer = h.reviewer().await;
    let approval = backend::commands::review::approve::approve(
        &h.backend,
        &reviewer,
        draft,
        submitted.version,
    );
    assert_eq!(codes_of(approval.await), ["held"]);
    hold_applications(&h.backend).await.unwrap();
    assert!(application(h, draft).await.hold_reason.is_some());
    bind(h, row.server_id, "203.0.113.77").await;
    hold_applications(&h.backend).await.unwrap();
    assert_eq!(application(h, draft).await.hold_reason, None);
    approve(h, &reviewer, draft).await;
    bind(h, row.server_id, "203.0.113.79").await;
    exchange(h, &h.backend).await;
    assert_eq!(application(h, draft).await.status, "submitting");
    assert!(h.authority.pending().is_empty());
}

on_each_database!(s11_a_wrong_password_is_forgotten_and_audited);
async fn s11_a_wrong_password_is_forgotten_and_audited(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = fill_in_new_access(h, &partner, &text, new_access_form()).await;
    let version = application(h, id).await.version;
    let wrong = Some("wrong".to_owned());
    save_step::save_step(
        &h.backend,
        &partner,
        id,
        save_step::SavingPage::opened_at(version),
        new_access_form(),
        wrong,
    )
    .await
    .unwrap();
    assert_eq!(
        codes_of(submit(h, &partner, id).await),
        ["license_password_wrong"]
    );
    // Not the same try once more.
    assert_eq!(codes_of(submit(h, &partner, id).await), ["required"]);
    let filter = AuditFilter {
        kind: Some("account.license_password".to_owned()),
        actor: Some(partner.email.clone()),
        ..AuditFilter::default()
    };
    let page = audit(&h.backend, &h.auditor().await, filter).await.unwrap();
    assert_eq!(page.items.len(), 1);
}

// Protocol 4.3: every uploaded file is kept for three months.
on_each_database!(s11_the_password_is_erased_with_the_verdict_and_its_hash_in_time);
async fn s11_the_password_is_erased_with_the_verdict_and_its_hash_in_time(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = fill_in_new_access(h, &partner, &text, new_access_form()).await;
    submit(h, &partner, id).await.unwrap();
    approve(h, &h.reviewer().await, id).await;
    authority_approves(h).await;
    let report = async || {
        let reports = authority_report::Entity::find().one(&h.backend.database);
        reports.await.unwrap().unwrap()
    };
    assert_eq!(report().await.report_encrypted, None);
    for (days, is_kept) in [(92, true), (1, false)] {
        h.clock.advance(Duration::days(days));
        clean_up(&h.backend).await.unwrap();
        assert_eq!(report().await.package_encrypted.is_some(), is_kept);
    }
}

on_each_database!(every_reason_of_a_rejection_is_told_and_kept);
async fn every_reason_of_a_rejection_is_told_and_kept(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    let fields = [
        (Field::WebsiteName, "Names no province."),
        (Field::WebsiteDomain, "Belongs to another."),
    ];
    send_back(h, id, &fields).await;
    h.run_jobs().await;
    let page = messages(&h.backend, &partner, None).await.unwrap();
    let Notice::ProviderRejected {
        reason,
        fields: told,
        ..
    } = &page.items[0].notice
    else {
        panic!("{:?}", page.items[0].notice)
    };
    let expected = field_reasons(&fields);
    assert_eq!((reason.as_str(), &told[..]), ("", &expected[..]));
    let mails = h.mailer.sent_to("partner@example.com");
    let of_field = "Website name: Names no province.\nDomain: Belongs to another.";
    assert!(
        mails.iter().any(|mail| mail.body.contains(of_field)),
        "{mails:?}"
    );
    let seen = shown(&h.backend, &partner, id).await.unwrap().timeline;
    let rejected = seen.iter().find(|entry| !entry.fields.is_empty()).unwrap();
    assert_eq!(
        (&rejected.note, &rejected.fields[..]),
        (&None, &expected[..])
    );
    submit(h, &partner, id).await.unwrap();
    let filter = AuditFilter {
        kind: Some("application.provider_rejected".to_owned()),
        ..AuditFilter::default()
    };
    let page = audit(&h.backend, &h.auditor().await, filter).await.unwrap();
    let kept = "Names no province.\nBelongs to another.";
    assert_eq!(page.items[0].note.as_deref(), Some(kept));
    h.run_jobs().await;
}

on_each_database!(r2_what_came_back_and_is_left_alone_ends);
async fn r2_what_came_back_and_is_left_alone_ends(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    send_back(h, id, &[(Field::WebsiteName, "Names no province.")]).await;
    h.clock.advance(Duration::days(45));
    expire_drafts(&h.backend).await.unwrap();
    assert_eq!(application(h, id).await.status, "abandoned");
    assert_eq!(code(h, row.id).await.status, "invalid");
    h.run_jobs().await;
}

on_each_database!(the_trail_is_searched_by_the_words_it_shows);
async fn the_trail_is_searched_by_the_words_it_shows(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let id = submit_first_license(h, &h.partner().await, &text, "shili.cn").await;
    approve(h, &h.reviewer().await, id).await;
    exchange(h, &h.backend).await;
    let auditor = h.auditor().await;
    for word in ["system", "System", "系统"] {
        let filter = AuditFilter {
            actor: Some(word.to_owned()),
            ..AuditFilter::default()
        };
        let page = audit(&h.backend, &auditor, filter).await.unwrap();
        assert!(!page.items.is_empty(), "{word}");
    }
}
