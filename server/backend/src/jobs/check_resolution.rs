//! Looks where domains point, for the block feed (S3, S4) and for holders.

use super::{Job, JobError, JobV1};
use crate::backend::Backend;
use crate::error::Result;
use crate::instant::to_millis;
use crate::store::blocked_domain::{note_resolution, take_place};
use crate::store::entities::{website, website_domain};
use crate::store::job::enqueue;
use crate::store::license::{find_website, list_domains};
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
    let website = find_website(&backend.database, website_id).await?;
    let domains = list_domains(&backend.database, website_id).await?;
    for domain in domains {
        let seen = look(backend, &domain.name, website.home_host.as_deref()).await?;
        note(backend, &domain, seen).await?;
    }
    Ok(())
}

/// Where a domain's website is reached, and the address that says so.
type Seen = (Resolution, Option<IpAddr>);

/// Many websites have no address but at `www.`, or at the host of their home page: one name that
/// points here is enough.
async fn look(backend: &Backend, domain: &str, home_host: Option<&str>) -> Result<Seen, JobError> {
    let below = format!(".{domain}");
    let home_host = home_host.filter(|host| host.ends_with(&below));
    let with_www = format!("www{below}");
    let names = [Some(domain), Some(with_www.as_str()), home_host];
    let mut elsewhere = None;
    for name in names.into_iter().flatten() {
        let addresses = backend
            .resolver
            .resolve(name)
            .await
            .map_err(|error| JobError::Retry(error.into()))?;
        let provider = &backend.settings.provider;
        let ours = addresses
            .iter()
            .find(|address| provider.has_address(**address));
        if let Some(ours) = ours {
            return Ok((Resolution::Here, Some(*ours)));
        }
        elsewhere = elsewhere.or_else(|| addresses.first().copied());
    }
    Ok((Resolution::Elsewhere, elsewhere))
}

async fn note(
    backend: &Backend,
    domain: &website_domain::Model,
    (resolution, address): Seen,
) -> Result<()> {
    let shown = address.map(|address| address.to_string());
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
