//! The name of an individual is personal data.

use super::found;
use crate::harness::{Harness, on_each_database};
use crate::steps::{
    application, approve, authority_approves, first_license_form, issue_code, submit,
    submit_cancellation, verify_code,
};
use backend::commands::applications::save_step::{SavingPage, save_step};
use backend::commands::applications::verify_product::verify_product;
use backend::commands::review::reveal::reveal;
use backend::queries::archive::archive;
use backend::queries::licenses::licenses;
use backend::queries::review_application::review_application;
use backend::queries::review_queue::review_queue;
use backend::store::entities::{entity, name_term};
use backend::store::moved_text::encrypt_clear_texts;
use sea_orm::sea_query::Expr;
use sea_orm::{ConnectionTrait, DatabaseBackend, EntityTrait, PaginatorTrait, Statement};
use shared::application::FilingForm;
use shared::wire::license::ArchiveFilter;
use shared::wire::review::QueueFilter;

const NAME: &str = "欧阳小明";

fn individual(domain: &str) -> FilingForm {
    let mut form = first_license_form(domain);
    form.entity.name = NAME.to_owned();
    form.entity.nature = "individual".to_owned();
    form.entity.certificate_kind = "identity_card".to_owned();
    form.entity.certificate_number = "11010519491231002X".to_owned();
    form.entity.principal.name = NAME.to_owned();
    form.website.name = "示例的手工日记".to_owned();
    form
}

async fn submit_individual(h: &Harness) -> i64 {
    let (code, _) = issue_code(h, &h.holder().await).await;
    let partner = h.partner().await;
    let input = verify_code("first_license", "key", &code);
    let id = verify_product(&h.backend, &partner, input).await.unwrap();
    let version = application(h, id).await.version;
    let form = individual("shili.cn");
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
    assert_eq!(where_in_clear(h, NAME).await, [""; 0], "in the draft");
    submit(h, &partner, id).await.unwrap();
    id
}

/// The columns of the whole database in which a text can be read.
async fn where_in_clear(h: &Harness, text: &str) -> Vec<String> {
    let database = &h.backend.database;
    let backend = database.get_database_backend();
    let (columns, position) = match backend {
        DatabaseBackend::Postgres => (
            "SELECT table_name AS t, column_name AS c FROM information_schema.columns
             WHERE table_schema = 'public'",
            "position($1 in COLUMN::text)",
        ),
        _ => (
            "SELECT m.name AS t, p.name AS c FROM sqlite_master m, pragma_table_info(m.name) p
             WHERE m.type = 'table'",
            "instr(CAST(COLUMN AS TEXT), ?)",
        ),
    };
    let columns = Statement::from_string(backend, columns);
    let mut places = Vec::new();
    for row in database.query_all_raw(columns).await.unwrap() {
        let (table, column): (String, String) =
            (row.try_get("", "t").unwrap(), row.try_get("", "c").unwrap());
        let position = position.replace("COLUMN", &format!("\"{column}\""));
        let sql = format!("SELECT count(*) AS n FROM \"{table}\" WHERE {position} > 0");
        let statement = Statement::from_sql_and_values(backend, sql, [text.into()]);
        let count = database.query_one_raw(statement).await.unwrap().unwrap();
        if count.try_get::<i64>("", "n").unwrap() > 0 {
            places.push(format!("{table}.{column}"));
        }
    }
    // The fake authority takes the report itself for its hash.
    places.retain(|place| place != "authority_report.package_hash");
    places
}

on_each_database!(an_individual_is_named_nowhere_in_clear_and_found_by_name);
async fn an_individual_is_named_nowhere_in_clear_and_found_by_name(h: &Harness) {
    let id = submit_individual(h).await;
    let reviewer = h.reviewer().await;
    for search in [NAME, "小明", " 欧阳", "欧 阳"] {
        assert_eq!(found(h, search).await, ["shili.cn"], "{search}");
    }
    for search in ["欧明", "大明", "欧阳小明明"] {
        assert_eq!(found(h, search).await, [""; 0], "{search}");
    }
    let page = review_application(&h.backend, &reviewer, id).await.unwrap();
    let filing = page.application.filing.unwrap();
    assert_eq!(
        [
            page.entity_name.as_str(),
            &filing.entity.name,
            &filing.entity.principal.name
        ],
        ["欧••"; 3]
    );
    let queue = review_queue(&h.backend, &reviewer, QueueFilter::default()).await;
    assert_eq!(queue.unwrap().rows.items[0].entity_name, "欧••");
    let revealed = reveal(&h.backend, &reviewer, id, "").await.unwrap();
    assert_eq!(revealed.entity_name, NAME);
    assert_eq!(revealed.filing.unwrap().entity.name, NAME);

    approve(h, &reviewer, id).await;
    authority_approves(h).await;
    authority_approves(h).await;
    let partner = h.partner().await;
    let own = licenses(&h.backend, &partner).await.unwrap();
    assert_eq!(own.entity.unwrap().name, NAME);
    assert_eq!(where_in_clear(h, NAME).await, [""; 0]);
    // The search is not blind.
    assert!(!where_in_clear(h, "shili.cn").await.is_empty());
}

