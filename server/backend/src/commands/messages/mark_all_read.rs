//! Marks every message of a holder as read.

use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::store::message;
use shared::role::Action;

/// # Errors
/// When the database refuses.
pub async fn mark_all_read(backend: &Backend, caller: &Caller) -> Result<()> {
    let permit = caller.permit(Action::ViewOwnMessages)?;
    let tx = backend.begin().await?;
    message::mark_all_own_read(&tx, &permit, backend.now()).await?;
    tx.commit().await
}
