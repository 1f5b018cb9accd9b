use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Gives an application to another reviewer, and says so on its page. What is no account's number
/// is nobody's.
#[server(endpoint = "review/reassign_application", output = Postcard)]
pub async fn reassign_application(application_id: i64, reviewer: String) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use crate::routes::Path;
    use ::backend::commands::review::reassign::reassign;

    let (backend, caller) = signed_in()?;
    let reviewer_id = reviewer.parse().unwrap_or_default();
    answer(reassign(&backend, &caller, application_id, reviewer_id).await)?;
    let page = Path::ReviewApplication(application_id);
    leptos_axum::redirect(&format!("{page}?done=reassigned"));
    Ok(())
}
