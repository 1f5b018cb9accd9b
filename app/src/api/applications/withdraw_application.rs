use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// `Withdraw`: possible until the authority has it.
#[server(endpoint = "applications/withdraw_application", output = Postcard)]
pub async fn withdraw_application(application_id: i64) -> Result<(), PageError> {
    use crate::api::context::{answer, signed_in};
    use crate::routes::Path;
    use ::backend::commands::applications::withdraw::withdraw;

    let (backend, caller) = signed_in()?;
    answer(withdraw(&backend, &caller, application_id).await)?;
    leptos_axum::redirect(&Path::Application(application_id).to_string());
    Ok(())
}
