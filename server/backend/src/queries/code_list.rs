//! Lists of authorization codes: what `codes`, `all_codes` and `export_codes` share.

use super::code_uses::CodeUses;
use super::cursor::{Reading, Sorting, page, page_of_kept};
use super::disabling_reasons::disabling_reasons;
use super::display::{prefix_pattern, searched};
use super::own_code_search::{self, OwnCodeSearch};
use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::instant::{from_millis, to_millis};
use crate::store::authorization_code::{note, status, text};
use crate::store::entities::authorization_code::{Column, Entity, Model};
use crate::store::entities::cloud_server;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait, LikeExpr, Query, SelectStatement};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, Select};
use shared::authorization_code::{CodeStatus, CodeText};
use shared::wire::Page;
use shared::wire::code::{CodeFilter, CodeRow, CodeStatusView};
use std::collections::HashMap;

/// Whose codes are listed.
#[derive(Debug, Clone, Copy)]
pub enum Scope {
    /// One account's, in clear.
    Own(i64),
    /// Everybody's, masked, with the owner, as this account reads them.
    All { reader: i64 },
}

/// One page of codes with everything a row shows, in a few statements.
///
/// # Errors
/// When the database refuses or a row is inconsistent.
pub async fn code_page(
    backend: &Backend,
    scope: Scope,
    filter: &CodeFilter,
) -> Result<Page<CodeRow>> {
    let now = backend.now();
    let search = filter.search.as_deref().map(str::trim);
    let search = search.filter(|search| !search.is_empty());
    let select = select(scope, filter, now);
    // Index authorization_code_by_account (or _by_account_expiry, _by_account_status,
    // _by_server) gives an owner's list in its order, _by_application (or _by_end,
    // _by_status) that of staff; a whole code is found by its unique hash.
    let soonest_first = filter.sort.as_deref() == Some("expires");
    let first = if soonest_first {
        Column::ExpiresAt
    } else {
        Column::AppliedAt
    };
    let sorting = Sorting {
        columns: [first, Column::Id],
        descending: !soonest_first,
    };
    let cursor = filter.cursor.as_deref();
    let key = |row: &Model| {
        let instant = if soonest_first {
            row.expires_at
        } else {
            row.applied_at
        };
        [instant, row.id]
    };
    let database = &backend.database;
    let rows = match search.map(|search| Search::of(backend, scope, search)) {
        None => page(database, select, sorting, cursor, key).await?,
        Some(Search::Statement(found)) => {
            page(database, select.filter(found), sorting, cursor, key).await?
        }
        Some(Search::OwnCodes(own)) => {
            let reading = Reading {
                batch: own_code_search::BATCH,
                keep: |rows| own.keep(backend, rows),
            };
            page_of_kept(database, select, sorting, cursor, key, reading).await?
        }
    };
    Ok(Page {
        items: code_rows(backend, scope, &rows.items, now).await?,
        previous: rows.previous,
        next: rows.next,
    })
}

/// How codes are searched.
enum Search {
    /// By what stands in the database as it is, or as its keyed hash.
    Statement(Condition),
    /// By what is encrypted: an account's own codes are few.
    OwnCodes(OwnCodeSearch),
}

impl Search {
    fn of(backend: &Backend, scope: Scope, search: &str) -> Self {
        if let Ok(code) = CodeText::parse(search) {
            let hash = backend
                .cipher
                .keyed_hash("authorization_code", code.compact());
            return Self::Statement(Condition::all().add(Column::CodeHash.eq(hash)));
        }
        match scope {
            Scope::Own(_) => Self::OwnCodes(OwnCodeSearch::new(search)),
            Scope::All { .. } => Self::Statement(
                Condition::all().add(Column::ServerId.in_subquery(servers_beginning_with(search))),
            ),
        }
    }
}

fn select(scope: Scope, filter: &CodeFilter, now: DateTime<Utc>) -> Select<Entity> {
    let mut select = Entity::find();
    if let Scope::Own(account_id) = scope {
        select = select.filter(Column::AccountId.eq(account_id));
    }
    if let Some(server_id) = filter.server_id {
        select = select.filter(Column::ServerId.eq(server_id));
    }
    if let Some(code) = filter.status.as_deref().filter(|code| !code.is_empty()) {
        select = select.filter(has_status(code, now));
    }
    select
}

