//! Gives a filing the rows whose ids the report carries as the provider's ids.

use super::check_again::check_again;
use super::queue_report::{Outgoing, license_password};
use crate::backend::Backend;
use crate::commands::applications::filing;
use crate::error::{Error, Result};
use crate::instant::to_millis;
use crate::store::entities::application::{ActiveModel, Model};
use crate::store::entities::{access, access_ip, entity, website, website_domain};
use crate::store::license::{find_entity_of, list_domains};
use crate::store::reported_filing::{entities_of_others, reported_entities};
use crate::transaction::Tx;
use chrono::{DateTime, Utc};
use ports::authority::{
    Address, Certificate, EntityReport, IpRange, NewAccessReport, NewFilingReport, PersonInCharge,
    Report, WebsiteReport,
};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::application::{
    FilingSubmission, FirstLicenseSubmission, NewAccessEntity, NewAccessSubmission,
    PersonSubmission,
};
use shared::website::ServiceType;
use std::net::Ipv4Addr;

/// Ids of what was proposed.
struct Proposed {
    entity_id: i64,
    website_id: i64,
    access_id: i64,
    ip_ranges: Vec<IpRange>,
}

/// Makes the proposed rows, notes them in `change` and builds the report. Rows of an
/// earlier report are dropped: each access needs an id that was never used (`IspJrid`).
pub async fn propose(
    tx: &Tx,
    backend: &Backend,
    row: &Model,
    change: &mut ActiveModel,
    now: DateTime<Utc>,
) -> Result<Outgoing> {
    drop_proposed(tx, row).await?;
    let form = filing::form(backend, row)?;
    let submission = filing::parse(tx, backend, row, &form)
        .await?
        .map_err(Error::Refused)?;
    check_again(tx, row, &submission).await?;
    let (proposed, outgoing) = match submission {
        FilingSubmission::FirstLicense(first) => {
            first_license(tx, backend, row, &first, now).await?
        }
        FilingSubmission::NewAccess(new) => new_access(tx, backend, row, &new, now).await?,
    };
    change.entity_id = Set(Some(proposed.entity_id));
    change.website_id = Set(Some(proposed.website_id));
    change.access_id = Set(Some(proposed.access_id));
    Ok(outgoing)
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

async fn first_license(
    tx: &Tx,
    backend: &Backend,
    row: &Model,
    submission: &FirstLicenseSubmission,
    now: DateTime<Utc>,
) -> Result<(Proposed, Outgoing)> {
    let entity = &submission.entity;
    let site = &submission.website;
    let entity_id = insert_entity(tx, row, &entity.name, None, now).await?;
    let website_id = insert_website(tx, entity_id, &site.name, None, now).await?;
    let domain_id = insert_domain(tx, website_id, site.domain.as_str()).await?;
    let proposed = insert_access(tx, row, entity_id, website_id, now).await?;
    let reporting = &backend.settings.reporting;
    let report = Report::NewFiling(Box::new(NewFilingReport {
        entity: EntityReport {
            entity_id,
            name: entity.name.clone(),
            nature_code: entity.nature.number(),
            investor: Some(
                entity
                    .investor
                    .clone()
                    .unwrap_or_else(|| entity.name.clone()),
            ),
            address: Address {
                province_code: entity.city.province_code(),
                city_code: entity.city.code,
                county_code: None,
                detail: Some(entity.address.clone()),
            },
            certificate: Certificate {
                kind_code: entity.certificate.kind.number(),
                number: entity.certificate.number.as_str().to_owned(),
                address: entity.certificate_address.clone(),
            },
            principal: person(&entity.principal),
            remark: entity.remark.clone(),
        },
        website: WebsiteReport {
            website_id,
            name: site.name.clone(),
            service_codes: reporting.service_codes.clone(),
            language_codes: site
                .languages
                .iter()
                .map(|language| language.number())
                .collect(),
            domains: vec![(domain_id, site.domain.as_str().to_owned())],
            access_id: proposed.access_id,
            location_codes: reporting.location_codes.clone(),
            access_mode_codes: reporting.access_mode_codes.clone(),
            ip_ranges: proposed.ip_ranges.clone(),
            principal: person(submission.website_principal()),
            home_url: Some(
                site.home_url
                    .clone()
                    .unwrap_or_else(|| site.domain.as_str().to_owned()),
            ),
            remark: site.remark.clone(),
        },
    }));
    let keys = vec![entity_id.to_string()];
    Ok((proposed, Outgoing { report, keys }))
}

async fn new_access(
    tx: &Tx,
    backend: &Backend,
    row: &Model,
    submission: &NewAccessSubmission,
    now: DateTime<Utc>,
) -> Result<(Proposed, Outgoing)> {
    let number = submission.website_license_number.as_str();
    let entity_id = match &submission.entity {
        NewAccessEntity::Own { .. } => {
            find_entity_of(tx, row.account_id)
                .await?
                .ok_or_else(|| Error::inconsistent("application", row.id, "its entity is gone"))?
                .id
        }
        NewAccessEntity::Elsewhere {
            name,
            license_number,
        } => proposed_or_new_entity(tx, row, name, license_number.as_str(), now).await?,
    };
    let website_id = known_or_new_website(tx, entity_id, submission, now).await?;
    let proposed = insert_access(tx, row, entity_id, website_id, now).await?;
    let reporting = &backend.settings.reporting;
    let report = Report::NewAccess(NewAccessReport {
        website_license_number: Some(number.to_owned()),
        website_authority_id: None,
        access_id: proposed.access_id,
        location_codes: reporting.location_codes.clone(),
        access_mode_codes: reporting.access_mode_codes.clone(),
        ip_ranges: proposed.ip_ranges.clone(),
        license_password: license_password(backend, row)?
            .ok_or_else(|| Error::inconsistent("application", row.id, "no license password"))?,
    });
    let keys = vec![proposed.access_id.to_string(), number.to_owned()];
    Ok((proposed, Outgoing { report, keys }))
}

/// Where several orders may run, another one may be about the same entity already.
async fn proposed_or_new_entity(
    tx: &Tx,
    row: &Model,
    name: &str,
    license_number: &str,
    now: DateTime<Utc>,
) -> Result<i64> {
    let reported = reported_entities(tx, license_number).await?;
    match reported
        .iter()
        .find(|entity| entity.account_id == row.account_id)
    {
        Some(entity) => Ok(entity.id),
        None => insert_entity(tx, row, name, Some(license_number), now).await,
    }
}

/// A website whose access here ended before keeps its row.
async fn known_or_new_website(
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
        None => insert_website(tx, entity_id, &submission.website_name, Some(number), now).await?,
    };
    if list_domains(tx, website_id)
        .await?
        .iter()
        .all(|known| known.name != domain)
    {
        insert_domain(tx, website_id, domain).await?;
    }
    Ok(website_id)
}

