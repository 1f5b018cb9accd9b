//! S9: an entity's orders go one at a time. Where policy lets several run, one about the same
//! thing still waits for the other.

use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::store::account;
use crate::store::application::find;
use crate::store::entities::application::{Column, Entity, Model};
use crate::transaction::Tx;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter};
use shared::application::ApplicationKind;
use shared::problem::Problem;

/// Statuses in which an order makes others wait.
const RUNNING: [&str; 3] = ["provider_review", "submitting", "authority_review"];

/// Whether the order could start now; asked before the authority is.
///
/// # Errors
/// Refused with the order that has to end first.
pub async fn check(backend: &Backend, row: &Model) -> Result<()> {
    let database = &backend.database;
    let other = if backend.settings.policy.entity.one_order_at_a_time {
        let account = account::find(database, row.account_id).await?;
        match account.open_application_id.filter(|id| *id != row.id) {
            Some(id) => Some(find(database, id).await?),
            None => None,
        }
    } else {
        same_matter(database, row).await?
    };
    refuse(other)
}

/// Lets the order start. The account is locked by the caller.
///
/// # Errors
/// Refused with the order that has to end first.
pub async fn take(tx: &Tx, backend: &Backend, row: &Model) -> Result<()> {
    let other = if backend.settings.policy.entity.one_order_at_a_time {
        match account::take_order_place(tx, row.account_id, row.id).await? {
            Some(id) => Some(find(tx, id).await?),
            None => None,
        }
    } else {
        same_matter(tx, row).await?
    };
    refuse(other)
}

/// The refusal that names the running order.
#[must_use]
pub fn in_progress(other: Model) -> Error {
    Error::refused(Problem::OrderInProgress {
        application_id: other.id,
        number: other.number,
    })
}

fn refuse(other: Option<Model>) -> Result<()> {
    other.map_or(Ok(()), |other| Err(in_progress(other)))
}

/// A running order of the account about the same website, or its other first license.
async fn same_matter(connection: &impl ConnectionTrait, row: &Model) -> Result<Option<Model>> {
    let first_license = ApplicationKind::FirstLicense.code();
    let mut matter = Condition::any().add(Column::Domain.eq(&row.domain));
    if let Some(website_id) = row.website_id {
        matter = matter.add(Column::WebsiteId.eq(website_id));
    }
    if row.kind == first_license {
        matter = matter.add(Column::Kind.eq(first_license));
    }
    Ok(Entity::find()
        .filter(Column::AccountId.eq(row.account_id))
        .filter(Column::Id.ne(row.id))
        .filter(Column::Status.is_in(RUNNING))
        .filter(matter)
        .one(connection)
        .await?)
}
