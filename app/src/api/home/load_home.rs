use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use shared::wire::home::HomePage;

/// For everybody.
#[server(endpoint = "home/load_home", output = Postcard)]
pub async fn load_home() -> Result<HomePage, PageError> {
    use crate::api::context::{answer, backend};

    let backend = backend()?;
    answer(::backend::queries::home::home(&backend).await)
}