/// S24: a code whose time is over counts as Invalid, whether or not the job has run.
///
/// The sum keeps the databases from reading all Unused codes by their end, to sort them
/// afterwards, instead of the first ones in the list's order.
fn has_status(code: &str, now: DateTime<Utc>) -> Condition {
    let stored = Column::Status.eq(code);
    match code {
        "unused" => Condition::all()
            .add(stored)
            .add(Expr::col(Column::ExpiresAt).add(0).gt(to_millis(now))),
        "invalid" => Condition::any().add(stored).add(
            Condition::all()
                .add(Column::Status.eq("unused"))
                .add(Column::ExpiresAt.lte(to_millis(now))),
        ),
        _ => Condition::all().add(stored),
    }
}

fn servers_beginning_with(search: &str) -> SelectStatement {
    use cloud_server::Column;
    let pattern = || LikeExpr::new(prefix_pattern(search)).escape('\\');
    Query::select()
        .column(Column::Id)
        .from(cloud_server::Entity)
        .cond_where(
            Condition::any()
                .add(searched(Column::Name).like(pattern()))
                .add(Expr::col(Column::PublicIp).like(pattern())),
        )
        .take()
}

async fn code_rows(
    backend: &Backend,
    scope: Scope,
    rows: &[Model],
    now: DateTime<Utc>,
) -> Result<Vec<CodeRow>> {
    let servers = servers_of(backend, rows).await?;
    let uses = CodeUses::load(backend, scope, rows).await?;
    let words = disabling_reasons(backend, rows).await?;
    rows.iter()
        .map(|row| {
            let server = servers
                .get(&row.server_id)
                .ok_or_else(|| Error::inconsistent("authorization_code", row.id, "no server"))?;
            let code = text(backend, row)?;
            Ok(CodeRow {
                id: row.id,
                code: match scope {
                    Scope::Own(_) => code.to_string(),
                    Scope::All { .. } => code.masked(),
                },
                server_id: row.server_id,
                server_name: server.name.clone(),
                public_ip: server.public_ip.clone(),
                applied_at: from_millis(row.applied_at),
                expires_at: from_millis(row.expires_at),
                status: status_view(row, &uses, &words, now)?,
                note: note(&backend.cipher, row)?,
                owner: match scope {
                    Scope::Own(_) => None,
                    Scope::All { .. } => Some(uses.person(row.account_id)?),
                },
                disabled_by_reader: match scope {
                    Scope::Own(_) => false,
                    Scope::All { reader } => row.disabled_by == Some(reader),
                },
                version: row.version,
            })
        })
        .collect()
}

/// The servers of codes by id.
pub(super) async fn servers_of(
    backend: &Backend,
    rows: &[Model],
) -> Result<HashMap<i64, cloud_server::Model>> {
    let mut ids: Vec<i64> = rows.iter().map(|row| row.server_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let servers = cloud_server::Entity::find()
        .filter(cloud_server::Column::Id.is_in(ids))
        .all(&backend.database)
        .await?;
    Ok(servers
        .into_iter()
        .map(|server| (server.id, server))
        .collect())
}

fn status_view(
    row: &Model,
    uses: &CodeUses<'_>,
    words: &HashMap<i64, String>,
    now: DateTime<Utc>,
) -> Result<CodeStatusView> {
    let stored = status(row)?;
    let current = stored
        .expire(from_millis(row.expires_at), now)
        .unwrap_or(stored);
    Ok(match current {
        CodeStatus::Unused => CodeStatusView::Unused,
        CodeStatus::Licensing(by) => CodeStatusView::Licensing(uses.code_use(by)?),
        CodeStatus::Used { by, at } => CodeStatusView::Used {
            by: uses.code_use(by)?,
            at,
        },
        CodeStatus::Invalid {
            reason,
            at,
            held_by,
            ..
        } => CodeStatusView::Invalid {
            reason,
            at,
            words: words.get(&row.id).cloned(),
            held_by: held_by.map(|by| uses.code_use(by)).transpose()?,
        },
    })
}
