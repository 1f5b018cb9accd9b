//! Entities, websites, domains and accesses.

use super::entities::{access, application, entity, website, website_domain};
use crate::backend::Backend;
use crate::caller::Permit;
use crate::error::{Error, Result};
use crate::instant::from_millis;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use shared::access::{AccessState, Resolution};
use shared::application::{ApplicationKind, FilingForm};

/// The permitted account's licensed entity, if it has one.
///
/// # Errors
/// When the database refuses.
pub async fn find_own_entity(
    connection: &impl ConnectionTrait,
    permit: &Permit,
) -> Result<Option<entity::Model>> {
    find_entity_of(connection, permit.account_id()).await
}

/// An account's licensed entity, for rules and jobs.
///
/// # Errors
/// When the database refuses.
pub async fn find_entity_of(
    connection: &impl ConnectionTrait,
    account_id: i64,
) -> Result<Option<entity::Model>> {
    Ok(entity::Entity::find()
        .filter(entity::Column::AccountId.eq(account_id))
        .filter(entity::Column::State.eq("licensed"))
        .order_by_asc(entity::Column::Id)
        .one(connection)
        .await?)
}

/// Whether another account has the entity with this number.
///
/// # Errors
/// When the database refuses.
pub async fn is_licensed_to_other(
    connection: &impl ConnectionTrait,
    license_number: &str,
    account_id: i64,
) -> Result<bool> {
    Ok(entity::Entity::find()
        .filter(entity::Column::LicenseNumber.eq(license_number))
        .filter(entity::Column::State.eq("licensed"))
        .filter(entity::Column::AccountId.ne(account_id))
        .one(connection)
        .await?
        .is_some())
}

/// One of the permitted account's websites with its entity, active or archived.
///
/// # Errors
/// [`Error::NotFound`] also for somebody else's.
pub async fn find_own_website(
    connection: &impl ConnectionTrait,
    permit: &Permit,
    website_id: i64,
) -> Result<(entity::Model, website::Model)> {
    let website = find_website(connection, website_id).await?;
    let entity = entity::Entity::find_by_id(website.entity_id)
        .filter(entity::Column::AccountId.eq(permit.account_id()))
        .one(connection)
        .await?
        .ok_or(Error::NotFound)?;
    Ok((entity, website))
}

/// A website whoever owns it.
///
/// # Errors
/// [`Error::NotFound`].
pub async fn find_website(connection: &impl ConnectionTrait, id: i64) -> Result<website::Model> {
    website::Entity::find_by_id(id)
        .one(connection)
        .await?
        .ok_or(Error::NotFound)
}

/// What was last filed for a website: the form of its approved application with the most in it,
/// or what was on record before this system knew it. None when nothing is known.
///
/// # Errors
/// When the database refuses or the form does not open.
pub async fn filed_form(
    connection: &impl ConnectionTrait,
    backend: &Backend,
    website: &website::Model,
) -> Result<Option<FilingForm>> {
    let filed = application::Entity::find()
        .filter(application::Column::WebsiteId.eq(website.id))
        .filter(application::Column::Kind.ne(ApplicationKind::CancelAccess.code()))
        .filter(application::Column::Status.eq("completed"))
        .order_by_desc(application::Column::Id)
        .all(connection)
        .await?;
    let cipher = &backend.cipher;
    let mut forms = filed
        .iter()
        .map(|row| cipher.open("application.form", &row.form_encrypted))
        .collect::<Result<Vec<FilingForm>>>()?;
    if let Some(detail) = &website.detail_encrypted {
        forms.push(cipher.open("website.detail", detail)?);
    }
    let has_contact = |form: &FilingForm| !form.entity.principal.name.is_empty();
    let fullest = forms.iter().position(has_contact).unwrap_or(0);
    Ok((fullest < forms.len()).then(|| forms.swap_remove(fullest)))
}

/// Domains of a website.
///
/// # Errors
/// When the database refuses.
pub async fn list_domains(
    connection: &impl ConnectionTrait,
    website_id: i64,
) -> Result<Vec<website_domain::Model>> {
    Ok(website_domain::Entity::find()
        .filter(website_domain::Column::WebsiteId.eq(website_id))
        .order_by_asc(website_domain::Column::Id)
        .all(connection)
        .await?)
}

/// Our access of a website: the live one, else the one that ended last.
///
/// # Errors
/// When the database refuses.
pub async fn find_access(
    connection: &impl ConnectionTrait,
    website_id: i64,
) -> Result<Option<access::Model>> {
    let mut rows = access::Entity::find()
        .filter(access::Column::WebsiteId.eq(website_id))
        .filter(access::Column::ProviderId.is_null())
        .filter(access::Column::State.is_in(["live", "canceled"]))
        .order_by_desc(access::Column::Id)
        .all(connection)
        .await?;
    let live = rows.iter().position(|row| row.state == "live").unwrap_or(0);
    Ok((live < rows.len()).then(|| rows.swap_remove(live)))
}

/// S6: another provider's live access is known.
///
/// # Errors
/// When the database refuses.
pub async fn has_other_access(connection: &impl ConnectionTrait, website_id: i64) -> Result<bool> {
    Ok(access::Entity::find()
        .filter(access::Column::WebsiteId.eq(website_id))
        .filter(access::Column::ProviderId.is_not_null())
        .filter(access::Column::State.eq("live"))
        .one(connection)
        .await?
        .is_some())
}

/// Whether one of our live accesses serves the domain.
///
/// # Errors
/// When the database refuses.
pub async fn is_served_here(connection: &impl ConnectionTrait, domain: &str) -> Result<bool> {
    let rows = website_domain::Entity::find()
        .filter(website_domain::Column::Name.eq(domain))
        .all(connection)
        .await?;
    let websites: Vec<i64> = rows.into_iter().map(|row| row.website_id).collect();
    Ok(access::Entity::find()
        .filter(access::Column::WebsiteId.is_in(websites))
        .filter(access::Column::ProviderId.is_null())
        .filter(access::Column::State.eq("live"))
        .one(connection)
        .await?
        .is_some())
}

/// The state of an access row; `None` for one that is proposed or dropped.
///
/// # Errors
/// [`Error::Internal`] naming the row.
pub fn access_state(row: &access::Model) -> Result<Option<AccessState>> {
    match (row.state.as_str(), row.canceled_at) {
        ("live", None) => Ok(Some(AccessState::Live)),
        ("canceled", Some(at)) => Ok(Some(AccessState::Canceled {
            at: from_millis(at),
        })),
        ("proposed" | "dropped", None) => Ok(None),
        _ => Err(Error::inconsistent(
            "access",
            row.id,
            "state does not fit its columns",
        )),
    }
}

/// Whether the authority's data of an access has come, so that a report can name it.
#[must_use]
pub const fn is_known_to_authority(row: &access::Model) -> bool {
    row.authority_id.is_some()
}

/// Where a domain pointed when last seen.
///
/// # Errors
/// [`Error::Internal`] naming the row.
pub fn resolution(row: &website_domain::Model) -> Result<Resolution> {
    Resolution::from_code(&row.resolution)
        .ok_or_else(|| Error::inconsistent("website_domain", row.id, "unknown resolution"))
}
