use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Gives an application to another reviewer, and says so on its page.
#[server(endpoint = "review/reassign_application", output = Postcard)]
pub async fn reassign_application(application_id: i64, reviewer: String) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use crate::routes::Path;
    use ::backend::commands::review::reassign::reassign;
    use ::backend::error::Error;
    use shared::field::Field;
    use shared::problem::Problem;

    let (backend, caller) = signed_in()?;
    let chosen = reviewer.parse();
    let reviewer_id =
        answer(chosen.map_err(|_| Error::refused_on(Field::Reviewer, Problem::Required)))?;
    answer(reassign(&backend, &caller, application_id, reviewer_id).await)?;
    let page = Path::ReviewApplication(application_id);
    leptos_axum::redirect(&format!("{page}?done=reassigned"));
    Ok(())
}
