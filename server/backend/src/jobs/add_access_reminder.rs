//! S5: reminds a holder to add access at the provider now in use.

use super::JobError;
use crate::backend::Backend;
use crate::error::{Error, Result};
use crate::store::entities::{access, entity};
use crate::store::license::{find_website, list_domains};
use crate::store::message::tell_once;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use shared::wire::message::Notice;

/// The reminder that is due so many days after an access has ended. Nothing is said when the
/// website has had access here since.
///
/// # Errors
/// [`JobError`] when the database refuses.
pub async fn add_access_reminder(
    backend: &Backend,
    access_id: i64,
    days: i64,
) -> Result<(), JobError> {
    Ok(remind(backend, access_id, days).await?)
}

async fn remind(backend: &Backend, access_id: i64, days: i64) -> Result<()> {
    let ended = access::Entity::find_by_id(access_id)
        .one(&backend.database)
        .await?
        .ok_or(Error::NotFound)?;
    let website = find_website(&backend.database, ended.website_id).await?;
    if website.state != "archived" || had_access_since(backend, &ended).await? {
        return Ok(());
    }
    let entity = entity::Entity::find_by_id(website.entity_id)
        .one(&backend.database)
        .await?
        .ok_or(Error::NotFound)?;
    let domains = list_domains(&backend.database, website.id).await?;
    let notice = Notice::AddAccessReminder {
        domain: domains
            .into_iter()
            .next()
            .map(|row| row.name)
            .unwrap_or_default(),
        website_license_number: website.license_number.unwrap_or_default(),
    };
    let key = format!("add_access_reminder:{access_id}:{days}");
    let tx = backend.begin().await?;
    tell_once(
        &tx,
        backend,
        entity.account_id,
        backend.now(),
        &notice,
        None,
        &key,
    )
    .await?;
    tx.commit().await
}

/// Then the end of the later access has reminders of its own.
async fn had_access_since(backend: &Backend, ended: &access::Model) -> Result<bool> {
    let later = access::Entity::find()
        .filter(access::Column::WebsiteId.eq(ended.website_id))
        .filter(access::Column::ProviderId.is_null())
        .filter(access::Column::State.is_in(["live", "canceled"]))
        .filter(access::Column::Id.gt(ended.id))
        .one(&backend.database)
        .await?;
    Ok(later.is_some())
}
