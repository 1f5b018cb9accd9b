//! First licenses and new accesses, until they are submitted or given up.

use super::{calls_may_fail, leaves_nothing, refused, the_database_may_fail};
use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, approve, code, fill_in_new_access, first_license_form, issue_code,
    new_access_form, newest_application, submit_first_license, verify_code,
};
use backend::backend::Backend;
use backend::caller::Caller;
use backend::commands::applications::{
    abandon::abandon,
    save_step::{SavingPage, save_step},
    submit::submit,
    verify_product::verify_product,
    withdraw::withdraw,
};
use backend::commands::review::reject::reject;
use backend::error::Result;
use backend::store::entities::{attempt, authorization_code};
use ports::authority::demo;
use ports::authority::fake::Call;
use sea_orm::{EntityTrait, PaginatorTrait};
use shared::wire::application::VerifyProductInput;
use shared::wire::review::RejectInput;

on_each_database!(a_product_is_verified_and_changed_whole_or_not_at_all);
async fn a_product_is_verified_and_changed_whole_or_not_at_all(h: &Harness) {
    let (holder, partner) = (h.holder().await, h.partner().await);
    let (text, first) = issue_code(h, &holder).await;
    leaves_nothing(h, async |backend| {
        let input = verify_code("first_license", "a", &text);
        verify_product(backend, &partner, input).await
    })
    .await;
    let (text, second) = issue_code(h, &holder).await;
    let application_id = code(h, first.id).await.holder_application_id.unwrap();
    leaves_nothing(h, async |backend| {
        let input = VerifyProductInput {
            application_id,
            ..verify_code("first_license", "b", &text)
        };
        verify_product(backend, &partner, input).await
    })
    .await;
    assert_eq!(code(h, first.id).await.status, "unused");
    assert_eq!(code(h, second.id).await.status, "licensing");
}

/// Starts a first license.
async fn started(h: &Harness) -> (Caller, i64) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let input = verify_code("first_license", "a", &text);
    let id = verify_product(&h.backend, &partner, input).await.unwrap();
    (partner, id)
}

/// Keeps what is typed, together with a license password.
async fn save(backend: &Backend, partner: &Caller, id: i64, version: i64) -> Result<()> {
    let form = first_license_form("shili.cn");
    let password = Some(demo::PARTNER.license_password.to_owned());
    save_step(
        backend,
        partner,
        id,
        SavingPage::opened_at(version),
        form,
        password,
    )
    .await
    .map(|left| assert_eq!(left, []))
}

on_each_database!(a_step_is_saved_whole_or_not_at_all);
async fn a_step_is_saved_whole_or_not_at_all(h: &Harness) {
    let (partner, id) = started(h).await;
    let version = application(h, id).await.version;
    leaves_nothing(h, async |backend| {
        save(backend, &partner, id, version).await
    })
    .await;
    assert_eq!(application(h, id).await.domain, "shili.cn");
}

/// Who submits which application, as they see it.
struct Filled {
    applicant: Caller,
    id: i64,
    version: i64,
}

async fn filled_in_first_license(h: &Harness) -> Filled {
    let (applicant, id) = started(h).await;
    let version = application(h, id).await.version;
    save(&h.backend, &applicant, id, version).await.unwrap();
    Filled {
        applicant,
        id,
        version: version + 1,
    }
}

async fn filled_in_new_access(h: &Harness) -> Filled {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let applicant = h.partner().await;
    let id = fill_in_new_access(h, &applicant, &text, new_access_form()).await;
    let version = application(h, id).await.version;
    Filled {
        applicant,
        id,
        version,
    }
}

async fn submits(backend: &Backend, filled: &Filled) -> Result<()> {
    submit(backend, &filled.applicant, filled.id, filled.version).await
}

async fn is_in_review(h: &Harness, filled: &Filled) {
    assert_eq!(application(h, filled.id).await.status, "provider_review");
}

on_each_database!(a_first_license_is_submitted_whole_or_not_at_all);
async fn a_first_license_is_submitted_whole_or_not_at_all(h: &Harness) {
    let filled = filled_in_first_license(h).await;
    leaves_nothing(h, async |backend| submits(backend, &filled).await).await;
    is_in_review(h, &filled).await;
    h.run_jobs().await;
}

on_each_database!(a_first_license_is_submitted_whichever_call_fails);
async fn a_first_license_is_submitted_whichever_call_fails(h: &Harness) {
    let calls = calls_may_fail(h, filled_in_first_license, submits, is_in_review).await;
    let all_are_queries = calls
        .iter()
        .all(|call| matches!(call, Call::QueryStatus(_)));
    assert!(calls.len() == 2 && all_are_queries, "{calls:?}");
}

on_each_database!(a_new_access_is_submitted_once_whichever_statement_fails);
async fn a_new_access_is_submitted_once_whichever_statement_fails(h: &Harness) {
    the_database_may_fail(h, filled_in_new_access, submits, is_in_review).await;
}

