//! The block feed: which domains the provider's network must block, and which no more.

use super::failure::{ApiFailure, Failures};
use super::token::Service;
use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use backend::backend::Backend;
use backend::queries::blocked_domains::blocked_domains;
use backend::service_token::Scope;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

#[derive(Debug, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct FeedQuery {
    /// Cursor of the last entry that was read; 0 from the beginning.
    #[param(minimum = 0)]
    after: i64,
    /// Entries at most.
    #[param(minimum = 1, maximum = 1000)]
    limit: u32,
}

impl FeedQuery {
    fn check(&self) -> Result<(), ApiFailure> {
        if self.after < 0 {
            return Err(ApiFailure::Malformed(
                "after: expected 0 or more".to_owned(),
            ));
        }
        if !(1..=1000).contains(&self.limit) {
            return Err(ApiFailure::Malformed(
                "limit: expected 1 to 1000".to_owned(),
            ));
        }
        Ok(())
    }
}

impl Default for FeedQuery {
    fn default() -> Self {
        Self {
            after: 0,
            limit: 100,
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
pub struct Feed {
    entries: Vec<FeedEntry>,
    /// For `after` of the next call.
    next: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct FeedEntry {
    cursor: i64,
    domain: String,
    /// `true`: block it; `false`: it is not on the list any more.
    listed: bool,
    /// Why, as a stable code.
    reason: String,
    /// Whether the domain still points to the provider: `yes`, `no` or `not_checked`.
    resolves: &'static str,
    resolution_seen_at: Option<DateTime<Utc>>,
    changed_at: DateTime<Utc>,
}

/// What was listed, taken off or seen anew after a cursor. Scope: block_feed:read.
#[utoipa::path(
    get,
    path = "/blocked-domains",
    params(FeedQuery),
    responses((status = OK, body = Feed), Failures),
    security(("token" = []))
)]
pub async fn list(
    State(backend): State<Backend>,
    Service(caller): Service,
    query: Result<Query<FeedQuery>, QueryRejection>,
) -> Result<Json<Feed>, ApiFailure> {
    caller.permit(Scope::ReadBlockFeed)?;
    let Query(query) = query?;
    query.check()?;
    let found = blocked_domains(&backend, query.after, query.limit).await?;
    let entries: Vec<_> = found
        .into_iter()
        .map(|entry| FeedEntry {
            cursor: entry.cursor,
            domain: entry.domain,
            listed: entry.listed,
            reason: entry.reason,
            resolves: entry.resolves.code(),
            resolution_seen_at: entry.resolution_seen_at,
            changed_at: entry.changed_at,
        })
        .collect();
    let next = entries.last().map_or(query.after, |entry| entry.cursor);
    Ok(Json(Feed { entries, next }))
}
