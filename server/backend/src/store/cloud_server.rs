//! Servers of the inventory.

use super::entities::cloud_server::{ActiveModel, Column, Entity, Model};
use crate::caller::Permit;
use crate::error::{Error, Result};
use crate::transaction::Tx;
use chrono::NaiveDate;
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::cloud_server::{Billing, CloudServer, ServerState, Term};

/// The permitted account's servers by name.
///
/// # Errors
/// When the database refuses.
pub async fn list_own(connection: &impl ConnectionTrait, permit: &Permit) -> Result<Vec<Model>> {
    Ok(Entity::find()
        .filter(Column::AccountId.eq(permit.account_id()))
        .order_by_asc(Column::Name)
        .order_by_asc(Column::Id)
        .all(connection)
        .await?)
}

/// One of the permitted account's servers.
///
/// # Errors
/// [`Error::NotFound`] also for somebody else's.
pub async fn find_own(
    connection: &impl ConnectionTrait,
    permit: &Permit,
    id: i64,
) -> Result<Model> {
    Entity::find_by_id(id)
        .filter(Column::AccountId.eq(permit.account_id()))
        .one(connection)
        .await?
        .ok_or(Error::NotFound)
}

/// A server whoever owns it, for rules about its code or filing.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn find(connection: &impl ConnectionTrait, id: i64) -> Result<Model> {
    Entity::find_by_id(id)
        .one(connection)
        .await?
        .ok_or(Error::NotFound)
}

/// A server by the other system's identifier.
///
/// # Errors
/// When the database refuses.
pub async fn find_by_external_id(
    connection: &impl ConnectionTrait,
    external_id: &str,
) -> Result<Option<Model>> {
    Ok(Entity::find()
        .filter(Column::ExternalId.eq(external_id))
        .one(connection)
        .await?)
}

/// Adds a server.
///
/// # Errors
/// When the database refuses.
pub async fn insert(tx: &Tx, row: ActiveModel) -> Result<()> {
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Writes new facts over the row that was read. `false` when somebody else was faster.
///
/// # Errors
/// When the database refuses.
pub async fn update(tx: &Tx, before: &Model, mut row: ActiveModel) -> Result<bool> {
    row.version = Set(before.version + 1);
    let changed = Entity::update_many()
        .set(row)
        .filter(Column::Id.eq(before.id))
        .filter(Column::Version.eq(before.version))
        .exec(tx)
        .await?;
    Ok(changed.rows_affected == 1)
}

/// The facts the rules look at.
///
/// # Errors
/// [`Error::Internal`] for values no version of the system wrote.
pub fn facts(row: &Model) -> Result<CloudServer> {
    let broken = |what| Error::inconsistent("cloud_server", row.id, what);
    let day = |text: &Option<String>| -> Result<Option<NaiveDate>> {
        text.as_deref()
            .map(str::parse)
            .transpose()
            .map_err(|_| broken("term is not a date"))
    };
    let term = match (day(&row.term_starts_on)?, day(&row.term_ends_on)?) {
        (Some(starts_on), Some(ends_on)) => Some(Term { starts_on, ends_on }),
        (None, None) => None,
        _ => return Err(broken("half a term")),
    };
    Ok(CloudServer {
        billing: Billing::from_code(&row.billing).ok_or_else(|| broken("unknown billing"))?,
        state: ServerState::from_code(&row.state).ok_or_else(|| broken("unknown state"))?,
        mainland: row.mainland,
        term,
        public_ip: row
            .public_ip
            .as_deref()
            .map(str::parse)
            .transpose()
            .map_err(|_| broken("public IP is not an address"))?,
    })
}
