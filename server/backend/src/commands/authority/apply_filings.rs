//! BASJ: the register's data after an approval. Learns numbers and the authority's ids.

use crate::backend::Backend;
use crate::caller::Actor;
use crate::error::Result;
use crate::instant::to_millis;
use crate::store::audit::{Event, record};
use crate::store::entities::{access, access_ip, application, entity, website, website_domain};
use crate::store::message::tell;
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use ports::authority::{AccessRow, FilingRow, WebsiteRow};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use serde_json::json;
use shared::wire::application::TimelineEvent;
use shared::wire::message::Notice;

/// Applied as often as the authority sends it; rows nobody here knows are left alone.
pub async fn apply_filings(
    tx: &Tx,
    backend: &Backend,
    filings: &[FilingRow],
    now: DateTime<Utc>,
) -> Result<()> {
    for filing in filings {
        let Some(entity) = find_entity(tx, filing).await? else {
            tracing::info!(
                entity.authority_id = filing.entity_authority_id,
                "filing data of an entity unknown here"
            );
            continue;
        };
        let number = filing
            .entity_license_number
            .clone()
            .or(entity.license_number);
        entity::Entity::update_many()
            .col_expr(
                entity::Column::AuthorityId,
                Expr::value(filing.entity_authority_id),
            )
            .col_expr(
                entity::Column::Name,
                Expr::value(filing.entity_name.as_str()),
            )
            .col_expr(entity::Column::LicenseNumber, Expr::value(number.clone()))
            .filter(entity::Column::Id.eq(entity.id))
            .exec(tx)
            .await?;
        for row in &filing.websites {
            apply_website(tx, backend, entity.id, number.as_deref(), row, now).await?;
        }
    }
    Ok(())
}

async fn find_entity(tx: &Tx, filing: &FilingRow) -> Result<Option<entity::Model>> {
    let known = entity::Entity::find()
        .filter(entity::Column::AuthorityId.eq(filing.entity_authority_id))
        .one(tx)
        .await?;
    if known.is_some() {
        return Ok(known);
    }
    if let Some(id) = filing.entity_id
        && let Some(row) = entity::Entity::find_by_id(id).one(tx).await?
    {
        return Ok(Some(row).filter(|row| row.authority_id.is_none()));
    }
    let Some(number) = &filing.entity_license_number else {
        return Ok(None);
    };
    Ok(entity::Entity::find()
        .filter(entity::Column::LicenseNumber.eq(number.as_str()))
        .filter(entity::Column::State.eq("licensed"))
        .order_by_asc(entity::Column::Id)
        .one(tx)
        .await?)
}

async fn apply_website(
    tx: &Tx,
    backend: &Backend,
    entity_id: i64,
    entity_number: Option<&str>,
    row: &WebsiteRow,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut condition =
        Condition::any().add(website::Column::AuthorityId.eq(row.website_authority_id));
    if let Some(id) = row.website_id {
        condition = condition.add(website::Column::Id.eq(id));
    }
    if let Some(number) = &row.license_number {
        condition = condition.add(website::Column::LicenseNumber.eq(number.as_str()));
    }
    let Some(website) = website::Entity::find()
        .filter(website::Column::EntityId.eq(entity_id))
        .filter(website::Column::State.ne("dropped"))
        .filter(condition)
        .order_by_desc(website::Column::Id)
        .one(tx)
        .await?
    else {
        return Ok(());
    };
    website::Entity::update_many()
        .col_expr(
            website::Column::AuthorityId,
            Expr::value(row.website_authority_id),
        )
        .col_expr(
            website::Column::LicenseNumber,
            Expr::value(
                row.license_number
                    .clone()
                    .or(website.license_number.clone()),
            ),
        )
        .filter(website::Column::Id.eq(website.id))
        .exec(tx)
        .await?;
    for domain in &row.domains {
        website_domain::Entity::update_many()
            .col_expr(
                website_domain::Column::AuthorityId,
                Expr::value(domain.domain_authority_id),
            )
            .filter(website_domain::Column::WebsiteId.eq(website.id))
            .filter(website_domain::Column::Name.eq(domain.name.as_str()))
            .exec(tx)
            .await?;
    }
    for access in &row.accesses {
        if access.provider_id == backend.settings.reporting.provider_id {
            apply_own_access(tx, backend, &website, entity_number, row, access, now).await?;
        } else {
            apply_other_access(tx, website.id, access, now).await?;
        }
    }
    end_absent_others(tx, website.id, &row.accesses, now).await
}

