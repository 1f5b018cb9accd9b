//! An administrator lets reports go out again after the cause of a stop was removed.

use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::Result;
use crate::store::audit::{Event, record};
use crate::store::authority_channel::set_state;
use serde_json::json;
use shared::role::Action;
use shared::wire::authority_channel::ChannelState;

/// Resuming a channel that is open changes nothing but the audit trail.
///
/// # Errors
/// When the database refuses.
pub async fn resume_channel(backend: &Backend, caller: &Caller) -> Result<()> {
    let permit = caller.permit(Action::OperateAuthorityChannel)?;
    let tx = backend.begin().await?;
    set_state(&tx, ChannelState::Open, None).await?;
    let event = Event {
        kind: "channel.resumed",
        subject: "authority_channel",
        subject_id: Some(1),
        application_id: None,
        account_id: None,
        detail: json!({}),
        note: None,
    };
    record(&tx, backend, (&permit).into(), backend.now(), event).await?;
    tx.commit().await
}
