use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Makes a token and shows it this once. A browser without JavaScript gets it with the page
/// that it is sent back to.
#[server(endpoint = "admin/create_token", output = Postcard)]
pub async fn create_token(
    #[server(default)] token_name: String,
    #[server(default)] scope: Vec<String>,
) -> Result<String, PageError> {
    use super::{CREATE_TOKEN_FORM, NEW_TOKEN, keep_new};
    use crate::api::context::signed_in;
    use crate::api::typed::answer_form;
    use ::backend::commands::service_tokens::create::create;
    use ::backend::service_token::Scope;

    let (backend, caller) = signed_in()?;
    let scopes: Vec<_> = scope
        .iter()
        .filter_map(|code| Scope::from_code(code))
        .collect();
    let result = create(&backend, &caller, &token_name, &scopes).await;
    let typed = [
        ("token_name", token_name.as_str()),
        ("scope", &scope.join(" ")),
    ];
    let token = answer_form(result, CREATE_TOKEN_FORM, &typed).await?;
    keep_new(&backend, NEW_TOKEN, &token).await?;
    Ok(token)
}
