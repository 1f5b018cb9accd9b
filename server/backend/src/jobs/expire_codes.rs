//! S24: Unused codes whose time is over become Invalid; holders are told per server.

use super::broken_row::pass_over;
use crate::backend::Backend;
use crate::caller::Actor;
use crate::commands::codes::lifecycle::{Cause, change};
use crate::error::{Error, Result};
use crate::instant::{from_millis, to_millis};
use crate::store::entities::authorization_code::{Column, Entity, Model};
use crate::store::message::tell;
use crate::store::{authorization_code, cloud_server};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use shared::authorization_code::CodeStatus;
use shared::wire::message::Notice;
use std::collections::BTreeMap;

/// Codes of one transaction; more wait for the next one.
const BATCH: u64 = 200;

/// # Errors
/// When the database refuses.
pub async fn expire_codes(backend: &Backend) -> Result<()> {
    let mut broken = Vec::new();
    loop {
        let due = due(backend, &broken).await?;
        if due.is_empty() {
            return Ok(());
        }
        let mut expired = Vec::new();
        for code in due {
            match after(backend, &code) {
                Ok(after) => expired.extend(after.map(|after| (code, after))),
                Err(error) => {
                    broken.push(code.id);
                    pass_over("authorization_code", code.id, Err(error))?;
                }
            }
        }
        expire(backend, &expired).await?;
    }
}

fn after(backend: &Backend, code: &Model) -> Result<Option<CodeStatus>> {
    let status = authorization_code::status(code)?;
    Ok(status.expire(from_millis(code.expires_at), backend.now()))
}

async fn due(backend: &Backend, broken: &[i64]) -> Result<Vec<Model>> {
    // Served by the index authorization_code_by_expiry.
    Ok(Entity::find()
        .filter(Column::Status.eq("unused"))
        .filter(Column::ExpiresAt.lte(to_millis(backend.now())))
        .filter(Column::Id.is_not_in(broken.iter().copied()))
        .order_by_asc(Column::ExpiresAt)
        .limit(BATCH)
        .all(&backend.database)
        .await?)
}

async fn expire(backend: &Backend, codes: &[(Model, CodeStatus)]) -> Result<()> {
    let now = backend.now();
    let tx = backend.begin().await?;
    let mut counts: BTreeMap<(i64, i64), u32> = BTreeMap::new();
    for (code, after) in codes {
        match change(&tx, backend, code, after, Cause::by(Actor::System, now)).await {
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
