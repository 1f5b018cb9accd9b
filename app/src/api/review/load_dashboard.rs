use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use shared::wire::review::Dashboard;

/// Counts of the review, for supervisors and auditors.
#[server(endpoint = "review/load_dashboard", output = Postcard)]
pub async fn load_dashboard() -> Result<Dashboard, PageError> {
    use crate::api::context::{answer, signed_in};
    use ::backend::queries::dashboard::dashboard;

    let (backend, caller) = signed_in()?;
    answer(dashboard(&backend, &caller).await)
}
