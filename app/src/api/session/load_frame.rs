use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use serde::{Deserialize, Serialize};
use shared::wire::account::{Site, Viewer};

/// What stands around every page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    pub site: Site,
    /// None before the log-in.
    pub viewer: Option<Viewer>,
}

/// The provider and, if somebody is logged in, who.
#[server(endpoint = "session/frame", output = Postcard)]
pub async fn load_frame() -> Result<Frame, PageError> {
    use crate::api::context::{answer, backend, caller};
    use ::backend::queries;

    let backend = backend()?;
    let viewer = match caller() {
        Some(caller) => Some(answer(queries::viewer::viewer(&backend, &caller).await)?),
        None => None,
    };
    let site = answer(queries::site::site(&backend).await)?;
    Ok(Frame { site, viewer })
}
