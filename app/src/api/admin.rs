//! Operating the system: accounts, tokens, inventory, authority channel, outgoing mail.

mod block_account;
mod change_role;
mod confirm_administrator;
mod create_account;
mod create_token;
mod decline_administrator;
mod load_accounts;
mod load_channel;
mod load_inventory;
mod load_outbox;
mod load_tokens;
mod process_file_again;
mod reset_password;
mod resume_channel;
mod revoke_token;
mod unblock_account;

pub use block_account::BlockAccount;
pub use change_role::ChangeRole;
pub use confirm_administrator::ConfirmAdministrator;
pub use create_account::CreateAccount;
pub use create_token::CreateToken;
pub use decline_administrator::DeclineAdministrator;
pub use load_accounts::{AccountsPage, load_accounts};
pub use load_channel::{Channel, load_channel};
pub use load_inventory::load_inventory;
pub use load_outbox::load_outbox;
pub use load_tokens::{TokensPage, load_tokens};
pub use process_file_again::ProcessFileAgain;
pub use reset_password::ResetPassword;
pub use resume_channel::ResumeChannel;
pub use revoke_token::RevokeToken;
pub use unblock_account::UnblockAccount;

#[cfg(feature = "ssr")]
use on_server::*;

#[cfg(feature = "ssr")]
mod on_server {
    use crate::api::PageError;
    use crate::api::context::{answer, is_plain_form, session};
    use crate::api::typed::Form;
    use backend::backend::Backend;
    use backend::error::{Error, Result};
    use shared::field::Field;
    use shared::problem::Problem;
    use shared::role::Role;

    /// The forms whose typed values are kept.
    pub(super) const CREATE_ACCOUNT_FORM: Form = Form::new("create_account");
    pub(super) const BLOCK_ACCOUNT_FORM: Form = Form::new("block_account");
    pub(super) const CREATE_TOKEN_FORM: Form = Form::new("create_token");

    /// Where a new token or password waits for the next page view, encrypted.
    pub(super) const NEW_TOKEN: &str = "new_service_token";
    pub(super) const NEW_PASSWORD: &str = "new_password";

    /// The role that was chosen.
    ///
    /// # Errors
    /// Refused when it is none.
    pub(super) fn known_role(code: &str) -> Result<Role> {
        Role::from_code(code).ok_or_else(|| Error::refused_on(Field::Role, Problem::NotAnOption))
    }

    /// Keeps a new secret for the one page view that shows it to a browser without JavaScript.
    pub(super) async fn keep_new(
        backend: &Backend,
        name: &'static str,
        secret: &str,
    ) -> std::result::Result<(), PageError> {
        if !is_plain_form() {
            return Ok(());
        }
        let sealed = answer(backend.cipher.encrypt(name, secret))?;
        let kept = session()?.insert(name, sealed).await;
        answer(kept.map_err(|source| Error::Internal(source.into())))
    }

    /// The secret that was just made, once.
    pub(super) async fn take_new(backend: &Backend, name: &'static str) -> Option<String> {
        let sealed: Vec<u8> = session().ok()?.remove(name).await.ok().flatten()?;
        backend.cipher.decrypt(name, &sealed).ok()
    }
}
