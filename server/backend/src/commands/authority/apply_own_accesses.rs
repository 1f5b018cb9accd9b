//! BASJ: our own accesses learn the authority's ids, without which they could not be canceled.

use super::license_website::approval_mail;
use crate::backend::Backend;
use crate::caller::Actor;
use crate::error::Result;
use crate::store::application::shown_domain;
use crate::store::audit::{Event, record};
use crate::store::entities::{access, access_ip, application, entity};
use crate::store::message::{tell, withdraw_mail};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use ports::authority::{AccessRow, FilingRow, WebsiteRow};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use shared::wire::application::TimelineEvent;
use shared::wire::message::Notice;

/// An access is found by its provider id (`IspJrid`), which is ours alone, whatever the
/// authority calls its website and its entity.
pub async fn apply_own_accesses(
    tx: &Tx,
    backend: &Backend,
    filing: &FilingRow,
    now: DateTime<Utc>,
) -> Result<()> {
    for website in &filing.websites {
        for row in &website.accesses {
            if row.provider_id != backend.settings.reporting.provider_id {
                continue;
            }
            let Some(known) = find(tx, row).await? else {
                continue;
            };
            learn_ids(tx, known.id, row).await?;
            if known.authority_id.is_none() {
                tell_numbers(tx, backend, known.id, filing, website, now).await?;
            }
        }
    }
    Ok(())
}

async fn find(tx: &Tx, row: &AccessRow) -> Result<Option<access::Model>> {
    let ours = access::Entity::find()
        .filter(access::Column::ProviderId.is_null())
        .filter(access::Column::State.ne("dropped"));
    let known = ours
        .clone()
        .filter(access::Column::AuthorityId.eq(row.access_authority_id))
        .one(tx)
        .await?;
    match (known, row.access_id) {
        (None, Some(id)) => Ok(ours
            .filter(access::Column::Id.eq(id))
            .filter(access::Column::AuthorityId.is_null())
            .one(tx)
            .await?),
        (known, _) => Ok(known),
    }
}

async fn learn_ids(tx: &Tx, access_id: i64, row: &AccessRow) -> Result<()> {
    access::Entity::update_many()
        .col_expr(
            access::Column::AuthorityId,
            Expr::value(row.access_authority_id),
        )
        .filter(access::Column::Id.eq(access_id))
        .exec(tx)
        .await?;
    for ip in &row.ips {
        let Some(ip_id) = ip.ip_id else { continue };
        access_ip::Entity::update_many()
            .col_expr(
                access_ip::Column::AuthorityId,
                Expr::value(ip.ip_authority_id),
            )
            .filter(access_ip::Column::Id.eq(ip_id))
            .filter(access_ip::Column::AccessId.eq(access_id))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// The first time the register shows our access, the holder learns the numbers.
async fn tell_numbers(
    tx: &Tx,
    backend: &Backend,
    access_id: i64,
    filing: &FilingRow,
    website: &WebsiteRow,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(row) = application::Entity::find()
        .filter(application::Column::AccessId.eq(access_id))
        .filter(application::Column::Kind.ne("cancel_access"))
        .order_by_desc(application::Column::Id)
        .one(tx)
        .await?
    else {
        return Ok(());
    };
    let entity_license_number = match &filing.entity_license_number {
        Some(number) => number.clone(),
        None => known_entity_number(tx, &row).await?.unwrap_or_default(),
    };
    let website_license_number = website.license_number.clone().unwrap_or_default();
    let event = Event::of_application(TimelineEvent::LicensesIssued, &row).with_detail(json!({
        "entity": entity_license_number,
        "website": website_license_number,
    }));
    record(tx, backend, Actor::Authority, now, event).await?;
    let notice = Notice::LicenseIssued {
        number: row.number.clone(),
        domain: shown_domain(&row),
        entity_license_number,
        website_license_number,
    };
    withdraw_mail(tx, &approval_mail(row.id)).await?;
    tell(tx, backend, row.account_id, now, &notice, Some(row.id)).await
}

async fn known_entity_number(tx: &Tx, row: &application::Model) -> Result<Option<String>> {
    let Some(entity_id) = row.entity_id else {
        return Ok(None);
    };
    let entity = entity::Entity::find_by_id(entity_id).one(tx).await?;
    Ok(entity.and_then(|entity| entity.license_number))
}
