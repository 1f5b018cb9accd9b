use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// `Verify` (S29): reserves the product and leads to the entity. `application_id` is 0 and
/// `kind` and `request_key` count for an application that does not exist yet. Whoever enters
/// a code without choosing means the code.
#[server(endpoint = "applications/verify_product", output = Postcard)]
pub async fn verify_product(
    application_id: i64,
    kind: String,
    request_key: String,
    #[server(default)] product: String,
    #[server(default)] server: String,
    #[server(default)] authorization_code: String,
    /// The website whose record fills in a new access.
    #[server(default)]
    website_id: Option<i64>,
) -> Result<(), PageError> {
    use super::form;
    use crate::api::context::signed_in;
    use crate::api::typed::answer_form;
    use crate::routes::Path;
    use ::backend::commands::applications::verify_product::verify_product;
    use shared::wire::application::VerifyProductInput;

    let (backend, caller) = signed_in()?;
    let typed = [
        ("product", &*product),
        ("server", &*server),
        ("authorization_code", &*authorization_code),
    ];
    let is_code =
        product == "code" || (product.is_empty() && !authorization_code.trim().is_empty());
    let input = VerifyProductInput {
        application_id,
        kind,
        request_key,
        product: if is_code { "code" } else { "server" }.to_owned(),
        server: server.parse().ok(),
        authorization_code: authorization_code.clone(),
        website_id,
    };
    let result = verify_product(&backend, &caller, input).await;
    let id = answer_form(result, form::VERIFY.about(application_id), &typed).await?;
    leptos_axum::redirect(&format!(
        "{}?step=entity&verified",
        Path::EditApplication(id)
    ));
    Ok(())
}