async fn apply_own_access(
    tx: &Tx,
    backend: &Backend,
    website: &website::Model,
    entity_number: Option<&str>,
    row: &WebsiteRow,
    access: &AccessRow,
    now: DateTime<Utc>,
) -> Result<()> {
    let mut condition =
        Condition::any().add(access::Column::AuthorityId.eq(access.access_authority_id));
    if let Some(id) = access.access_id {
        condition = condition.add(access::Column::Id.eq(id));
    }
    let Some(known) = access::Entity::find()
        .filter(access::Column::WebsiteId.eq(website.id))
        .filter(access::Column::ProviderId.is_null())
        .filter(condition)
        .one(tx)
        .await?
    else {
        return Ok(());
    };
    access::Entity::update_many()
        .col_expr(
            access::Column::AuthorityId,
            Expr::value(access.access_authority_id),
        )
        .filter(access::Column::Id.eq(known.id))
        .exec(tx)
        .await?;
    for ip in &access.ips {
        let Some(ip_id) = ip.ip_id else { continue };
        access_ip::Entity::update_many()
            .col_expr(
                access_ip::Column::AuthorityId,
                Expr::value(ip.ip_authority_id),
            )
            .filter(access_ip::Column::Id.eq(ip_id))
            .filter(access_ip::Column::AccessId.eq(known.id))
            .exec(tx)
            .await?;
    }
    if known.authority_id.is_some() {
        return Ok(());
    }
    tell_numbers(tx, backend, known.id, entity_number, row, now).await
}

/// The first time the register shows our access, the holder learns the numbers.
async fn tell_numbers(
    tx: &Tx,
    backend: &Backend,
    access_id: i64,
    entity_number: Option<&str>,
    row: &WebsiteRow,
    now: DateTime<Utc>,
) -> Result<()> {
    let Some(filing) = application::Entity::find()
        .filter(application::Column::AccessId.eq(access_id))
        .filter(application::Column::Kind.ne("cancel_access"))
        .order_by_desc(application::Column::Id)
        .one(tx)
        .await?
    else {
        return Ok(());
    };
    let entity_license_number = entity_number.unwrap_or_default().to_owned();
    let website_license_number = row.license_number.clone().unwrap_or_default();
    let event = Event::of_application(TimelineEvent::LicensesIssued, &filing).with_detail(json!({
        "entity": entity_license_number,
        "website": website_license_number,
    }));
    record(tx, backend, Actor::Authority, now, event).await?;
    let notice = Notice::LicenseIssued {
        number: filing.number.clone(),
        domain: filing.domain.clone(),
        entity_license_number,
        website_license_number,
    };
    tell(
        tx,
        backend,
        filing.account_id,
        now,
        &notice,
        Some(filing.id),
    )
    .await
}

/// Another provider's access: known for the only-access warning (S6), never ours to cancel.
async fn apply_other_access(
    tx: &Tx,
    website_id: i64,
    row: &AccessRow,
    now: DateTime<Utc>,
) -> Result<()> {
    let known = access::Entity::find()
        .filter(access::Column::AuthorityId.eq(row.access_authority_id))
        .one(tx)
        .await?;
    if known.is_some() {
        return Ok(());
    }
    let new = access::ActiveModel {
        website_id: Set(website_id),
        state: Set("live".to_owned()),
        provider_id: Set(Some(row.provider_id)),
        authority_id: Set(Some(row.access_authority_id)),
        created_at: Set(to_millis(now)),
        ..access::ActiveModel::default()
    };
    access::Entity::insert(new)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

async fn end_absent_others(
    tx: &Tx,
    website_id: i64,
    rows: &[AccessRow],
    now: DateTime<Utc>,
) -> Result<()> {
    let present: Vec<i64> = rows.iter().map(|row| row.access_authority_id).collect();
    access::Entity::update_many()
        .col_expr(access::Column::State, Expr::value("canceled"))
        .col_expr(access::Column::CanceledAt, Expr::value(to_millis(now)))
        .filter(access::Column::WebsiteId.eq(website_id))
        .filter(access::Column::ProviderId.is_not_null())
        .filter(access::Column::State.eq("live"))
        .filter(access::Column::AuthorityId.is_not_in(present))
        .exec(tx)
        .await?;
    Ok(())
}
