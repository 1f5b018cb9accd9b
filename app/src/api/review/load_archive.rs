use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use shared::wire::Page;
use shared::wire::license::{ArchiveFilter, ArchiveRow};

/// A page of the accesses that have ended.
#[server(endpoint = "review/load_archive", output = Postcard)]
pub async fn load_archive(
    #[server(default)] filter: ArchiveFilter,
) -> Result<Page<ArchiveRow>, PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::queries::archive::archive;

    let (backend, caller) = signed_in()?;
    answer(archive(&backend, &caller, filter).await)
}
