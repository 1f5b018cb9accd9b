//! A cancellation whose access the authority has ended by itself.

use crate::backend::Backend;
use crate::caller::Actor;
use crate::error::Result;
use crate::store::account::free_order_place;
use crate::store::application::{apply, save, set_status, status};
use crate::store::audit::{Event, record};
use crate::store::authority_channel::delete_unsent;
use crate::store::entities::application::{ActiveModel, Column, Entity, Model};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use sea_orm::ActiveValue::Set;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::application::{ApplicationKind, ApplicationStatus, Command};
use shared::wire::application::TimelineEvent;

/// The cancellation of an access that is not over.
///
/// # Errors
/// When the database refuses or a row is inconsistent.
pub async fn open_cancellation(tx: &Tx, access_id: i64) -> Result<Option<Model>> {
    let newest = Entity::find()
        .filter(Column::AccessId.eq(access_id))
        .filter(Column::Kind.eq(ApplicationKind::CancelAccess.code()))
        .order_by_desc(Column::Id)
        .one(tx)
        .await?;
    match newest {
        Some(row) if !status(&row)?.is_final() => Ok(Some(row)),
        _ => Ok(None),
    }
}

/// Takes it back on this side of the authority. `false` when its report is out, so that the
/// authority's own answer to it is still to come; one that waits to be sent is removed.
///
/// # Errors
/// When the database refuses or the row is inconsistent.
pub async fn take_from_channel(tx: &Tx, row: &Model) -> Result<bool> {
    match status(row)? {
        ApplicationStatus::Submitting { .. } => delete_unsent(tx, row.id).await,
        ApplicationStatus::AuthorityReview { .. } => Ok(false),
        _ => Ok(true),
    }
}

/// Ends one that the authority does not have: nothing is left to be canceled, and the place of
/// the account's one order is free again.
///
/// # Errors
/// When the database refuses, or somebody changed it at this instant.
pub async fn close_cancellation(
    tx: &Tx,
    backend: &Backend,
    row: &Model,
    now: DateTime<Utc>,
) -> Result<()> {
    let (command, event) = match status(row)? {
        ApplicationStatus::ProviderReview { .. } | ApplicationStatus::Submitting { .. } => {
            (Command::Withdraw { at: now }, TimelineEvent::Withdrawn)
        }
        _ => (Command::Abandon { at: now }, TimelineEvent::Abandoned),
    };
    let after = apply(row, &command)?;
    let mut change = ActiveModel {
        license_password_encrypted: Set(None),
        ..ActiveModel::default()
    };
    set_status(&mut change, &after, now);
    save(tx, row, change, now).await?;
    free_order_place(tx, row.account_id, row.id).await?;
    let event = Event::of_application(event, row);
    record(tx, backend, Actor::Authority, now, event).await
}
