//! An administrator lets reports go out again after the cause of a stop was removed.

use crate::backend::Backend;
use crate::caller::Caller;
use crate::error::{Error, Result};
use crate::store::audit::{Event, record};
use crate::store::authority_channel::{self, put_back_in_flight, resume};
use serde_json::json;
use shared::audit::EventKind;
use shared::problem::Problem;
use shared::role::Action;

/// Resuming a channel that is open makes its processes compare the sequence numbers again.
///
/// After a restored backup the authority is ahead. `continue_after` is its last number, as
/// the administrator saw and confirmed it: the next report gets the number after it, and
/// reports in flight are sent again under new ones.
///
/// # Errors
/// Refused with [`Problem::ChangedMeanwhile`] when `continue_after` is not the number that
/// stopped the channel.
pub async fn resume_channel(
    backend: &Backend,
    caller: &Caller,
    continue_after: Option<i64>,
) -> Result<()> {
    let permit = caller.permit(Action::OperateAuthorityChannel)?;
    let tx = backend.begin().await?;
    let channel = authority_channel::find(&tx).await?;
    if let Some(sequence) = continue_after {
        if channel.authority_sequence != Some(sequence) {
            return Err(Error::refused(Problem::ChangedMeanwhile));
        }
        authority_channel::continue_after(&tx, sequence).await?;
        put_back_in_flight(&tx).await?;
    }
    resume(&tx).await?;
    let detail = match continue_after {
        Some(sequence) => json!({
            "continue_after": sequence,
            "instead_of": channel.last_confirmed_sequence,
        }),
        None => json!({}),
    };
    let event = Event {
        kind: EventKind::ChannelResumed.into(),
        subject: "authority_channel",
        subject_id: Some(1),
        application_id: None,
        account_id: None,
        detail,
        note: None,
    };
    record(&tx, backend, (&permit).into(), backend.now(), event).await?;
    tx.commit().await
}
