//! What is to be canceled.

use crate::backend::Backend;
use crate::caller::Permit;
use crate::commands::applications::order_place;
use crate::error::{Error, Result};
use crate::store::entities::{access, entity, website};
use crate::store::{account, application, license};
use shared::application::WaitsFor;
use shared::cancel_access::{Unavailable, check_availability};
use shared::problem::Problem;

/// The website the application is about, with what belongs to it.
pub struct Target {
    pub entity: entity::Model,
    pub website: website::Model,
    pub access: access::Model,
    pub entity_license_number: String,
    pub domain: String,
}

/// Finds it, if it can be canceled now.
///
/// # Errors
/// Refused with what stands against it.
pub async fn load_target(backend: &Backend, permit: &Permit, website_id: i64) -> Result<Target> {
    let database = &backend.database;
    let (entity, website) = license::find_own_website(database, permit, website_id).await?;
    let access = license::find_access(database, website.id).await?;
    let state = access
        .as_ref()
        .map(license::access_state)
        .transpose()?
        .flatten();
    let order = account::find(database, permit.account_id())
        .await?
        .open_application_id;
    let one_at_a_time = backend.settings.policy.entity.one_order_at_a_time;
    let is_known = access.as_ref().is_some_and(license::is_known_to_authority);
    if let Err(unavailable) = check_availability(one_at_a_time, state, is_known, order) {
        return Err(explain(backend, unavailable).await?);
    }
    let no_access = || Error::refused(Problem::NoLiveAccess);
    let domains = license::list_domains(database, website.id).await?;
    Ok(Target {
        access: access.ok_or_else(no_access)?,
        entity_license_number: entity.license_number.clone().ok_or_else(no_access)?,
        domain: domains
            .into_iter()
            .next()
            .map(|row| row.name)
            .unwrap_or_default(),
        entity,
        website,
    })
}

async fn explain(backend: &Backend, unavailable: Unavailable) -> Result<Error> {
    Ok(match unavailable {
        Unavailable::NoLiveAccess => Error::refused(Problem::NoLiveAccess),
        Unavailable::AuthorityDataPending => Error::refused(Problem::AuthorityDataPending),
        Unavailable::OrderInProgress { application_id } => {
            let other = application::find(&backend.database, application_id).await?;
            order_place::in_progress(other, WaitsFor::AnyOrder)
        }
    })
}