on_each_database!(a_new_access_is_submitted_once_whichever_call_fails);
async fn a_new_access_is_submitted_once_whichever_call_fails(h: &Harness) {
    let calls = calls_may_fail(h, filled_in_new_access, submits, is_in_review).await;
    let [Call::QueryStatus(_), Call::VerifyPassword { .. }] = calls.as_slice() else {
        panic!("{calls:?}")
    };
}

on_each_database!(a_filing_is_withdrawn_and_abandoned_whole_or_not_at_all);
async fn a_filing_is_withdrawn_and_abandoned_whole_or_not_at_all(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    leaves_nothing(h, async |backend| withdraw(backend, &partner, id).await).await;
    assert_eq!(application(h, id).await.status, "draft");
    leaves_nothing(h, async |backend| abandon(backend, &partner, id).await).await;
    assert_eq!(application(h, id).await.status, "abandoned");
    assert_eq!(code(h, row.id).await.status, "invalid");
    h.run_jobs().await;
}

on_each_database!(an_approved_filing_is_withdrawn_whole_or_not_at_all);
async fn an_approved_filing_is_withdrawn_whole_or_not_at_all(h: &Harness) {
    let (text, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let id = submit_first_license(h, &partner, &text, "shili.cn").await;
    approve(h, &h.reviewer().await, id).await;
    leaves_nothing(h, async |backend| withdraw(backend, &partner, id).await).await;
    assert_eq!(application(h, id).await.status, "draft");
    h.run_jobs().await;
}

on_each_database!(a_server_is_verified_whole_or_not_at_all);
async fn a_server_is_verified_whole_or_not_at_all(h: &Harness) {
    let holder = h.holder().await;
    let server = h.eligible_server(&holder).await;
    let input = VerifyProductInput {
        kind: "first_license".to_owned(),
        request_key: "a".to_owned(),
        product: "server".to_owned(),
        server: Some(server.id),
        ..VerifyProductInput::default()
    };
    leaves_nothing(h, async |backend| {
        verify_product(backend, &holder, input.clone()).await
    })
    .await;
    assert_eq!(newest_application(h).await.server_id, Some(server.id));
}

on_each_database!(an_unknown_code_is_counted_whole_or_not_at_all);
async fn an_unknown_code_is_counted_whole_or_not_at_all(h: &Harness) {
    let (text, row) = issue_code(h, &h.holder().await).await;
    authorization_code::Entity::delete_by_id(row.id)
        .exec(&h.backend.database)
        .await
        .unwrap();
    let partner = h.partner().await;
    leaves_nothing(h, async |backend| {
        let input = verify_code("first_license", "a", &text);
        let outcome = verify_product(backend, &partner, input).await;
        refused(outcome, "code_refused")
    })
    .await;
    let tries = attempt::Entity::find().count(&h.backend.database);
    assert_eq!(tries.await.unwrap(), 1);
}

on_each_database!(a_draft_is_abandoned_whole_or_not_at_all);
async fn a_draft_is_abandoned_whole_or_not_at_all(h: &Harness) {
    let (partner, id) = started(h).await;
    leaves_nothing(h, async |backend| abandon(backend, &partner, id).await).await;
    assert_eq!(application(h, id).await.status, "abandoned");
    h.run_jobs().await;
}

/// A new access that came back from the provider, to be submitted again.
async fn rejected_new_access(h: &Harness) -> Filled {
    let filled = filled_in_new_access(h).await;
    submits(&h.backend, &filled).await.unwrap();
    let input = RejectInput {
        application_id: filled.id,
        version: application(h, filled.id).await.version,
        reason: "See below.".to_owned(),
        ..RejectInput::default()
    };
    reject(&h.backend, &h.reviewer().await, input)
        .await
        .unwrap();
    // The password was for the first report only.
    let version = application(h, filled.id).await.version;
    let password = Some(demo::PARTNER.license_password.to_owned());
    let form = new_access_form();
    let left = save_step(
        &h.backend,
        &filled.applicant,
        filled.id,
        SavingPage::opened_at(version),
        form,
        password,
    );
    assert_eq!(left.await.unwrap(), []);
    Filled {
        version: version + 1,
        ..filled
    }
}

on_each_database!(a_rejected_filing_is_abandoned_whole_or_not_at_all);
async fn a_rejected_filing_is_abandoned_whole_or_not_at_all(h: &Harness) {
    let filled = rejected_new_access(h).await;
    leaves_nothing(h, async |backend| {
        abandon(backend, &filled.applicant, filled.id).await
    })
    .await;
    assert_eq!(application(h, filled.id).await.status, "abandoned");
    h.run_jobs().await;
}

on_each_database!(a_new_access_is_submitted_again_once_whichever_statement_fails);
async fn a_new_access_is_submitted_again_once_whichever_statement_fails(h: &Harness) {
    the_database_may_fail(h, rejected_new_access, submits, is_in_review).await;
}
