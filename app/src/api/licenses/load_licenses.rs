use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use shared::wire::license::LicensesPage;

/// The entity, its websites with access here, and the archive.
#[server(endpoint = "licenses/load_licenses", output = Postcard)]
pub async fn load_licenses() -> Result<LicensesPage, PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::queries::licenses::licenses;

    let (backend, caller) = signed_in()?;
    answer(licenses(&backend, &caller).await)
}
