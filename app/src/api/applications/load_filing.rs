use crate::api::PageError;
use crate::api::typed::Typed;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use serde::{Deserialize, Serialize};
use shared::wire::application::FilingPage;

/// A filing with what was typed into a refused form of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filing {
    pub page: FilingPage,
    /// Names this view of the page, which saves again and again while somebody types.
    pub page_key: String,
    /// Into the first step.
    pub verification: Typed,
    /// Into the step that could not be saved.
    pub answers: Typed,
}

/// The steps of one of the caller's filings.
#[server(endpoint = "applications/load_filing", output = Postcard)]
pub async fn load_filing(application_id: i64) -> Result<Filing, PageError> {
    use super::form;
    use crate::api::context::{answer, signed_in};
    use crate::api::typed::take_typed;
    use ::backend::queries::filing::filing;

    let (backend, caller) = signed_in()?;
    Ok(Filing {
        page: answer(filing(&backend, &caller, application_id).await)?,
        page_key: backend.random_key(),
        verification: take_typed(form::VERIFY).await.about(application_id),
        answers: take_typed(form::STEP).await.about(application_id),
    })
}
