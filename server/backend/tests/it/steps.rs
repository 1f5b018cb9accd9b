//! What tests do more than once: issue a code, fill in a filing, carry an order through.

use crate::harness::Harness;
use backend::backend::Backend;
use backend::caller::Caller;
use backend::commands::applications::{save_step, submit, verify_product};
use backend::commands::{cancel_access, codes, review};
use backend::error::Error;
use backend::jobs::{download_results::download_results, send_reports::send_reports};
use backend::store::entities::{application, authorization_code, cloud_server};
use ports::authority::demo;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseBackend, EntityTrait, QueryFilter, QueryOrder, Statement,
};
use shared::application::{EntityForm, FilingForm, PersonForm, WebsiteForm};
use shared::problem::Problem;
use shared::wire::application::VerifyProductInput;
use shared::wire::license::{CancelAccessInput, CancelAccessOutcome};

/// The problems of a refusal.
pub fn problems<T: std::fmt::Debug>(outcome: Result<T, Error>) -> Vec<Problem> {
    match outcome {
        Err(Error::Refused(violations)) => violations.into_iter().map(|one| one.problem).collect(),
        other => panic!("not refused: {other:?}"),
    }
}

/// The stable codes of a refusal.
pub fn codes_of<T: std::fmt::Debug>(outcome: Result<T, Error>) -> Vec<&'static str> {
    problems(outcome).iter().map(Problem::code).collect()
}

/// Applies for one code on a new eligible server; returns its text and row.
pub async fn issue_code(h: &Harness, holder: &Caller) -> (String, authorization_code::Model) {
    let server = h.eligible_server(holder).await;
    codes::apply::apply(
        &h.backend,
        holder,
        server.id,
        1,
        &format!("key-{}", server.id),
    )
    .await
    .unwrap();
    let row = authorization_code::Entity::find()
        .filter(authorization_code::Column::ServerId.eq(server.id))
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap();
    let text = backend::store::authorization_code::text(&h.backend, &row).unwrap();
    (text.to_string(), row)
}

pub async fn code(h: &Harness, id: i64) -> authorization_code::Model {
    backend::store::authorization_code::find(&h.backend.database, id)
        .await
        .unwrap()
}

pub async fn application(h: &Harness, id: i64) -> application::Model {
    backend::store::application::find(&h.backend.database, id)
        .await
        .unwrap()
}

pub async fn newest_application(h: &Harness) -> application::Model {
    application::Entity::find()
        .order_by_desc(application::Column::Id)
        .one(&h.backend.database)
        .await
        .unwrap()
        .unwrap()
}

pub fn verify_code(kind: &str, key: &str, code: &str) -> VerifyProductInput {
    VerifyProductInput {
        kind: kind.to_owned(),
        request_key: key.to_owned(),
        product: "code".to_owned(),
        authorization_code: code.to_owned(),
        ..VerifyProductInput::default()
    }
}

/// A first license, filled in rightly.
pub fn first_license_form(domain: &str) -> FilingForm {
    FilingForm {
        entity: EntityForm {
            name: "杭州示例科技有限公司".to_owned(),
            nature: "enterprise".to_owned(),
            certificate_kind: "business_license".to_owned(),
            certificate_number: "91350100M000100Y43".to_owned(),
            certificate_address: "浙江省杭州市滨江区示例路1号".to_owned(),
            city_code: "330100".to_owned(),
            address: "滨江区示例路1号2幢301室".to_owned(),
            principal: PersonForm {
                name: "张三".to_owned(),
                document_kind: "identity_card".to_owned(),
                document_number: "11010519491231002X".to_owned(),
                mobile: "13800000000".to_owned(),
                office_phone: "0571-80000000".to_owned(),
                email: "zhangsan@example.cn".to_owned(),
            },
            ..EntityForm::default()
        },
        website: WebsiteForm {
            domain: domain.to_owned(),
            name: "示例科技官方网站".to_owned(),
            languages: vec!["simplified_chinese".to_owned()],
            principal_is_entity_principal: true,
            ..WebsiteForm::default()
        },
    }
}

/// A new access for the website of `demo::PARTNER`, filled in rightly.
pub fn new_access_form() -> FilingForm {
    FilingForm {
        entity: EntityForm {
            license_number: demo::PARTNER.license_number.to_owned(),
            name: demo::PARTNER.name.to_owned(),
            ..EntityForm::default()
        },
        website: WebsiteForm {
            domain: demo::PARTNER_SITE.domain.to_owned(),
            name: demo::PARTNER_SITE.name.to_owned(),
            license_number: demo::PARTNER_SITE.license_number.to_owned(),
            ..WebsiteForm::default()
        },
    }
}