async fn insert_entity(
    tx: &Tx,
    row: &Model,
    name: &str,
    license_number: Option<&str>,
    now: DateTime<Utc>,
) -> Result<i64> {
    let model = entity::ActiveModel {
        account_id: Set(row.account_id),
        state: Set("proposed".to_owned()),
        name: Set(name.to_owned()),
        license_number: Set(license_number.map(str::to_owned)),
        created_at: Set(to_millis(now)),
        ..entity::ActiveModel::default()
    };
    Ok(entity::Entity::insert(model).exec(tx).await?.last_insert_id)
}

async fn insert_website(
    tx: &Tx,
    entity_id: i64,
    name: &str,
    license_number: Option<&str>,
    now: DateTime<Utc>,
) -> Result<i64> {
    let model = website::ActiveModel {
        entity_id: Set(entity_id),
        state: Set("proposed".to_owned()),
        service_type: Set(ServiceType::Website.code().to_owned()),
        name: Set(name.to_owned()),
        license_number: Set(license_number.map(str::to_owned)),
        created_at: Set(to_millis(now)),
        ..website::ActiveModel::default()
    };
    Ok(website::Entity::insert(model)
        .exec(tx)
        .await?
        .last_insert_id)
}

async fn insert_domain(tx: &Tx, website_id: i64, domain: &str) -> Result<i64> {
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

async fn insert_access(
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

fn person(person: &PersonSubmission) -> PersonInCharge {
    PersonInCharge {
        name: person.name.clone(),
        office_phone: person
            .office_phone
            .as_ref()
            .map(|phone| phone.as_str().to_owned()),
        mobile: person.mobile.as_str().to_owned(),
        email: person.email.as_str().to_owned(),
        document_kind_code: Some(person.document.kind.number()),
        document_number: Some(person.document.number.as_str().to_owned()),
    }
}
