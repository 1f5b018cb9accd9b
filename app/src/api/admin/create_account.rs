use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Opens an account that speaks the administrator's language. Without a password its person
/// logs in with codes by mail. The password is never kept for another try.
#[server(endpoint = "admin/create_account", output = Postcard)]
pub async fn create_account(
    #[server(default)] email: String,
    #[server(default)] display_name: String,
    #[server(default)] role: String,
    #[server(default)] password: String,
    #[server(default)] language: String,
) -> Result<(), PageError> {
    use super::{CREATE_ACCOUNT_FORM, known_role};
    use crate::api::context::signed_in;
    use crate::api::typed::answer_form;
    use crate::routes::Path;
    use ::backend::commands::accounts::create::{CreateInput, create};

    let (backend, caller) = signed_in()?;
    let result = match known_role(&role) {
        Ok(role) => {
            let password = Some(password.as_str()).filter(|password| !password.is_empty());
            let (email, display_name, language) =
                (email.as_str(), display_name.as_str(), language.as_str());
            let input = CreateInput {
                email,
                display_name,
                role,
                password,
                language,
            };
            create(&backend, &caller, &input).await
        }
        Err(error) => Err(error),
    };
    let typed = [
        ("email", email.as_str()),
        ("display_name", &display_name),
        ("role", &role),
    ];
    answer_form(result, CREATE_ACCOUNT_FORM, &typed).await?;
    leptos_axum::redirect(&format!("{}?done=created", Path::Accounts));
    Ok(())
}
