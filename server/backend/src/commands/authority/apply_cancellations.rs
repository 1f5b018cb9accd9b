//! ZXSJ: the authority tells of records that were canceled, here or elsewhere.

use super::close_cancellation::{close_cancellation, open_cancellation, take_from_channel};
use super::end_access::{Cause, Ended, end_access, tell_approved, tell_by_authority};
use crate::backend::Backend;
use crate::caller::Actor;
use crate::error::Result;
use crate::store::audit::{Event, record};
use crate::store::entities::{access, entity, website};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use ports::authority::{CanceledRecord, CancellationKind};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use shared::audit::EventKind;
use shared::wire::message::CanceledByAuthority;

/// Ends our live accesses under each record; records of others change nothing here.
pub async fn apply_cancellations(
    tx: &Tx,
    backend: &Backend,
    records: &[CanceledRecord],
    now: DateTime<Utc>,
) -> Result<()> {
    for record in records {
        let mut ended = Vec::new();
        for access_id in live_accesses(tx, record).await? {
            ended.extend(end_one(tx, backend, access_id, record.kind, now).await?);
        }
        tell_by_authority(tx, backend, ended, canceled(record.kind), now).await?;
        if record.kind == CancellationKind::Entity {
            end_entity(tx, backend, record.record_id, now).await?;
        }
    }
    Ok(())
}

/// Ends an access. A cancellation that the authority has is what it answers here, before the
/// result itself arrives; one that it does not have is of no use any more. Returns what its holder
/// did not ask for and is to be told.
async fn end_one(
    tx: &Tx,
    backend: &Backend,
    access_id: i64,
    kind: CancellationKind,
    now: DateTime<Utc>,
) -> Result<Option<Ended>> {
    let by_authority = Cause::ByAuthority(canceled(kind));
    let Some(order) = open_cancellation(tx, access_id).await? else {
        return end_access(tx, backend, access_id, by_authority, now).await;
    };
    if !take_from_channel(tx, &order).await? {
        let approved = Cause::Approved(&order);
        if let Some(ended) = end_access(tx, backend, access_id, approved, now).await? {
            tell_approved(tx, backend, ended, &order, now).await?;
        }
        return Ok(None);
    }
    let ended = end_access(tx, backend, access_id, by_authority, now).await?;
    close_cancellation(tx, backend, &order, now).await?;
    Ok(ended)
}

/// The entity has no license any more; a first one can be filed again.
async fn end_entity(
    tx: &Tx,
    backend: &Backend,
    authority_id: i64,
    now: DateTime<Utc>,
) -> Result<()> {
    let licensed = entity::Entity::find()
        .filter(entity::Column::AuthorityId.eq(authority_id))
        .filter(entity::Column::State.eq("licensed"))
        .all(tx)
        .await?;
    for row in licensed {
        entity::Entity::update_many()
            .col_expr(entity::Column::State, Expr::value("dropped"))
            .filter(entity::Column::Id.eq(row.id))
            .exec(tx)
            .await?;
        let event = Event {
            kind: EventKind::EntityCanceled.into(),
            subject: "entity",
            subject_id: Some(row.id),
            application_id: None,
            account_id: Some(row.account_id),
            detail: json!({ "number": row.license_number }),
            note: None,
        };
        record(tx, backend, Actor::Authority, now, event).await?;
    }
    Ok(())
}

const fn canceled(kind: CancellationKind) -> CanceledByAuthority {
    match kind {
        CancellationKind::Access => CanceledByAuthority::Access,
        CancellationKind::Website => CanceledByAuthority::Website,
        CancellationKind::Entity => CanceledByAuthority::Entity,
    }
}

async fn live_accesses(tx: &Tx, record: &CanceledRecord) -> Result<Vec<i64>> {
    let query = access::Entity::find()
        .filter(access::Column::ProviderId.is_null())
        .filter(access::Column::State.eq("live"));
    let rows = match record.kind {
        CancellationKind::Access => {
            query
                .filter(access::Column::AuthorityId.eq(record.record_id))
                .all(tx)
                .await?
        }
        CancellationKind::Website => {
            let ids = websites(tx, website::Column::AuthorityId.eq(record.record_id)).await?;
            query
                .filter(access::Column::WebsiteId.is_in(ids))
                .all(tx)
                .await?
        }
        CancellationKind::Entity => {
            let entities = entity::Entity::find()
                .filter(entity::Column::AuthorityId.eq(record.record_id))
                .all(tx)
                .await?;
            let entity_ids: Vec<i64> = entities.into_iter().map(|row| row.id).collect();
            let ids = websites(tx, website::Column::EntityId.is_in(entity_ids)).await?;
            query
                .filter(access::Column::WebsiteId.is_in(ids))
                .all(tx)
                .await?
        }
    };
    Ok(rows.into_iter().map(|row| row.id).collect())
}

async fn websites(tx: &Tx, condition: sea_orm::sea_query::SimpleExpr) -> Result<Vec<i64>> {
    let rows = website::Entity::find().filter(condition).all(tx).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
