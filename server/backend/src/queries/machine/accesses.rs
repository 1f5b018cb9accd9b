//! Whether a domain has access at this provider.

use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::instant::from_millis;
use crate::service_token::{Scope, ServiceCaller};
use crate::store::entities::{access, access_ip, website, website_domain};
use chrono::{DateTime, Utc};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::domain_name::DomainName;
use shared::field::Field;
use shared::problem::Problem;

/// One access of this provider, live or canceled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccessView {
    pub domain: String,
    pub website_license_number: Option<String>,
    /// `live` or `canceled`.
    pub state: String,
    pub canceled_at: Option<DateTime<Utc>>,
    pub addresses: Vec<String>,
}

/// Every access this provider has or had for a domain, oldest first. An international name may
/// be written either way.
///
/// # Errors
/// [`Error::Forbidden`] without the scope; refused for a text that is no domain.
pub async fn accesses(
    backend: &Backend,
    caller: &ServiceCaller,
    domain: &str,
) -> Result<Vec<AccessView>> {
    caller.permit(Scope::ReadAccesses)?;
    let domain = DomainName::parse(domain)
        .map_err(|why| Error::refused_on(Field::WebsiteDomain, Problem::DomainName { why }))?;
    let database = &backend.database;
    let websites: Vec<i64> = website_domain::Entity::find()
        .filter(website_domain::Column::Name.eq(domain.as_str()))
        .all(database)
        .await?
        .into_iter()
        .map(|row| row.website_id)
        .collect();
    let accesses = access::Entity::find()
        .filter(access::Column::WebsiteId.is_in(websites.clone()))
        .filter(access::Column::ProviderId.is_null())
        .filter(access::Column::State.is_in(["live", "canceled"]))
        .order_by_asc(access::Column::Id)
        .all(database)
        .await?;
    let websites = website::Entity::find()
        .filter(website::Column::Id.is_in(websites))
        .all(database)
        .await?;
    let addresses = access_ip::Entity::find()
        .filter(access_ip::Column::AccessId.is_in(accesses.iter().map(|row| row.id)))
        .order_by_asc(access_ip::Column::Id)
        .all(database)
        .await?;
    Ok(accesses
        .into_iter()
        .map(|row| AccessView {
            domain: domain.to_string(),
            website_license_number: websites
                .iter()
                .find(|website| website.id == row.website_id)
                .and_then(|website| website.license_number.clone()),
            canceled_at: row.canceled_at.map(from_millis),
            addresses: addresses
                .iter()
                .filter(|address| address.access_id == row.id)
                .map(|address| address.address.clone())
                .collect(),
            state: row.state,
        })
        .collect())
}
