use crate::api::PageError;
use leptos::prelude::*;
use leptos::server_fn::codec::Postcard;

/// Blocks an account, with a reason that its person is told, and ends its sessions.
#[server(endpoint = "admin/block_account", output = Postcard)]
pub async fn block_account(
    account_id: i64,
    #[server(default)] reason: String,
) -> Result<(), PageError> {
    use super::BLOCK_ACCOUNT_FORM;
    use crate::api::context::signed_in;
    use crate::api::typed::answer_form;
    use crate::routes::Path;
    use ::backend::commands::accounts::block::block;

    let (backend, caller) = signed_in()?;
    let result = block(&backend, &caller, account_id, &reason).await;
    let form = BLOCK_ACCOUNT_FORM.about(account_id);
    answer_form(result, form, &[("reason", &reason)]).await?;
    leptos_axum::redirect(&format!("{}?done=blocked", Path::Accounts));
    Ok(())
}
