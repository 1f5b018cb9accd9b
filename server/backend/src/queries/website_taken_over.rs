use super::display::domain;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::store::cloud_server::list_own;
use crate::store::license::{find_access, find_own_website, list_domains};
use shared::role::Action;
use shared::wire::license::WebsiteTakenOver;

/// What `Add access again` begins a new access with.
///
/// # Errors
/// Not found also for somebody else's website.
pub async fn website_taken_over(
    backend: &Backend,
    caller: &Caller,
    website_id: i64,
) -> Result<WebsiteTakenOver> {
    let permit = caller.permit(Action::ViewOwnLicenses)?;
    let database = &backend.database;
    let (_, website) = find_own_website(database, &permit, website_id).await?;
    let access = find_access(database, website.id).await?;
    let server_id = access.and_then(|access| access.server_id);
    let servers = list_own(database, &permit).await?;
    let domains = list_domains(database, website.id).await?;
    Ok(WebsiteTakenOver {
        website_id: website.id,
        domain: domains
            .first()
            .map(|row| domain(&row.name))
            .unwrap_or_default(),
        license_number: website.license_number.unwrap_or_default(),
        server_id: server_id.filter(|id| servers.iter().any(|server| server.id == *id)),
    })
}