on_each_database!(a_cancellation_names_nobody_either);
async fn a_cancellation_names_nobody_either(h: &Harness) {
    h.jobs_may_be_left();
    let holder = h.holder().await;
    let website = h.licensed_website(&holder, "example-shop.cn").await;
    entity::Entity::update_many()
        .col_expr(entity::Column::Name, Expr::value(NAME))
        .col_expr(entity::Column::Nature, Expr::value(Option::<String>::None))
        .exec(&h.backend.database)
        .await
        .unwrap();
    encrypt_clear_texts(&h.backend).await.unwrap();
    let id = submit_cancellation(h, &holder, website.id, "key").await;
    let reviewer = h.reviewer().await;
    let page = review_application(&h.backend, &reviewer, id).await.unwrap();
    assert_eq!(page.entity_name, "欧••");
    assert!(page.actions.reveal);
    let revealed = reveal(&h.backend, &reviewer, id, "").await.unwrap();
    assert_eq!(
        (revealed.entity_name.as_str(), revealed.filing),
        (NAME, None)
    );
    assert_eq!(found(h, "小明").await.len(), 1);
    approve(h, &reviewer, id).await;
    authority_approves(h).await;
    let rows = archive(&h.backend, &reviewer, ArchiveFilter::default()).await;
    assert_eq!(rows.unwrap().items[0].entity_name, "欧••");
    assert_eq!(where_in_clear(h, NAME).await, [""; 0]);
}

on_each_database!(names_that_an_earlier_version_wrote_in_clear_are_moved);
async fn names_that_an_earlier_version_wrote_in_clear_are_moved(h: &Harness) {
    let id = submit_individual(h).await;
    approve(h, &h.reviewer().await, id).await;
    as_an_earlier_version(h).await;
    assert_eq!(found(h, "shili.cn").await, [""; 0]);
    for _ in 0..2 {
        encrypt_clear_texts(&h.backend).await.unwrap();
        assert_eq!(where_in_clear(h, NAME).await, [""; 0]);
        assert_eq!(found(h, "小明").await, ["shili.cn"]);
        let reviewer = h.reviewer().await;
        let page = review_application(&h.backend, &reviewer, id).await.unwrap();
        assert_eq!(page.entity_name, "欧••");
        let entity = entity::Entity::find().one(&h.backend.database).await;
        let entity = entity.unwrap().unwrap();
        assert_eq!(
            (entity.name.as_str(), entity.nature.as_deref()),
            ("", Some("individual"))
        );
    }
    h.run_jobs().await;
    h.jobs_may_be_left();
}

on_each_database!(what_an_earlier_version_let_be_typed_into_is_seen_once_it_is_submitted);
async fn what_an_earlier_version_let_be_typed_into_is_seen_once_it_is_submitted(h: &Harness) {
    let id = submit_individual(h).await;
    let partner = h.partner().await;
    backend::commands::applications::withdraw::withdraw(&h.backend, &partner, id)
        .await
        .unwrap();
    as_an_earlier_version(h).await;
    encrypt_clear_texts(&h.backend).await.unwrap();
    assert_eq!(where_in_clear(h, NAME).await, [""; 0]);
    assert_eq!(found(h, "shili.cn").await, [""; 0]);
    submit(h, &partner, id).await.unwrap();
    assert_eq!(found(h, "小明").await, ["shili.cn"]);
    h.run_jobs().await;
}

/// Names in clear, and nothing kept of what was submitted.
async fn as_an_earlier_version(h: &Harness) {
    use backend::store::entities::application::{Column, Entity};
    let database = &h.backend.database;
    let nothing = || Expr::value(Option::<Vec<u8>>::None);
    Entity::update_many()
        .col_expr(Column::EntityName, Expr::value(NAME))
        .col_expr(Column::EntityNameEncrypted, nothing())
        .col_expr(Column::SubmittedFormEncrypted, nothing())
        .col_expr(Column::SubmittedDomain, Expr::value(""))
        .exec(database)
        .await
        .unwrap();
    entity::Entity::update_many()
        .col_expr(entity::Column::Name, Expr::value(NAME))
        .col_expr(entity::Column::NameEncrypted, nothing())
        .col_expr(entity::Column::Nature, Expr::value(Option::<String>::None))
        .exec(database)
        .await
        .unwrap();
    name_term::Entity::delete_many()
        .exec(database)
        .await
        .unwrap();
    assert_eq!(name_term::Entity::find().count(database).await.unwrap(), 0);
}
