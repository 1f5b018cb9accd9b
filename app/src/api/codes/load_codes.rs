use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use shared::wire::code::{CodeFilter, CodesPage};

/// A page of the holder's codes.
#[server(endpoint = "codes/load_codes", output = Postcard)]
pub async fn load_codes(#[server(default)] filter: CodeFilter) -> Result<CodesPage, PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::queries::codes::codes;

    let (backend, caller) = signed_in()?;
    answer(codes(&backend, &caller, filter).await)
}