/// Starts a new access with a code and fills it in, with the right license password; what
/// is left is to submit it.
pub async fn fill_in_new_access(
    h: &Harness,
    applicant: &Caller,
    code: &str,
    form: FilingForm,
) -> i64 {
    let input = verify_code("new_access", &form.website.domain, code);
    let id = verify_product::verify_product(&h.backend, applicant, input)
        .await
        .unwrap();
    let version = application(h, id).await.version;
    let password = Some(demo::PARTNER.license_password.to_owned());
    let left = save_step::save_step(
        &h.backend,
        applicant,
        id,
        save_step::SavingPage::opened_at(version),
        form,
        password,
    )
    .await
    .unwrap();
    assert_eq!(left, []);
    id
}

/// Submits an application as it is now.
pub async fn submit(h: &Harness, applicant: &Caller, id: i64) -> Result<(), Error> {
    let version = application(h, id).await.version;
    submit::submit(&h.backend, applicant, id, version).await
}

/// Starts a first license with a code and fills it in; what is left is to submit it.
pub async fn fill_in_first_license(
    h: &Harness,
    applicant: &Caller,
    code: &str,
    domain: &str,
) -> i64 {
    let input = verify_code("first_license", domain, code);
    let id = verify_product::verify_product(&h.backend, applicant, input)
        .await
        .unwrap();
    let version = application(h, id).await.version;
    let form = first_license_form(domain);
    let left = save_step::save_step(
        &h.backend,
        applicant,
        id,
        save_step::SavingPage::opened_at(version),
        form,
        None,
    )
    .await
    .unwrap();
    assert_eq!(left, []);
    id
}

/// Starts, fills in and submits a first license with a code; returns the application's id.
pub async fn submit_first_license(
    h: &Harness,
    applicant: &Caller,
    code: &str,
    domain: &str,
) -> i64 {
    let id = fill_in_first_license(h, applicant, code, domain).await;
    submit(h, applicant, id).await.unwrap();
    id
}

pub fn cancellation(website_id: i64, key: &str) -> CancelAccessInput {
    CancelAccessInput {
        website_id,
        request_key: key.to_owned(),
        cancel_reason: "1".to_owned(),
        note: "moving".to_owned(),
        new_provider: "Other Cloud".to_owned(),
        license_password: ports::authority::demo::HOLDER.license_password.to_owned(),
        only_access_acknowledged: true,
    }
}

/// Submits the cancellation of a website; returns the application's id.
pub async fn submit_cancellation(h: &Harness, holder: &Caller, website_id: i64, key: &str) -> i64 {
    let outcome =
        cancel_access::submit::submit(&h.backend, holder, cancellation(website_id, key)).await;
    match outcome.unwrap() {
        CancelAccessOutcome::Submitted { application_id } => application_id,
        other => panic!("{other:?}"),
    }
}

pub async fn set_server_state(h: &Harness, id: i64, state: &str) {
    cloud_server::Entity::update_many()
        .col_expr(cloud_server::Column::State, Expr::value(state))
        .filter(cloud_server::Column::Id.eq(id))
        .exec(&h.backend.database)
        .await
        .unwrap();
}

pub async fn approve(h: &Harness, reviewer: &Caller, id: i64) {
    let version = application(h, id).await.version;
    review::approve::approve(&h.backend, reviewer, id, version)
        .await
        .unwrap();
}

/// Lets reports and answers travel until nothing moves, and runs what is due.
pub async fn exchange(h: &Harness, backend: &Backend) {
    send_reports(backend).await.unwrap();
    download_results(backend).await.unwrap();
    h.run_jobs().await;
}

/// Hands everything over and lets the authority approve what it has.
pub async fn authority_approves(h: &Harness) {
    authority_approves_with(h, &h.backend).await;
}

/// The same by a back end with other settings.
pub async fn authority_approves_with(h: &Harness, backend: &Backend) {
    exchange(h, backend).await;
    for pending in h.authority.pending() {
        assert!(h.authority.approve(pending.sequence));
    }
    exchange(h, backend).await;
}

/// The same with a refusal.
pub async fn authority_rejects(h: &Harness, opinion: &str) {
    exchange(h, &h.backend).await;
    for pending in h.authority.pending() {
        assert!(h.authority.reject(pending.sequence, opinion));
    }
    exchange(h, &h.backend).await;
}

/// The number of transactions that wait for another one's lock, on PostgreSQL.
pub async fn waiting_transactions(h: &Harness) -> i64 {
    let sql = "SELECT count(*) AS n FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'";
    let statement = Statement::from_string(DatabaseBackend::Postgres, sql);
    let row = h.backend.database.query_one_raw(statement).await.unwrap();
    row.unwrap().try_get("", "n").unwrap()
}
