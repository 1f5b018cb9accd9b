//! Nothing goes to the authority, and nothing comes from it, until an administrator resumes.

use crate::backend::Backend;
use crate::caller::Actor;
use crate::error::Result;
use crate::store::audit::{Event, record};
use crate::store::authority_channel;
use crate::transaction::Tx;
use serde_json::json;
use shared::audit::EventKind;

/// `authority_sequence` is the authority's last number where it is ahead of ours.
///
/// # Errors
/// When the database refuses.
pub async fn stop_channel(
    tx: &Tx,
    backend: &Backend,
    problem: &str,
    authority_sequence: Option<i64>,
) -> Result<()> {
    tracing::error!(
        channel.problem = problem,
        "the channel to the authority has stopped"
    );
    authority_channel::stop(tx, problem, authority_sequence).await?;
    let event = Event {
        kind: EventKind::ChannelStopped.into(),
        subject: "authority_channel",
        subject_id: Some(1),
        application_id: None,
        account_id: None,
        detail: json!({ "problem": problem }),
        note: None,
    };
    record(tx, backend, Actor::System, backend.now(), event).await
}
