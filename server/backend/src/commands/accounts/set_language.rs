//! Chooses the language of the account's pages and mails.

use super::LANGUAGES;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::store::account;
use shared::problem::Problem;
use shared::role::Action;

/// `language` is one of [`LANGUAGES`].
///
/// # Errors
/// Refused with [`Problem::NotAnOption`] for any other.
pub async fn set_language(backend: &Backend, caller: &Caller, language: &str) -> Result<()> {
    let permit = caller.permit(Action::ManageOwnAccount)?;
    if !LANGUAGES.contains(&language) {
        return Err(Error::refused(Problem::NotAnOption));
    }
    let tx = backend.begin().await?;
    account::set_language(&tx, permit.account_id(), language).await?;
    tx.commit().await
}
