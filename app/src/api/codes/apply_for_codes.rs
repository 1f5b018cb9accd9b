use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// The form, about a server.
#[cfg(feature = "ssr")]
pub(super) const FORM: crate::api::typed::Form = crate::api::typed::Form::new("apply_for_codes");

/// Applies for `count` codes of a server (S25, S26). What is no number counts as none.
#[server(endpoint = "codes/apply_for_codes", output = Postcard)]
pub async fn apply_for_codes(
    server_id: i64,
    count: String,
    request_key: String,
) -> Result<(), PageError> {
    use crate::api::context::signed_in;
    use crate::api::typed::answer_form;
    use crate::routes::Path;
    use ::backend::commands::codes::apply::apply;

    let (backend, caller) = signed_in()?;
    let number = count.trim().parse().unwrap_or(0);
    let result = apply(&backend, &caller, server_id, number, &request_key).await;
    answer_form(result, FORM.about(server_id), &[("count", &count)]).await?;
    leptos_axum::redirect(&format!(
        "{}?server={server_id}&applied={number}",
        Path::ApplyForCode
    ));
    Ok(())
}
