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
        verification: take_typed(form::VERIFY).await,
        answers: take_typed(form::STEP).await,
    })
}
