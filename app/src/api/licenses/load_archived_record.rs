use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use shared::wire::license::ArchivedRecord;

/// What was on record of one of the caller's accesses that have ended.
#[server(endpoint = "licenses/load_archived_record", output = Postcard)]
pub async fn load_archived_record(access_id: i64) -> Result<ArchivedRecord, PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::queries::archived_record::archived_record;

    let (backend, caller) = signed_in()?;
    answer(archived_record(&backend, &caller, access_id).await)
}
