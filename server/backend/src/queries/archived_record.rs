use super::application_facts::domain_impacts;
use super::licenses::entity_view;
use super::masking::{Reader, masked_form};
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::instant::from_millis;
use crate::store::application::kind;
use crate::store::entities::application::{Column, Entity, Model};
use crate::store::entities::{access, access_ip, cloud_server, entity, website};
use crate::store::license::{filed_form, find_access, find_own_website};
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder};
use shared::role::Action;
use shared::wire::license::{AccessAgain, ArchivedApplication, ArchivedRecord};

/// `/console/archive/{id}`: what was on record of one of the caller's accesses that have ended
/// (S17).
///
/// # Errors
/// Not found also for somebody else's access and for one that has not ended.
pub async fn archived_record(
    backend: &Backend,
    caller: &Caller,
    access_id: i64,
) -> Result<ArchivedRecord> {
    let permit = caller.permit(Action::ViewOwnLicenses)?;
    let database = &backend.database;
    let access = access::Entity::find_by_id(access_id)
        .filter(access::Column::State.eq("canceled"))
        .filter(access::Column::ProviderId.is_null())
        .one(database)
        .await?
        .ok_or(Error::NotFound)?;
    let canceled_at = access.canceled_at.ok_or(Error::NotFound)?;
    let (entity, website) = find_own_website(database, &permit, access.website_id).await?;
    let server = match access.server_id {
        Some(id) => cloud_server::Entity::find_by_id(id).one(database).await?,
        None => None,
    };
    let ips = access_ip::Entity::find()
        .filter(access_ip::Column::AccessId.eq(access.id))
        .order_by_asc(access_ip::Column::Id)
        .all(database)
        .await?;
    let filed = filed_form(database, backend, &website).await?;
    let applications = applications(backend, permit.account_id(), &access).await?;
    Ok(ArchivedRecord {
        access_id: access.id,
        website_id: website.id,
        website_name: website.name.clone(),
        website_license_number: website.license_number.clone().unwrap_or_default(),
        server_name: server
            .filter(|server| server.account_id == permit.account_id())
            .map(|server| server.name),
        ips: ips.into_iter().map(|ip| ip.address).collect(),
        domains: domain_impacts(backend, website.id).await?,
        filed: filed.map(|form| masked_form(form, Reader::Holder)),
        began_at: from_millis(access.created_at),
        canceled_at: from_millis(canceled_at),
        applications: applications
            .into_iter()
            .map(archived_application)
            .collect::<Result<_>>()?,
        again: again(backend, &entity, &website).await?,
        entity: entity_view(backend, entity)?,
    })
}

/// Those that gave and ended this access, and whatever else was about it.
async fn applications(
    backend: &Backend,
    account_id: i64,
    access: &access::Model,
) -> Result<Vec<Model>> {
    let of_website = Condition::all()
        .add(Column::WebsiteId.eq(access.website_id))
        .add(Column::AccessId.is_null());
    Ok(Entity::find()
        .filter(Column::AccountId.eq(account_id))
        .filter(
            Condition::any()
                .add(Column::AccessId.eq(access.id))
                .add(of_website),
        )
        .order_by_asc(Column::StatusAt)
        .order_by_asc(Column::Id)
        .all(&backend.database)
        .await?)
}

fn archived_application(row: Model) -> Result<ArchivedApplication> {
    Ok(ArchivedApplication {
        id: row.id,
        kind: kind(&row)?,
        status_at: from_millis(row.status_at),
        status: row.status,
        number: row.number,
    })
}

async fn again(
    backend: &Backend,
    entity: &entity::Model,
    website: &website::Model,
) -> Result<AccessAgain> {
    let newest = find_access(&backend.database, website.id).await?;
    let is_served = newest.is_some_and(|access| access.state == "live");
    let is_licensed = entity.state == "licensed" && website.license_number.is_some();
    Ok(match (is_served, is_licensed) {
        (true, _) => AccessAgain::Served,
        (false, true) => AccessAgain::Possible,
        (false, false) => AccessAgain::NotLicensed,
    })
}
