//! Rows that a filing proposes: their ids go to the authority as the provider's ids.

use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::store::entities::application::Model;
use crate::store::entities::{access, access_ip, entity, website, website_domain};
use crate::store::entity_name::{EntityName, set_of_entity};
use crate::store::license::list_domains;
use crate::store::reported_filing::{entities_of_others, reported_entities};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use ports::authority::IpRange;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::application::NewAccessSubmission;
use shared::website::ServiceType;
use std::net::Ipv4Addr;

/// Ids of what was proposed.
pub struct Proposed {
    pub entity_id: i64,
    pub website_id: i64,
    pub access_id: i64,
    pub ip_ranges: Vec<IpRange>,
}

/// Takes back what an earlier report of this application proposed.
///
/// # Errors
/// When the database refuses.
pub async fn drop_proposed(tx: &Tx, row: &Model) -> Result<()> {
    if let Some(id) = row.access_id {
        access::Entity::update_many()
            .col_expr(access::Column::State, Expr::value("dropped"))
            .filter(access::Column::Id.eq(id))
            .filter(access::Column::State.eq("proposed"))
            .exec(tx)
            .await?;
    }
    if let Some(id) = row.website_id {
        website::Entity::update_many()
            .col_expr(website::Column::State, Expr::value("dropped"))
            .filter(website::Column::Id.eq(id))
            .filter(website::Column::State.eq("proposed"))
            .exec(tx)
            .await?;
    }
    if let Some(id) = row.entity_id {
        entity::Entity::update_many()
            .col_expr(entity::Column::State, Expr::value("dropped"))
            .filter(entity::Column::Id.eq(id))
            .filter(entity::Column::State.eq("proposed"))
            .filter(entity::Column::Id.not_in_subquery(entities_of_others(row.id)))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// Where several orders may run, another one may be about the same entity already.
pub async fn proposed_or_new_entity(
    tx: &Tx,
    backend: &Backend,
    row: &Model,
    name: &EntityName,
    license_number: &str,
    now: DateTime<Utc>,
) -> Result<i64> {
    let reported = reported_entities(tx, license_number).await?;
    let is_own = |entity: &&entity::Model| entity.account_id == row.account_id;
    match reported.iter().find(is_own) {
        Some(entity) => Ok(entity.id),
        None => insert_entity(tx, backend, row, name, Some(license_number), now).await,
    }
}

/// A website whose access here ended before keeps its row.
pub async fn known_or_new_website(
    tx: &Tx,
    entity_id: i64,
    submission: &NewAccessSubmission,
    now: DateTime<Utc>,
) -> Result<i64> {
    let number = submission.website_license_number.as_str();
    let domain = submission.domain.as_str();
    let known = website::Entity::find()
        .filter(website::Column::EntityId.eq(entity_id))
        .filter(website::Column::LicenseNumber.eq(number))
        .filter(website::Column::State.is_in(["active", "archived"]))
        .order_by_desc(website::Column::Id)
        .one(tx)
        .await?;
    let website_id = match known {
        Some(website) => website.id,
        None => {
            let website = website::ActiveModel {
                name: Set(submission.website_name.clone()),
                license_number: Set(Some(number.to_owned())),
                ..website::ActiveModel::default()
            };
            insert_website(tx, entity_id, website, now).await?
        }
    };
    let domains = list_domains(tx, website_id).await?;
    if domains.iter().all(|known| known.name != domain) {
        insert_domain(tx, website_id, domain).await?;
    }
    Ok(website_id)
}

pub async fn insert_entity(
    tx: &Tx,
    backend: &Backend,
    row: &Model,
    name: &EntityName,
    license_number: Option<&str>,
    now: DateTime<Utc>,
) -> Result<i64> {
    let mut model = entity::ActiveModel {
        account_id: Set(row.account_id),
        state: Set("proposed".to_owned()),
        license_number: Set(license_number.map(str::to_owned)),
        created_at: Set(to_millis(now)),
        ..entity::ActiveModel::default()
    };
    set_of_entity(&backend.cipher, &mut model, name)?;
    Ok(entity::Entity::insert(model).exec(tx).await?.last_insert_id)
}

/// `website` has what is known of it: its name, its number, where its home page is.
pub async fn insert_website(
    tx: &Tx,
    entity_id: i64,
    website: website::ActiveModel,
    now: DateTime<Utc>,
) -> Result<i64> {
    let model = website::ActiveModel {
        entity_id: Set(entity_id),
        state: Set("proposed".to_owned()),
        service_type: Set(ServiceType::Website.code().to_owned()),
        created_at: Set(to_millis(now)),
        ..website
    };
    Ok(website::Entity::insert(model)
        .exec(tx)
        .await?
        .last_insert_id)
}

pub async fn insert_domain(tx: &Tx, website_id: i64, domain: &str) -> Result<i64> {
    let model = website_domain::ActiveModel {
        website_id: Set(website_id),
        name: Set(domain.to_owned()),
        ..website_domain::ActiveModel::default()
    };
    Ok(website_domain::Entity::insert(model)
        .exec(tx)
        .await?
        .last_insert_id)
}

pub async fn insert_access(
    tx: &Tx,
    row: &Model,
    entity_id: i64,
    website_id: i64,
    now: DateTime<Utc>,
) -> Result<Proposed> {
    let broken = |what| Error::inconsistent("application", row.id, what);
    let ip = row
        .public_ip
        .clone()
        .ok_or_else(|| broken("no public IP"))?;
    let address: Ipv4Addr = ip
        .parse()
        .map_err(|_| broken("public IP is not an address"))?;
    let model = access::ActiveModel {
        website_id: Set(website_id),
        server_id: Set(row.server_id),
        state: Set("proposed".to_owned()),
        created_at: Set(to_millis(now)),
        ..access::ActiveModel::default()
    };
    let access_id = access::Entity::insert(model).exec(tx).await?.last_insert_id;
    let model = access_ip::ActiveModel {
        access_id: Set(access_id),
        address: Set(ip),
        ..access_ip::ActiveModel::default()
    };
    let ip_id = access_ip::Entity::insert(model)
        .exec(tx)
        .await?
        .last_insert_id;
    let ip_ranges = vec![IpRange {
        ip_id,
        first: address,
        last: address,
    }];
    Ok(Proposed {
        entity_id,
        website_id,
        access_id,
        ip_ranges,
    })
}
