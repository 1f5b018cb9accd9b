use crate::api::PageError;
use crate::api::typed::FormPage;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;
use shared::wire::license::CancelAccessPage;

/// The consequences with the facts of this case, and what was typed (S11).
#[server(endpoint = "cancel_access/load_cancel_access", output = Postcard)]
pub async fn load_cancel_access(website_id: i64) -> Result<FormPage<CancelAccessPage>, PageError> {
    use crate::api::context::signed_in;
    use crate::api::typed::form_page;
    use ::backend::queries::cancel_access::cancel_access;

    let (backend, caller) = signed_in()?;
    form_page(
        cancel_access(&backend, &caller, website_id).await,
        super::FORM,
    )
    .await
}
