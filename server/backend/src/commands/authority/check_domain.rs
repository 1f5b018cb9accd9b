//! What held when a filing was submitted may hold no more when it is approved.

use crate::error::{Error, Result};
use crate::store::blocked_domain::take_place;
use crate::store::entities::application::{Column, Entity, Model};
use crate::store::license::is_served_here;
use crate::transaction::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::application::ApplicationKind;
use shared::problem::Problem;

/// Statuses in which the authority has a filing, or is about to get it.
const REPORTED: [&str; 2] = ["submitting", "authority_review"];

/// Another access serves the domain since, or will when the authority approves it. The place
/// in the block feed lets approvals go one at a time, since two at the same instant would not
/// see each other; what begins or ends an access takes one as well.
///
/// # Errors
/// Refused with [`Problem::DomainServedMeanwhile`].
pub async fn check_domain_is_free(tx: &Tx, row: &Model, domain: &str) -> Result<()> {
    take_place(tx).await?;
    if is_served_here(tx, domain).await? || is_reported(tx, row, domain).await? {
        return Err(Error::refused(Problem::DomainServedMeanwhile));
    }
    Ok(())
}

async fn is_reported(tx: &Tx, row: &Model, domain: &str) -> Result<bool> {
    let other = Entity::find()
        .filter(Column::Id.ne(row.id))
        .filter(Column::Domain.eq(domain))
        .filter(Column::Status.is_in(REPORTED))
        .filter(Column::Kind.ne(ApplicationKind::CancelAccess.code()))
        .one(tx)
        .await?;
    Ok(other.is_some())
}
