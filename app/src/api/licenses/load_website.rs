use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use serde::{Deserialize, Serialize};
use shared::wire::license::{ArchivedWebsite, EntityView, WebsiteRow};

/// `/console/websites/{id}`: what is on record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebsitePage {
    pub entity: Option<EntityView>,
    pub website: WebsiteOnRecord,
}

/// Where the website stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WebsiteOnRecord {
    /// With access here.
    Active(WebsiteRow),
    /// Its access has ended (S17).
    Archived(ArchivedWebsite),
}

/// One website of the caller's entity.
#[server(endpoint = "licenses/load_website", output = Postcard)]
pub async fn load_website(website_id: i64) -> Result<WebsitePage, PageError> {
    use crate::api::context::{answer, fail, signed_in};
    use ::backend::queries::licenses::licenses;
    use shared::wire::error::ApiError;

    let (backend, caller) = signed_in()?;
    let page = answer(licenses(&backend, &caller).await)?;
    let active = page
        .websites
        .into_iter()
        .find(|website| website.id == website_id);
    let archived = page
        .archive
        .into_iter()
        .find(|website| website.id == website_id);
    let website = match (active, archived) {
        (Some(website), _) => WebsiteOnRecord::Active(website),
        (None, Some(website)) => WebsiteOnRecord::Archived(website),
        (None, None) => return Err(fail(ApiError::NotFound)),
    };
    Ok(WebsitePage {
        entity: page.entity,
        website,
    })
}
