//! S9: an entity's orders go one at a time. Where policy lets several run, one about the same
//! thing still waits for the other.

use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::store::account;
use crate::store::application::find;
use crate::store::entities::application::{Column, Entity, Model};
use crate::transaction::Tx;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};
use shared::application::{ApplicationKind, ApplicationStatus, WaitsFor};
use shared::problem::Problem;

/// An order that has to end first, and why.
type Other = (Model, WaitsFor);

/// Whether the order could start now; asked before the authority is.
///
/// # Errors
/// Refused with the order that has to end first.
pub async fn check(backend: &Backend, row: &Model) -> Result<()> {
    let database = &backend.database;
    if !backend.settings.policy.entity.one_order_at_a_time {
        return refuse(same_matter(database, row).await?);
    }
    let account = account::find(database, row.account_id).await?;
    let other = account.open_application_id.filter(|id| *id != row.id);
    refuse(any_order(database, other).await?)
}

/// Lets the order start. The account is locked by the caller.
///
/// # Errors
/// Refused with the order that has to end first.
pub async fn take(tx: &Tx, backend: &Backend, row: &Model) -> Result<()> {
    if !backend.settings.policy.entity.one_order_at_a_time {
        return refuse(same_matter(tx, row).await?);
    }
    let other = account::take_order_place(tx, row.account_id, row.id).await?;
    refuse(any_order(tx, other).await?)
}

/// The refusal that names the running order.
#[must_use]
pub fn in_progress(other: Model, why: WaitsFor) -> Error {
    Error::refused(Problem::OrderInProgress {
        application_id: other.id,
        number: other.number,
        why,
    })
}

fn refuse(other: Option<Other>) -> Result<()> {
    other.map_or(Ok(()), |(other, why)| Err(in_progress(other, why)))
}

async fn any_order(connection: &impl ConnectionTrait, id: Option<i64>) -> Result<Option<Other>> {
    Ok(match id {
        Some(id) => Some((find(connection, id).await?, WaitsFor::AnyOrder)),
        None => None,
    })
}

/// A running order of the account about the same website, or its other first license.
async fn same_matter(connection: &impl ConnectionTrait, row: &Model) -> Result<Option<Other>> {
    let first_license = ApplicationKind::FirstLicense.code();
    let mut website = Condition::any().add(Column::Domain.eq(&row.domain));
    if let Some(website_id) = row.website_id {
        website = website.add(Column::WebsiteId.eq(website_id));
    }
    let running = Entity::find()
        .filter(Column::AccountId.eq(row.account_id))
        .filter(Column::Id.ne(row.id))
        .filter(Column::Status.is_in(ApplicationStatus::IN_PROGRESS));
    if let Some(other) = running.clone().filter(website).one(connection).await? {
        return Ok(Some((other, WaitsFor::SameWebsite)));
    }
    if row.kind != first_license {
        return Ok(None);
    }
    let other = running
        .filter(Column::Kind.eq(first_license))
        .one(connection)
        .await?;
    Ok(other.map(|other| (other, WaitsFor::FirstLicense)))
}
