//! The link between a website and this provider ends (S2, S3, S17).

use crate::backend::Backend;
use crate::caller::Actor;
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::jobs::{Job, JobV1};
use crate::store::audit::{Event, record};
use crate::store::blocked_domain::set_listed;
use crate::store::entities::application::Model as Application;
use crate::store::entities::{access, entity, website};
use crate::store::job::enqueue;
use crate::store::license::find_website;
use crate::store::message::tell;
use crate::transaction::Tx;
use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;
use shared::audit::EventKind;
use shared::wire::message::{CanceledByAuthority, Notice};
use std::collections::BTreeMap;

/// Why an access ends.
#[derive(Debug, Clone, Copy)]
pub enum Cause<'a> {
    /// The holder asked for it, and the authority approved (S17).
    Approved(&'a Application),
    /// The authority canceled it, or what it belongs to, by itself.
    ByAuthority(CanceledByAuthority),
}

/// A website whose access has ended.
#[derive(Debug)]
pub struct Ended {
    account_id: i64,
    domain: String,
    website_license_number: String,
}

/// Ends one access of ours: the website goes to the archive with its numbers untouched, its
/// domains go on the block feed. An access that has ended stays ended: `None`. Its holder is to
/// be told, by [`tell_approved`] or [`tell_by_authority`].
pub async fn end_access(
    tx: &Tx,
    backend: &Backend,
    access_id: i64,
    cause: Cause<'_>,
    now: DateTime<Utc>,
) -> Result<Option<Ended>> {
    let application_id = match cause {
        Cause::Approved(application) => Some(application.id),
        Cause::ByAuthority(_) => None,
    };
    let access = access::Entity::find_by_id(access_id)
        .one(tx)
        .await?
        .ok_or(Error::NotFound)?;
    let ended = access::Entity::update_many()
        .col_expr(access::Column::State, Expr::value("canceled"))
        .col_expr(access::Column::CanceledAt, Expr::value(to_millis(now)))
        .filter(access::Column::Id.eq(access_id))
        .filter(access::Column::State.eq("live"))
        .exec(tx)
        .await?;
    if ended.rows_affected == 0 {
        return Ok(None);
    }
    website::Entity::update_many()
        .col_expr(website::Column::State, Expr::value("archived"))
        .col_expr(website::Column::ArchivedAt, Expr::value(to_millis(now)))
        .filter(website::Column::Id.eq(access.website_id))
        .exec(tx)
        .await?;
    let website = find_website(tx, access.website_id).await?;
    let entity = entity::Entity::find_by_id(website.entity_id)
        .one(tx)
        .await?
        .ok_or_else(|| Error::inconsistent("website", website.id, "its entity is gone"))?;
    let domains = set_listed(tx, website.id, true, now).await?;
    let event = Event {
        kind: EventKind::WebsiteArchived.into(),
        subject: "website",
        subject_id: Some(website.id),
        application_id,
        account_id: Some(entity.account_id),
        detail: json!({ "license_number": website.license_number }),
        note: None,
    };
    record(tx, backend, Actor::Authority, now, event).await?;
    queue_check(tx, website.id, now).await?;
    if keeps_number(cause) {
        queue_reminders(tx, backend, access.id, now).await?;
    }
    let domain = domains
        .into_iter()
        .next()
        .map(|row| row.name)
        .unwrap_or_default();
    Ok(Some(Ended {
        account_id: entity.account_id,
        domain,
        website_license_number: website.license_number.unwrap_or_default(),
    }))
}

/// Tells the holder that what the application asked for is done (S17).
pub async fn tell_approved(
    tx: &Tx,
    backend: &Backend,
    ended: Ended,
    application: &Application,
    now: DateTime<Utc>,
) -> Result<()> {
    let notice = Notice::AccessCanceled {
        number: application.number.clone(),
        domain: ended.domain,
        website_license_number: ended.website_license_number,
    };
    let application_id = Some(application.id);
    tell(tx, backend, ended.account_id, now, &notice, application_id).await
}

/// Tells each holder once of everything that the authority has ended by one record.
pub async fn tell_by_authority(
    tx: &Tx,
    backend: &Backend,
    ended: Vec<Ended>,
    canceled: CanceledByAuthority,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut by_account = BTreeMap::<i64, Vec<Ended>>::new();
    for website in ended {
        let websites = by_account.entry(website.account_id).or_default();
        websites.push(website);
    }
    for (account_id, websites) in by_account {
        let mut websites = websites.into_iter();
        let Some(first) = websites.next() else {
            continue;
        };
        let notice = Notice::AccessEndedByAuthority {
            domain: first.domain,
            website_license_number: first.website_license_number,
            canceled,
            further: websites.map(|website| website.domain).collect(),
        };
        tell(tx, backend, account_id, now, &notice, None).await?;
    }
    Ok(())
}

/// S2; without a number there is nothing to add access to.
const fn keeps_number(cause: Cause<'_>) -> bool {
    matches!(
        cause,
        Cause::Approved(_) | Cause::ByAuthority(CanceledByAuthority::Access)
    )
}

async fn queue_check(tx: &Tx, website_id: i64, now: DateTime<Utc>) -> Result<()> {
    let check = Job::V1(JobV1::CheckResolution { website_id });
    let key = format!("check_resolution:{website_id}");
    enqueue(tx, &check, Some(key), now, now).await
}

/// S5
async fn queue_reminders(
    tx: &Tx,
    backend: &Backend,
    access_id: i64,
    now: DateTime<Utc>,
) -> Result<()> {
    for days in &backend.settings.policy.cancel.remind_after_days {
        let days = i64::from(*days);
        let reminder = Job::V1(JobV1::AddAccessReminder { access_id, days });
        let key = format!("add_access_reminder:{access_id}:{days}");
        enqueue(tx, &reminder, Some(key), now, now + Duration::days(days)).await?;
    }
    Ok(())
}
