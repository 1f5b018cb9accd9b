//! S5: reminds a holder to add access at the provider now in use.

use super::JobError;
use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::store::entities::entity;
use crate::store::license::{find_website, list_domains};
use crate::store::message::tell;
use sea_orm::EntityTrait;
use shared::wire::message::Notice;

/// Nothing is said when the website has access here again.
///
/// # Errors
/// [`JobError`] when the database refuses.
pub async fn add_access_reminder(backend: &Backend, website_id: i64) -> Result<(), JobError> {
    Ok(remind(backend, website_id).await?)
}

async fn remind(backend: &Backend, website_id: i64) -> Result<()> {
    let website = find_website(&backend.database, website_id).await?;
    if website.state != "archived" {
        return Ok(());
    }
    let entity = entity::Entity::find_by_id(website.entity_id)
        .one(&backend.database)
        .await?
        .ok_or(Error::NotFound)?;
    let domains = list_domains(&backend.database, website_id).await?;
    let notice = Notice::AddAccessReminder {
        domain: domains
            .into_iter()
            .next()
            .map(|row| row.name)
            .unwrap_or_default(),
        website_license_number: website.license_number.unwrap_or_default(),
    };
    let tx = backend.begin().await?;
    tell(
        &tx,
        backend,
        entity.account_id,
        backend.now(),
        &notice,
        None,
    )
    .await?;
    tx.commit().await
}
