//! An owner of codes chooses whether mails say what messages say about them.

use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::store::account;
use shared::role::Action;

/// Messages on the page stay as they are.
///
/// # Errors
/// When the database refuses.
pub async fn set_mails_about_codes(backend: &Backend, caller: &Caller, wanted: bool) -> Result<()> {
    let permit = caller.permit(Action::ManageOwnAccount)?;
    let tx = backend.begin().await?;
    account::set_mails_about_codes(&tx, permit.account_id(), wanted).await?;
    tx.commit().await
}
