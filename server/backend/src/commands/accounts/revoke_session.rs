//! Logs another device out.

use super::event;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::store::{audit, session};
use shared::audit::EventKind;
use shared::role::Action;

/// # Errors
/// [`Error::NotFound`] when the account has no such session, or no more.
pub async fn revoke_session(backend: &Backend, caller: &Caller, session_id: &str) -> Result<()> {
    let permit = caller.permit(Action::ManageOwnAccount)?;
    let tx = backend.begin().await?;
    if !session::revoke_own(&tx, &permit, session_id).await? {
        return Err(Error::NotFound);
    }
    let event = event(EventKind::SessionRevoked, Some(permit.account_id()));
    audit::record(&tx, backend, (&permit).into(), backend.now(), event).await?;
    tx.commit().await
}
