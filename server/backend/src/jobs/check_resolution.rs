//! Looks where domains point, for the block feed (S3, S4) and for holders.

use super::{Job, JobError, JobV1};
use crate::backend::Backend;
use crate::error::Result;
use crate::instant::to_millis;
use crate::store::blocked_domain::{note_resolution, take_place};
use crate::store::entities::{website, website_domain};
use crate::store::job::enqueue;
use crate::store::license::list_domains;
use chrono::Duration;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
};
use shared::access::Resolution;
use std::net::IpAddr;

/// How old an observation may get before the domain is looked up again.
const FRESH_FOR: Duration = Duration::hours(6);
/// Websites queued per round.
const BATCH: u64 = 200;

/// Queues a check for every website with a domain that was not looked up lately.
///
/// # Errors
/// When the database refuses.
pub async fn queue_checks(backend: &Backend) -> Result<()> {
    let now = backend.now();
    let stale = Condition::any()
        .add(website_domain::Column::ResolutionSeenAt.is_null())
        .add(website_domain::Column::ResolutionSeenAt.lt(to_millis(now - FRESH_FOR)));
    let watched = website::Entity::find()
        .select_only()
        .column(website::Column::Id)
        .filter(website::Column::State.is_in(["active", "archived"]))
        .into_query();
    let mut websites: Vec<i64> = website_domain::Entity::find()
        .filter(stale)
        .filter(website_domain::Column::WebsiteId.in_subquery(watched))
        .order_by_asc(website_domain::Column::Id)
        .limit(BATCH)
        .all(&backend.database)
        .await?
        .into_iter()
        .map(|row| row.website_id)
        .collect();
    websites.dedup();
    if websites.is_empty() {
        return Ok(());
    }
    let tx = backend.begin().await?;
    for website_id in websites {
        let job = Job::V1(JobV1::CheckResolution { website_id });
        enqueue(
            &tx,
            &job,
            Some(format!("check_resolution:{website_id}")),
            now,
            now,
        )
        .await?;
    }
    tx.commit().await
}

/// Looks up a website's domains and notes what was seen.
///
/// # Errors
/// [`JobError::Retry`] when the name servers or the database do not answer.
pub async fn check_resolution(backend: &Backend, website_id: i64) -> Result<(), JobError> {
    let domains = list_domains(&backend.database, website_id).await?;
    for domain in domains {
        let addresses = backend
            .resolver
            .resolve(&domain.name)
            .await
            .map_err(|error| JobError::Retry(error.into()))?;
        note(backend, &domain, &addresses).await?;
    }
    Ok(())
}

async fn note(
    backend: &Backend,
    domain: &website_domain::Model,
    addresses: &[IpAddr],
) -> Result<()> {
    let provider = &backend.settings.provider;
    let ours = addresses
        .iter()
        .find(|address| provider.has_address(**address));
    let resolution = if ours.is_some() {
        Resolution::Here
    } else {
        Resolution::Elsewhere
    };
    let shown = ours.or_else(|| addresses.first()).map(ToString::to_string);
    let now = to_millis(backend.now());
    let since = if domain.resolution == resolution.code() {
        domain.resolution_since_at
    } else {
        Some(now)
    };
    let tx = backend.begin().await?;
    // Before the domain's row, in the order in which the end of an access locks them.
    let place = take_place(&tx).await?;
    website_domain::Entity::update_many()
        .col_expr(
            website_domain::Column::Resolution,
            Expr::value(resolution.code()),
        )
        .col_expr(website_domain::Column::ResolvedIp, Expr::value(shown))
        .col_expr(
            website_domain::Column::ResolutionSinceAt,
            Expr::value(since),
        )
        .col_expr(website_domain::Column::ResolutionSeenAt, Expr::value(now))
        .filter(website_domain::Column::Id.eq(domain.id))
        .exec(&tx)
        .await?;
    let seen = website_domain::Model {
        resolution: resolution.code().to_owned(),
        resolution_seen_at: Some(now),
        ..domain.clone()
    };
    note_resolution(&tx, place, &seen, backend.now()).await?;
    tx.commit().await
}
