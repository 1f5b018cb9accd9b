//! S23: which codes of a server count against its quota.

use super::entities::{access, application, authorization_code, cloud_server};
use crate::error::Result;
use crate::transaction::Tx;
use sea_orm::sea_query::{Expr, Query, SelectStatement};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect};
use shared::policy::QuotaMode;
use std::collections::HashMap;

/// Codes that count, by server; a server without any may be absent.
///
/// # Errors
/// When the database refuses.
pub async fn counted(
    connection: &impl ConnectionTrait,
    mode: QuotaMode,
    servers: &[cloud_server::Model],
) -> Result<HashMap<i64, u32>> {
    let counts: Vec<(i64, i64)> = match mode {
        QuotaMode::Lifetime => servers
            .iter()
            .map(|server| (server.id, server.codes_issued))
            .collect(),
        QuotaMode::Live => live(connection, servers).await?,
    };
    Ok(counts
        .into_iter()
        .map(|(server, count)| (server, u32::try_from(count).unwrap_or(u32::MAX)))
        .collect())
}

/// Notes that a server gives `count` codes more, and returns how many counted before.
/// Whoever asks for codes of the same server waits until this transaction ends.
///
/// # Errors
/// When the database refuses.
pub async fn issue(
    tx: &Tx,
    mode: QuotaMode,
    before: &cloud_server::Model,
    count: u32,
) -> Result<u32> {
    use cloud_server::{Column, Entity};
    Entity::update_many()
        .col_expr(
            Column::CodesIssued,
            Expr::col(Column::CodesIssued).add(count),
        )
        .filter(Column::Id.eq(before.id))
        .exec(tx)
        .await?;
    let mut server = super::cloud_server::find(tx, before.id).await?;
    server.codes_issued -= i64::from(count);
    let counted = counted(tx, mode, &[server]).await?;
    Ok(counted.get(&before.id).copied().unwrap_or(0))
}

/// neither Invalid codes count, nor those whose website has no access here any more.
async fn live(
    connection: &impl ConnectionTrait,
    servers: &[cloud_server::Model],
) -> Result<Vec<(i64, i64)>> {
    use authorization_code::{Column, Entity};
    Ok(Entity::find()
        .select_only()
        .column(Column::ServerId)
        .column_as(Column::Id.count(), "count")
        .filter(Column::ServerId.is_in(servers.iter().map(|server| server.id)))
        .filter(Column::Status.ne("invalid"))
        .filter(
            Column::HolderApplicationId
                .is_null()
                .or(Column::HolderApplicationId.not_in_subquery(applications_of_ended_accesses())),
        )
        .group_by(Column::ServerId)
        .into_tuple()
        .all(connection)
        .await?)
}

fn applications_of_ended_accesses() -> SelectStatement {
    Query::select()
        .column((application::Entity, application::Column::Id))
        .from(application::Entity)
        .inner_join(
            access::Entity,
            Expr::col((application::Entity, application::Column::AccessId))
                .equals((access::Entity, access::Column::Id)),
        )
        .and_where(Expr::col((access::Entity, access::Column::State)).eq("canceled"))
        .to_owned()
}
