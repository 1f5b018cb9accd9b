//! BASJ: the register's data after an approval. Learns numbers and the authority's ids.

use super::apply_own_accesses::apply_own_accesses;
use super::record_changes::{entity_changes, website_changes};
use crate::backend::Backend;
use crate::error::Result;
use crate::instant::to_millis;
use crate::store::base_code;
use crate::store::entities::{access, entity, website, website_domain};
use crate::store::entity_name::{self, EntityName, set_of_entity};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use ports::authority::{AccessRow, FilingRow, WebsiteRow};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use shared::code_table::TableChoice;
use shared::domain_name::host_of;

/// Applied as often as the authority sends it; rows nobody here knows are left alone.
pub async fn apply_filings(
    tx: &Tx,
    backend: &Backend,
    filings: &[FilingRow],
    now: DateTime<Utc>,
) -> Result<()> {
    let natures = base_code::tables(tx).await?.natures;
    for filing in filings {
        apply_own_accesses(tx, backend, filing, now).await?;
        let Some(entity) = find_entity(tx, filing).await? else {
            tracing::info!(
                entity.authority_id = filing.entity_authority_id,
                "filing data of an entity unknown here"
            );
            continue;
        };
        let before = entity_name::of_entity(&backend.cipher, &entity)?;
        let name = new_name(&before, filing, &natures);
        entity_changes(tx, backend, &entity, &before, &name, filing, now).await?;
        let number = filing
            .entity_license_number
            .clone()
            .or_else(|| entity.license_number.clone());
        let mut change = entity::ActiveModel {
            authority_id: Set(Some(filing.entity_authority_id)),
            license_number: Set(number),
            ..entity::ActiveModel::default()
        };
        set_of_entity(&backend.cipher, &mut change, &name)?;
        entity::Entity::update_many()
            .set(change)
            .filter(entity::Column::Id.eq(entity.id))
            .exec(tx)
            .await?;
        for row in &filing.websites {
            apply_website(tx, backend, &entity, row, now).await?;
        }
    }
    Ok(())
}

/// What is absent in a file is unknown, not empty.
fn new_name(before: &EntityName, filing: &FilingRow, natures: &[TableChoice]) -> EntityName {
    let number = filing.entity_nature_code;
    let nature = natures.iter().find(|nature| Some(nature.number) == number);
    let name = Some(&filing.entity_name).filter(|name| !name.is_empty());
    EntityName {
        nature: nature
            .map(|nature| nature.code.clone())
            .or_else(|| before.nature.clone()),
        name: name.unwrap_or(&before.name).clone(),
    }
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
        && row.authority_id.is_none()
    {
        return Ok(Some(row));
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
    entity: &entity::Model,
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
        .filter(website::Column::EntityId.eq(entity.id))
        .filter(website::Column::State.ne("dropped"))
        .filter(condition)
        .order_by_desc(website::Column::Id)
        .one(tx)
        .await?
    else {
        return Ok(());
    };
    website_changes(tx, backend, entity.account_id, &website, row, now).await?;
    let number = row.license_number.clone().or(website.license_number);
    let home_host = row.home_url.as_deref().and_then(host_of);
    website::Entity::update_many()
        .col_expr(
            website::Column::AuthorityId,
            Expr::value(row.website_authority_id),
        )
        .col_expr(website::Column::LicenseNumber, Expr::value(number))
        .col_expr(
            website::Column::HomeHost,
            Expr::value(home_host.or(website.home_host)),
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
        if access.provider_id != backend.settings.reporting.provider_id {
            apply_other_access(tx, website.id, access, now).await?;
        }
    }
    end_absent_others(tx, website.id, &row.accesses, now).await
}

/// Another provider's access: known for the only-access warning (S6), never ours to cancel. One
/// that an earlier file lacked is back.
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
    if let Some(known) = known {
        access::Entity::update_many()
            .col_expr(access::Column::State, Expr::value("live"))
            .col_expr(access::Column::CanceledAt, Expr::value(Option::<i64>::None))
            .filter(access::Column::Id.eq(known.id))
            .filter(access::Column::ProviderId.is_not_null())
            .exec(tx)
            .await?;
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
