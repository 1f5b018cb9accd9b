//! Filings that the authority has, or is about to get: each may be licensed at any moment.

use super::entities::{application, entity};
use crate::error::Result;
use sea_orm::sea_query::SelectStatement;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait,
};
use shared::application::{ApplicationKind, ApplicationStatus};

/// Chooses those filings.
#[must_use]
pub fn reported() -> Condition {
    Condition::all()
        .add(application::Column::Status.is_in(ApplicationStatus::REPORTED))
        .add(application::Column::Kind.ne(ApplicationKind::CancelAccess.code()))
}

/// Ids of the entities they are about, but for those of one application.
#[must_use]
pub fn entities_of_others(application_id: i64) -> SelectStatement {
    application::Entity::find()
        .select_only()
        .column(application::Column::EntityId)
        .filter(reported())
        .filter(application::Column::EntityId.is_not_null())
        .filter(application::Column::Id.ne(application_id))
        .into_query()
}

/// The entities with this number that they are about, of whatever account.
///
/// # Errors
/// When the database refuses.
pub async fn reported_entities(
    connection: &impl ConnectionTrait,
    license_number: &str,
) -> Result<Vec<entity::Model>> {
    let reported = application::Entity::find()
        .select_only()
        .column(application::Column::EntityId)
        .filter(reported())
        .into_query();
    Ok(entity::Entity::find()
        .filter(entity::Column::LicenseNumber.eq(license_number))
        .filter(entity::Column::Id.in_subquery(reported))
        .order_by_asc(entity::Column::Id)
        .all(connection)
        .await?)
}
