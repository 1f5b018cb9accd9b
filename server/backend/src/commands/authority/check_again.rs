//! What held when a filing was submitted may hold no more when it is approved.

use crate::commands::applications::filing::check_entity_is_free;
use crate::error::{Error, Result};
use crate::store::blocked_domain::take_place;
use crate::store::entities::application::{Column, Entity, Model};
use crate::store::license::is_served_here;
use crate::store::reported_filing::{reported, reported_entities};
use crate::transaction::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::application::FilingSubmission;
use shared::field::Field;
use shared::problem::Problem;

/// The entity is another account's since, or another access serves the domain, or will when
/// the authority approves it. The place in the block feed lets approvals go one at a time, since
/// two at the same instant would not see each other; what begins or ends an access takes one as
/// well.
///
/// # Errors
/// Refused with [`Problem::EntityOfOtherAccount`], [`Problem::EntityExists`] or
/// [`Problem::DomainServedMeanwhile`].
pub async fn check_again(tx: &Tx, row: &Model, submission: &FilingSubmission) -> Result<()> {
    take_place(tx).await?;
    check_entity_is_free(tx, row.account_id, submission).await?;
    check_entity_is_not_reported(tx, row, submission).await?;
    let domain = submission.domain().as_str();
    if is_served_here(tx, domain).await? || is_reported(tx, row, domain).await? {
        return Err(Error::refused(Problem::DomainServedMeanwhile));
    }
    Ok(())
}

/// Rules §4: the authority may be about to approve the entity for another account.
async fn check_entity_is_not_reported(
    tx: &Tx,
    row: &Model,
    submission: &FilingSubmission,
) -> Result<()> {
    let FilingSubmission::NewAccess(new_access) = submission else {
        return Ok(());
    };
    let number = new_access.entity.license_number().as_str();
    let entities = reported_entities(tx, number).await?;
    if entities
        .iter()
        .any(|entity| entity.account_id != row.account_id)
    {
        return Err(Error::refused_on(
            Field::EntityLicenseNumber,
            Problem::EntityOfOtherAccount,
        ));
    }
    Ok(())
}

async fn is_reported(tx: &Tx, row: &Model, domain: &str) -> Result<bool> {
    let other = Entity::find()
        .filter(reported())
        .filter(Column::Id.ne(row.id))
        .filter(Column::Domain.eq(domain))
        .one(tx)
        .await?;
    Ok(other.is_some())
}
