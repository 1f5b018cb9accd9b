//! What every decision checks before it is taken.

use crate::backend::Backend;
use crate::caller::Permit;
use crate::error::{Error, Result};
use crate::instant::from_millis;
use crate::store::entities::application::Model;
use crate::store::entities::audit_event;
use crate::store::submitted_application::as_submitted;
use crate::store::{account, application};
use crate::transaction::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::application::ApplicationStatus;
use shared::problem::Problem;
use shared::wire::application::TimelineEvent;

/// The application as the reviewer saw it, if it can still be decided by this reviewer;
/// `None` when this reviewer has taken the same decision already (double click).
///
/// # Errors
/// Refused when somebody decided first (and who), when the application changed since the
/// page was loaded, when another reviewer has claimed it, or when it is the caller's own.
pub async fn load_for_decision(
    tx: &Tx,
    backend: &Backend,
    permit: &Permit,
    application_id: i64,
    version: i64,
    decision: TimelineEvent,
) -> Result<Option<Model>> {
    let row = as_submitted(application::lock(tx, application_id).await?)?;
    if row.account_id == permit.account_id() {
        return Err(Error::refused(Problem::OwnApplication));
    }
    if row.status != ApplicationStatus::PROVIDER_REVIEW {
        return match last_decision(tx, &row).await? {
            Some(last) if is_own(&last, permit, decision) => Ok(None),
            last => Err(already_decided(tx, backend, &row, last).await?),
        };
    }
    if row.version != version {
        return Err(Error::refused(Problem::ChangedMeanwhile));
    }
    check_claim(tx, backend, permit, &row).await?;
    Ok(Some(row))
}

/// Refused while another reviewer has it.
pub async fn check_claim(tx: &Tx, backend: &Backend, permit: &Permit, row: &Model) -> Result<()> {
    match row.claimed_by {
        Some(other) if other != permit.account_id() => {
            let name = display_name(tx, backend, other).await?;
            Err(Error::refused(Problem::ClaimedByOther { name }))
        }
        _ => Ok(()),
    }
}

async fn display_name(tx: &Tx, backend: &Backend, account_id: i64) -> Result<String> {
    account::display_name(&backend.cipher, &account::find(tx, account_id).await?)
}

/// What was withdrawn since was not decided: its last decision was about an earlier submission.
async fn last_decision(tx: &Tx, row: &Model) -> Result<Option<audit_event::Model>> {
    let withdrawn = TimelineEvent::Withdrawn.code();
    let decisions = [
        TimelineEvent::ProviderApproved.code(),
        TimelineEvent::ProviderRejected.code(),
    ];
    let last = audit_event::Entity::find()
        .filter(audit_event::Column::ApplicationId.eq(row.id))
        .filter(audit_event::Column::Kind.is_in(decisions.into_iter().chain([withdrawn])))
        .order_by_desc(audit_event::Column::Id)
        .one(tx)
        .await?;
    Ok(last.filter(|event| event.kind != withdrawn))
}

fn is_own(last: &audit_event::Model, permit: &Permit, decision: TimelineEvent) -> bool {
    last.actor_account_id == Some(permit.account_id()) && last.kind == decision.code()
}

async fn already_decided(
    tx: &Tx,
    backend: &Backend,
    row: &Model,
    last: Option<audit_event::Model>,
) -> Result<Error> {
    let Some(event) = last else {
        return Ok(Error::refused(Problem::NotPossibleNow {
            status: row.status.clone(),
        }));
    };
    let by = match event.actor_account_id {
        Some(id) => display_name(tx, backend, id).await?,
        None => String::new(),
    };
    Ok(Error::refused(Problem::AlreadyDecided {
        by,
        status: row.status.clone(),
        at: from_millis(event.at),
    }))
}
