//! Marks one message as read.

use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::store::message;
use shared::role::Action;

/// A message that was read already stays read since then.
///
/// # Errors
/// [`Error::NotFound`] also for somebody else's.
pub async fn mark_read(backend: &Backend, caller: &Caller, message_id: i64) -> Result<()> {
    let permit = caller.permit(Action::ViewOwnMessages)?;
    let tx = backend.begin().await?;
    if !message::mark_own_read(&tx, &permit, message_id, backend.now()).await? {
        return Err(Error::NotFound);
    }
    tx.commit().await
}
