//! S24: Unused codes whose time is over become Invalid; holders are told per server.

use crate::backend::Backend;
use crate::caller::Actor;
use crate::commands::codes::lifecycle::{Cause, change};
use crate::error::{Error, Result};
use crate::instant::{from_millis, to_millis};
use crate::store::entities::authorization_code::{Column, Entity, Model};
use crate::store::message::tell;
use crate::store::{authorization_code, cloud_server};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::wire::message::Notice;
use std::collections::BTreeMap;

/// Codes of one transaction; more wait for the next one.
const BATCH: u64 = 200;

/// # Errors
/// When the database refuses.
pub async fn expire_codes(backend: &Backend) -> Result<()> {
    loop {
        let due = due(backend).await?;
        if due.is_empty() {
            return Ok(());
        }
        expire(backend, &due).await?;
    }
}

async fn due(backend: &Backend) -> Result<Vec<Model>> {
    // Served by the index authorization_code_by_expiry.
    Ok(Entity::find()
        .filter(Column::Status.eq("unused"))
        .filter(Column::ExpiresAt.lte(to_millis(backend.now())))
        .order_by_asc(Column::ExpiresAt)
        .limit(BATCH)
        .all(&backend.database)
        .await?)
}

async fn expire(backend: &Backend, due: &[Model]) -> Result<()> {
    let now = backend.now();
    let tx = backend.begin().await?;
    let mut counts: BTreeMap<(i64, i64), u32> = BTreeMap::new();
    for code in due {
        let status = authorization_code::status(code)?;
        let Some(after) = status.expire(from_millis(code.expires_at), now) else {
            continue;
        };
        match change(&tx, backend, code, &after, Cause::by(Actor::System, now)).await {
            Ok(()) => *counts.entry((code.account_id, code.server_id)).or_default() += 1,
            // Somebody used or disabled it at this instant.
            Err(Error::Refused(_)) => {}
            Err(error) => return Err(error),
        }
    }
    for ((account_id, server_id), count) in counts {
        let server_name = cloud_server::find(&tx, server_id).await?.name;
        let notice = Notice::CodesInvalid { server_name, count };
        tell(&tx, backend, account_id, now, &notice, None).await?;
    }
    tx.commit().await
}
