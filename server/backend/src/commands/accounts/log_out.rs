//! Ends the session it is asked in.

use super::event;
use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::store::{audit, session};
use shared::audit::EventKind;
use shared::role::Action;

/// Logging out of a session that is over changes nothing.
///
/// # Errors
/// When the database refuses.
pub async fn log_out(backend: &Backend, caller: &Caller) -> Result<()> {
    let permit = caller.permit(Action::ManageOwnAccount)?;
    let tx = backend.begin().await?;
    if session::revoke_own(&tx, &permit, &caller.session_id).await? {
        let event = event(EventKind::LoggedOut, Some(permit.account_id()));
        audit::record(&tx, backend, (&permit).into(), backend.now(), event).await?;
    }
    tx.commit().await
}
